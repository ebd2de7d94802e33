import { fieldOf, type Json } from '#kernel/canonical'
import { DAY, type Instant } from '#kernel/instant'
import { lettersOf } from '#modules/discipline/core'
import { statusOf, idAt, STANDING_LAPSE } from '#modules/members/core'
import type { Follower, NewItem } from '#modules/outbox'
import type { KeptEntry } from '#modules/record/core'
import { VOTE_CLOSE, VOTE_OPEN } from '#modules/voting/core'
import type { Org } from '#organization'
import type { Office } from './reader.server.ts'
import type { MailPayload } from './payload.ts'

/** What an entry gives somebody to hear of at once. */
export function followRecord({ plenum }: Office): Follower {
  return {
    name: 'notices',
    handle: (entries) =>
      plenum.clerk.read(
        (org) => [
          ...entries.flatMap((entry) => itemsOf(org, entry)),
          ...mandatesIn(org, entries),
          ...bindingsIn(org, entries),
          ...casesIn(org, entries),
        ],
        (entries.at(-1)?.seq ?? -1) + 1,
      ),
  }
}

type What = Extract<MailPayload, { about: 'standing' }>['what']

const STANDING: Readonly<Record<string, What>> = {
  'standing.notice': 'notice',
  [STANDING_LAPSE]: 'lapsed',
  'standing.mend': 'mended',
  'member.admit': 'admitted',
  'member.refuse': 'refused',
}

/** Whoever can still read their mail hears of a way into their account while it can be stopped, of its use, and of what signs for them. */
const ACCOUNT: Readonly<Record<string, 'recovery' | 'recovered' | 'device' | 'device-revoked'>> = {
  'recovery.vouch': 'recovery',
  'recovery.complete': 'recovered',
  'device.register': 'device',
  'device.revoke': 'device-revoked',
}

function itemsOf(org: Org, { seq, type, body }: KeptEntry): readonly NewItem[] {
  if (type === VOTE_OPEN) return roundOf(org, textIn(body, 'vote'))
  if (type.startsWith('panel.')) return panelItems(org, textIn(body, 'panel') ?? '')
  if (type === 'text.hide') return hiddenItems(org, seq, textIn(body, 'text') ?? '')
  const office = officeOf(org, seq, type, body)
  if (office !== undefined) return office
  const what = STANDING[type]
  const member = textIn(body, 'member')
  const account = ACCOUNT[type]
  if (account !== undefined && member !== undefined)
    return [mailItem(`entry/${seq}`, member, { about: 'account', what: account })]
  if (what === undefined || member === undefined) return []
  return [mailItem(`entry/${seq}`, member, { about: 'standing', what, until: untilOf(org, what, member) })]
}

/** Whoever wrote a text that was hidden hears of it: there is a time in which to appeal. */
function hiddenItems({ moderation, members }: Org, seq: number, key: string): readonly NewItem[] {
  const marked = moderation.marked.get(key)
  return marked === undefined
    ? []
    : [mailItem(`entry/${seq}`, idAt(members, marked.author), { about: 'text', key })]
}

/** One item for the whole roll; whoever delivers it makes one for each member who has to be told at once. */
function roundOf(org: Org, id: string | undefined): readonly NewItem[] {
  const vote = id === undefined ? undefined : org.voting.votes.get(id)
  if (vote?.status !== 'open') return []
  return [{ kind: 'mail-round', key: vote.id, payload: null, notAfter: vote.closes }]
}

function untilOf({ members }: Org, what: What, member: string): Instant | null {
  const index = members.indices.get(member) ?? -1
  if (what === 'notice') return members.notices.get(index)?.until ?? null
  return what === 'admitted' && statusOf(members, member) === 'member' ? members.votesFrom.get(index) : null
}

/** What somebody has to know at once of an office: that they are nominated, that their recall is asked for, that a lot needs their words. */
function officeOf(
  org: Org,
  seq: number,
  type: string,
  body: Json | undefined,
): readonly NewItem[] | undefined {
  const { elections, delegates, members } = org
  const item = (member: string, what: 'nominated' | 'petition' | 'seed', id: string): NewItem =>
    mailItem(`entry/${seq}/${member}`, member, { about: 'office', what, id })
  const [member, petition, vote] = ['member', 'petition', 'vote'].map((field) => textIn(body, field))
  const election = textIn(body, 'election')
  if (type === 'candidate.nominate' && member !== undefined && election !== undefined)
    return [item(member, 'nominated', election)]
  if (type === 'recall.petition' && petition !== undefined) {
    const holder = delegates.mandates.get(elections.recalls.get(petition)?.mandate ?? '')?.holder
    return holder === undefined ? [] : [item(idAt(members, holder), 'petition', petition)]
  }
  if (type !== VOTE_CLOSE || vote === undefined) return undefined
  const drawing = [...elections.elections.values()].find(
    ({ stage }) => stage.kind === 'drawing' && stage.vote === vote,
  )
  return (drawing?.candidates ?? [])
    .filter(({ commitment }) => commitment !== null)
    .map((each) => item(idAt(members, each.member), 'seed', drawing?.id ?? ''))
}

