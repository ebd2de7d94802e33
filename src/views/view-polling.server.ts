import { fromBase64 } from '#kernel/bytes'
import type { Instant } from '#kernel/instant'
import { agreedPapers, differences, type Batch } from '#modules/ballots'
import { lettersOf, ranksOf, type ChoiceForm } from '#modules/ballots/core'
import { choiceForm, sessionAt, whyNotOfficer } from '#modules/voting/core'
import type { Org } from '#organization'
import { polling as words } from '#ui/words/polling.ts'
import { CHOICE_NAMES } from '#ui/words/votes.ts'
import { plenum } from './plenum.server.ts'
import { read, textsOf } from './read.server.ts'
import { stateOf } from './view-secret.server.ts'
import { votePath } from './vote-path.server.ts'
import { whoIs } from './who.server.ts'

/** The polling sessions of a secret vote: for all members when and where, for officers whom they marked, for tellers their batches. */
export async function viewPolling(event: { readonly locals: App.Locals }, member: string, id: string) {
  const view = await read(event, (org, now) => sessionsIn(org, now, member, id))
  if (view === undefined) return undefined
  const { polling } = plenum().ballots
  const [marks, batches] = view.isOpen
    ? await Promise.all([polling.marks(id), polling.batches(id)])
    : [[], []]
  const mine = batches.filter(({ tellers }) => view.isOfficer || tellers.includes(member))
  const shown = view.isOfficer ? marks : []
  const [places, who] = await Promise.all([
    textsOf(view.sessions.map(({ place }) => place)),
    whoIs([
      ...shown.flatMap(({ member: marked, by }) => [marked, by]),
      ...mine.flatMap(({ tellers }) => tellers),
      ...view.candidates,
    ]),
  ])
  const candidates = view.candidates.map((candidate) => who(candidate).name)
  const marked = shown.map((given) => ({ who: who(given.member), by: who(given.by), state: stateOf(given) }))
  return {
    ...view,
    candidates,
    sessions: view.sessions.map((each) => ({ ...each, place: places.get(each.place) ?? '' })),
    marks: marked.sort((a, b) => a.who.name.localeCompare(b.who.name)),
    taken: marks.filter(({ way }) => way === 'paper').length,
    counted: batches.reduce((sum, batch) => sum + (agreedPapers(batch)?.length ?? 0), 0),
    batches: mine.map((batch, i) => ({
      id: batch.id,
      number: i + 1,
      tellers: batch.tellers.map(who),
      ...seenBy(member, batch, view.form, candidates),
    })),
  }
}

function sessionsIn(org: Org, now: Instant, member: string, id: string) {
  const vote = org.voting.votes.get(id)
  if (vote === undefined) return undefined
  const isSecret = vote.secret !== undefined
  const isOpen = isSecret && vote.status === 'open' && now < vote.closes
  const { closes, unit, sessions = [], ranked, secret } = vote
  return {
    id,
    isSecret,
    isOpen,
    closes,
    unit,
    path: votePath(org, id),
    isOfficer: isOpen && whyNotOfficer(org, vote, member) === undefined,
    isOn: isOpen && sessionAt(vote, now) !== undefined,
    sessions: sessions.map((each) => ({ ...each, hasBegun: each.from <= now })),
    form: choiceForm(vote, secret?.ranksMost ?? null),
    candidates: ranked?.candidates ?? [],
  }
}

/** How far a batch is, and to its tellers what they entered and where they differ. Nobody sees what the other entered before. */
function seenBy(member: string, batch: Batch, form: ChoiceForm, candidates: readonly string[]) {
  const place = batch.tellers.indexOf(member)
  const entered = batch.read.filter((each) => each !== null).length
  const state =
    entered < 2
      ? (['none', 'one'] as const)[entered === 1 ? 1 : 0]
      : agreedPapers(batch) === undefined
        ? ('differ' as const)
        : ('agreed' as const)
  return {
    state,
    isMine: place >= 0,
    own: place < 0 ? null : (batch.read[place]?.length ?? null),
    papers: agreedPapers(batch)?.length ?? null,
    differs:
      place < 0
        ? []
        : differences(batch).map(([choice, one, other]) => ({
            said: sayChoice(form, fromBase64(choice) ?? new Uint8Array(), candidates),
            one,
            other,
          })),
  }
}

/** What a paper says, in words. */
function sayChoice({ kind }: ChoiceForm, choice: Uint8Array, candidates: readonly string[]): string {
  if (kind === 'questions') {
    const names: Readonly<Record<string, string>> = {
      y: CHOICE_NAMES.yes,
      n: CHOICE_NAMES.no,
      a: CHOICE_NAMES.abstain,
    }
    return [...lettersOf(choice)].map((letter) => names[letter] ?? letter).join(', ')
  }
  const ranks = ranksOf(choice).map((rank) => rank.map((n) => candidates[n] ?? '').join(' = '))
  return ranks.length === 0 ? words.nobodyRanked : ranks.join(' > ')
}
