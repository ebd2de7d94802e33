import { derivedUuid } from '#kernel/ids'
import { DAY } from '#kernel/instant'
import { electionsOf } from '#modules/rulebook/core'
import type { NewEntry } from '#modules/record'
import { openPlenum } from '#organization/server'
import { must, signIn, writePeople } from './live-organization.ts'
import { makeBallots } from './made-ballots.ts'
import { createRecordMaker, member, RULES } from './record-maker.ts'
import { writeFolder } from './write-folder.ts'

const OFFICE = derivedUuid('bench', 'office')
const ELECTION = derivedUuid('election', OFFICE, 1)
const CANDIDATES = 9
const SEATS = 5
const { nominationDays, votingDays } = electionsOf(RULES)

/** An organization in which everybody has voted in an election that is still open, and the cookie of a member. */
export interface LargeElection {
  readonly cookie: string
  /** Pages to ask for while it closes. */
  readonly pages: readonly string[]
  /** The page of the election itself. */
  readonly election: string
}

/** Makes it in a folder: members rank some of nine candidates for five seats. */
export async function makeLargeElection(data: string, ballots: number): Promise<LargeElection> {
  // Opening it once makes the tables of all modules.
  await must(await openPlenum({ data, demonstration: true })).close()
  await writeFolder(data, largeElection(ballots))
  await writePeople(data, CANDIDATES)
  const plenum = must(await openPlenum({ data, demonstration: true }))
  try {
    const cookie = await signIn(plenum, 5)
    const election = `/elections/${ELECTION}`
    return { cookie, election, pages: ['/', election, '/offices'] }
  } finally {
    await plenum.close()
  }
}

function* largeElection(ballots: number): Generator<NewEntry> {
  const { enter, pass, found, decide } = createRecordMaker()
  yield* found(ballots, true)
  const office = {
    ...{ kind: 'office.open', office: OFFICE, title: 'Steering committee', seats: SEATS, days: 300 },
    ...{ termsMost: 2, duties: [], council: null },
  }
  yield* decide(1, office, Math.ceil(ballots / 5))
  const statement = { hash: `${'A'.repeat(43)}=`, length: 100 }
  for (let n = 0; n < CANDIDATES; n++)
    yield enter(member(n), 'candidate.accept', { election: ELECTION, statement, commitment: null })
  yield* pass(nominationDays * DAY)
  const vote = derivedUuid('vote', 'election', ELECTION)
  const shape = { ballots, candidates: CANDIDATES, seats: SEATS, ranks: CANDIDATES }
  let n = 0
  for (const ranks of makeBallots(shape))
    yield enter(member(n++), 'ballot.rank', { vote, ranks: ranks.map((each) => [each]) })
}

/** How long pages took, in milliseconds: the slowest, and the one in the middle. */
export interface Waits {
  readonly slowest: number
  readonly middle: number
}

/** What came of closing an election while its pages were asked for. */
export interface Closing {
  /** The same pages before, and while it closed up to the first look at the result. */
  readonly before: Waits
  readonly meanwhile: Waits
  /** How long the close took, in milliseconds. */
  readonly took: number
  /** The page of the election at the end. */
  readonly result: string
}

const BEFORE = 3_000

/** Moves the clock of a running server past the end of the vote, and asks for pages one after the other until the result is there. */
export async function closeWhileAsked(url: string, made: LargeElection): Promise<Closing> {
  const ask = async (path: string): Promise<string> => {
    const answer = await fetch(url + path, { headers: { cookie: made.cookie } })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return answer.text()
  }
  const begin = performance.now()
  const askWhile = async (goesOn: () => boolean): Promise<Waits> => {
    const times: number[] = []
    for (let i = 0; goesOn() || i < made.pages.length; i++) {
      const since = performance.now()
      await ask(made.pages[i % made.pages.length] ?? '/')
      times.push(performance.now() - since)
    }
    times.sort((a, b) => a - b)
    return { slowest: times.at(-1) ?? 0, middle: times[Math.floor(times.length / 2)] ?? 0 }
  }
  // The first answers of a process are slow.
  await askWhile(() => performance.now() < begin + BEFORE)
  const before = await askWhile(() => performance.now() < begin + 2 * BEFORE)
  const closing = moveClock(url, made.cookie)
  const since = performance.now()
  let took = 0
  const closed = closing.then(() => (took = performance.now() - since))
  const until = () => took === 0 || performance.now() < since + took + BEFORE / 10
  const meanwhile = await askWhile(until)
  await closed
  return { before, meanwhile, took, result: await ask(made.election) }
}

async function moveClock(url: string, cookie: string): Promise<void> {
  const answer = await fetch(`${url}/demonstration/clock`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: url },
    body: new URLSearchParams({ hours: String(votingDays * 24), back: '/' }),
  })
  if (answer.status !== 303) throw new Error(`the clock was not moved: ${answer.status}`)
}