/**
 * Who was asked to sit on a panel, and who can give words for its lot. Asked after every entry about the panel: a letter goes once under its
 * key. Sides that the record does not name are told by the module that knows them.
 */
function panelItems({ panels }: Org, id: string): readonly NewItem[] {
  const panel = panels.panels.get(id)
  if (panel === undefined) return []
  const { round, seats, sides, seeds, stage } = panel
  const item = (what: 'seat' | 'commit' | 'open', until: Instant) => (member: string) =>
    mailItem(`panel/${id}/${round}/${what}/${member}`, member, { about: 'panel', what, id, until })
  if (stage.kind === 'seating')
    return seats.flatMap(({ member, accepted, until }) =>
      accepted === null ? item('seat', until)(member) : [],
    )
  if (stage.kind !== 'seeding') return []
  const { commitUntil, drawAt } = stage
  const [given, waits] = [new Set(seeds.map(({ by }) => by)), seeds.length < sides.length]
  const named = (kept: (name: string) => boolean): readonly string[] =>
    sides.flatMap(({ name, members }) => (members !== null && kept(name) ? members : []))
  return waits
    ? named((name) => !given.has(name)).map(item('commit', commitUntil))
    : named((name) => given.has(name)).map(item('open', drawAt))
}

/** Mandates that motions or elections gave; those of the founding are known to whoever founds. */
function mandatesIn({ delegates, members }: Org, entries: readonly KeptEntry[]): readonly NewItem[] {
  const seqs = new Set(entries.map(({ seq }) => seq))
  return [...delegates.mandates.values()]
    .filter(({ seq, motion, elected }) => (motion !== null || elected !== undefined) && seqs.has(seq))
    .map(({ id, holder }) =>
      mailItem(`mandate/${id}`, idAt(members, holder), { about: 'mandate', mandate: id }),
    )
}

/** Delegates whose unit bound them. */
function bindingsIn(
  { councils, delegates, members }: Org,
  entries: readonly KeptEntry[],
): readonly NewItem[] {
  const seqs = new Set(entries.map(({ seq }) => seq))
  const made = [...councils.bindings.values()].filter(({ seq }) => seqs.has(seq))
  return made.flatMap(({ motion, unit, council }) =>
    [...delegates.mandates.values()]
      .filter((each) => each.council === council && each.unit === unit && each.ended === null)
      .map(({ holder }) => {
        const member = idAt(members, holder)
        return mailItem(`bound/${motion}/${member}`, member, { about: 'office', what: 'bound', id: motion })
      }),
  )
}

const MOVES_CASES = /^(case|referral|panel)\.|^vote\.(open|close)$/
const CASE_WITHIN = 14 * DAY

/**
 * Those whom a case concerns, of each step. Asked after every entry that can move one: who is concerned stands in no entry that can be read,
 * and a letter goes once under its key. What ended a case queues the letters about that itself.
 */
function casesIn(org: Org, entries: readonly KeptEntry[]): readonly NewItem[] {
  if (!entries.some(({ type }) => MOVES_CASES.test(type))) return []
  const when = { notAfter: org.head.get().at + CASE_WITHIN }
  return [...org.cases.matters.entries()].flatMap(([id, matter]) => {
    const found = org.cases.cases.get(id)
    if (found === undefined) return []
    return lettersOf(org, found, matter).map(({ key, member }) =>
      mailItem(key, member, { about: 'case', what: 'waits' }, when),
    )
  })
}

/** A mail to a member. */
export function mailItem(
  key: string,
  member: string,
  payload: MailPayload,
  when: Pick<NewItem, 'notBefore' | 'notAfter'> = {},
): NewItem {
  return { kind: 'mail', key, subject: member, payload, ...when }
}

function textIn(body: Json | undefined, field: string): string | undefined {
  const value = body === undefined ? undefined : fieldOf(body, field)
  return typeof value === 'string' ? value : undefined
}
