import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { listIn, textIn, textsIn, valueIn, type Logged } from './log.ts'

/** Who holds which office by election, and where units lie, by the entries that were taken so far. */
export interface Elected {
  take(entry: Logged): void
  /** Members who hold an office with this duty in a unit, then in each above it, in the order in which their terms began. */
  holders(unit: string, duty: string): readonly string[]
  /** A unit and all above it. */
  pathUp(unit: string): readonly string[]
  /** Whether somebody is on the roll, and their standing has not lapsed. */
  stands(member: string): boolean
}

interface Office {
  readonly id: string
  readonly unit: string
  readonly duties: readonly string[]
}

interface Seat {
  readonly office: Office
  readonly election: string
  readonly member: string
  ended: boolean
}

/** Elections of one office at the most that are looked for. */
const MOST_ELECTIONS = 60

/** Nobody holds an office by election who did not accept to stand for it and was not counted in, and only until they laid it down, lost it or the term ended. */
export function createElected(): Elected {
  const motions = new Map<string, { readonly unit: string; readonly enactment: Json }>()
  const votes = new Map<string, Logged>()
  const offices = new Map<string, Office>()
  const elections = new Map<string, Office>()
  const accepted = new Map<string, Set<string>>()
  const winners = new Map<string, readonly string[]>()
  const seats = new Map<string, Seat>()
  const parents = new Map<string, string>()
  const standing = new Map<string, boolean>()

  function carriedOut(motion: string): void {
    const { unit, enactment } = motions.get(motion) ?? { unit: '', enactment: null }
    const kind = textIn(enactment, 'kind')
    if (kind === 'unit.form')
      parents.set(free(parents, textIn(enactment, 'unit'), motion), textIn(enactment, 'parent'))
    if (kind !== 'office.open') return
    const id = free(offices, textIn(enactment, 'office'), motion)
    const office = { id, unit, duties: textsIn(enactment, 'duties') }
    offices.set(id, office)
    for (let n = 1; n <= MOST_ELECTIONS; n++) elections.set(derivedUuid('election', id, n), office)
  }

  function closed(vote: Logged | undefined, body: Json): void {
    if (vote === undefined) return
    const subject = textIn(vote.body, 'subject', 'id')
    const kind = textIn(vote.body, 'subject', 'kind')
    const isDone = valueIn(body, 'settlement', 'adopted') === true
    if (kind === 'motion' && isDone && valueIn(body, 'settlement', 'notCarriedOut') === null)
      carriedOut(subject)
    if (kind === 'election') counted(subject, vote, body)
  }

  /** Candidates by their place on the ballot, of those who said that they stand. */
  function counted(election: string, vote: Logged | undefined, body: Json): void {
    const candidates = textsIn(vote?.body ?? null, 'ranked', 'candidates')
    const all = listIn(body, 'count', 'winners').map((place) => candidates[Number(place)] ?? '')
    winners.set(
      election,
      all.filter((member) => accepted.get(election)?.has(member)),
    )
  }

  function seat(election: string, member: string): void {
    const office = elections.get(election)
    if (office !== undefined)
      seats.set(derivedUuid('mandate', election, member), { office, election, member, ended: false })
  }

  function end(mandate: string): void {
    const found = seats.get(mandate)
    if (found !== undefined) found.ended = true
  }

  const TAKES: Readonly<Record<string, (entry: Logged, body: Json) => void>> = {
    'founding.place': (_, body) => parents.set(textIn(body, 'unit'), textIn(body, 'parent')),
    'founding.member': (_, body) => standing.set(textIn(body, 'member'), true),
    'founding.strike': (_, body) => standing.set(textIn(body, 'member'), false),
    'member.admit': (_, body) => standing.set(textIn(body, 'member'), true),
    'member.resign': ({ by }) => standing.set(by, false),
    'standing.lapse': (_, body) => standing.set(textIn(body, 'member'), false),
    'standing.mend': (_, body) => standing.set(textIn(body, 'member'), true),
    'case.bind': (_, body) => standing.set(textIn(body, 'expelled', 'member'), false),
    'motion.propose': ({ unit }, body) =>
      motions.set(textIn(body, 'motion'), {
        unit: unit ?? '',
        enactment: valueIn(body, 'enactment') ?? null,
      }),
    'vote.open': (entry, body) => votes.set(textIn(body, 'vote'), entry),
    'vote.close': (_, body) => closed(votes.get(textIn(body, 'vote')), body),
    'candidate.accept': ({ by }, body) => {
      const election = textIn(body, 'election')
      accepted.set(election, (accepted.get(election) ?? new Set()).add(by))
    },
    'candidate.withdraw': ({ by }, body) => accepted.get(textIn(body, 'election'))?.delete(by),
    'election.draw': (_, body) => {
      const election = textIn(body, 'election')
      counted(election, votes.get(derivedUuid('vote', 'election', election)), body)
    },
    'term.begin': (_, body) => {
      const election = textIn(body, 'election')
      for (const member of winners.get(election) ?? []) seat(election, member)
    },
    'mandate.end': (_, body) => end(textIn(body, 'mandate')),
    'mandate.resign': (_, body) => end(textIn(body, 'mandate')),
    'vacancy.fill': (_, body) => {
      const mandate = textIn(body, 'mandate')
      end(mandate)
      const follows = textIn(body, 'follows')
      if (follows !== '') seat(seats.get(mandate)?.election ?? '', follows)
    },
  }

  function pathUp(unit: string): readonly string[] {
    const above = parents.get(unit)
    return above === undefined ? [unit] : [unit, ...pathUp(above)]
  }

  return {
    take(entry) {
      TAKES[entry.type]?.(entry, entry.body)
    },
    holders: (unit, duty) => [
      ...new Set(
        pathUp(unit).flatMap((each) =>
          [...seats.values()]
            .filter(({ office, ended }) => !ended && office.unit === each && office.duties.includes(duty))
            .map(({ member }) => member),
        ),
      ),
    ],
    pathUp,
    stands: (member) => standing.get(member) === true,
  }
}

/** What is formed under an id that is taken has another, which everybody derives. */
function free(taken: { has(id: string): boolean }, id: string, motion: string): string {
  let found = id
  while (taken.has(found)) found = derivedUuid('instead of', found, motion)
  return found
}
