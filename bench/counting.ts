// Counting against caritat and votes of npm, each in a process of its own, and against nothing where no peer can follow.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRefusal } from '#kernel/refusal'
import { countBy, METHODS, readBlt, type RankedBallots, type RankedMethod } from '#modules/counting/core'
import { VOTING_DATA } from '../test/kit/voting-data.ts'
import { writeBallots, writeLines } from './made-ballots.ts'
import { maxResident, megabytes, report } from './report.ts'

/** What a process of its own tells: seconds of counting alone, the largest memory, and who is elected. */
interface Told {
  readonly seconds: number
  readonly resident: number
  readonly winners: readonly string[]
}

type Peer = 'plenum' | 'caritat' | 'votes'

const PLENUM = join(import.meta.dirname, '../src/cli/plenum.ts')

function read(file: string): RankedBallots {
  const ballots = readBlt(readFileSync(file))
  if (isRefusal(ballots)) throw new Error(`${file}: ${JSON.stringify(ballots)}`)
  return ballots
}

function countOurs(ballots: RankedBallots, method: RankedMethod): readonly string[] {
  const result = countBy(METHODS[method], ballots, {})
  if (isRefusal(result)) throw new Error(JSON.stringify(result))
  return result.winners.map((winner) => ballots.candidates[winner] ?? '')
}

/** Ballots with names, paper by paper, as peers want them. */
function named({ starts, marks, weights, candidates }: RankedBallots): { votes: string[]; weight: number }[] {
  return Array.from(weights, (weight, i) => ({
    votes: [...marks.subarray(starts[i], starts[i + 1])].map((mark) => candidates[mark - 1] ?? ''),
    weight,
  }))
}

async function counter(peer: Peer, method: RankedMethod, ballots: RankedBallots): Promise<() => unknown> {
  const candidates = [...ballots.candidates]
  if (peer === 'plenum') return () => countOurs(ballots, method)
  if (peer === 'caritat') {
    const { Ballot, condorcet, Election, irv, stv } = (await import('caritat')).default
    const all = named(ballots).map(({ votes, weight }) => new Ballot(votes, weight))
    const election = new Election({ candidates, ballots: all })
    if (method === 'irv') return () => irv(election)
    return method === 'schulze'
      ? () => condorcet.schulze(election)
      : () => stv.meek(election, { seats: ballots.seats })
  }
  const { InstantRunoff, RankedPairs, Schulze, utils } = await import('votes')
  const all = named(ballots).map(({ votes, weight }) => ({ ranking: votes.map((each) => [each]), weight }))
  if (method === 'irv') return () => new InstantRunoff({ candidates, ballots: all }).ranking()[0]
  const Method = method === 'schulze' ? Schulze : RankedPairs
  return () => new Method(utils.matrixFromBallots(all, candidates)).ranking()[0]
}

/** Runs as a child: counts once, as a program that was just started would. */
async function countOnce(peer: Peer, method: RankedMethod, file: string): Promise<void> {
  const count = await counter(peer, method, read(file))
  const start = performance.now()
  const winners = count()
  const seconds = (performance.now() - start) / 1000
  console.log(JSON.stringify({ seconds, resident: maxResident(), winners: [winners].flat() }))
}

/** `undefined` where it does not end within a minute. */
function run(peer: Peer, method: RankedMethod, file: string): Told | undefined {
  const { stdout, stderr, signal } = spawnSync(
    process.execPath,
    [import.meta.filename, '--once', peer, method, file],
    { encoding: 'utf8', timeout: 60_000 },
  )
  if (signal !== null) return undefined
  if (stdout === '') throw new Error(`${peer}, ${method}: ${stderr.slice(-500)}`)
  return JSON.parse(stdout) as Told
}

/** The best of three, since the machine has other work. */
function best(method: RankedMethod, file: string): Told {
  const told = Array.from({ length: 3 }, () => run('plenum', method, file)).filter(
    (each) => each !== undefined,
  )
  const [first] = told
  if (first === undefined) throw new Error(`${method} does not end`)
  return told.reduce((a, b) => (b.seconds < a.seconds ? b : a), first)
}

// Tells the largest memory of a command that knows nothing of being measured.
const TELL_MEMORY = `data:text/javascript,process.on('exit',()=>process.stderr.write('resident '+process.resourceUsage().maxRSS))`

/** The whole command, from its start to the printed result: the best of three. */
function whole(method: RankedMethod, file: string): Pick<Told, 'seconds' | 'resident'> {
  const runs = Array.from({ length: 3 }, () => {
    const start = performance.now()
    const args = ['--import', TELL_MEMORY, PLENUM, 'count', file, '--method', method, '--json']
    const { stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
    if (status !== 0) throw new Error(`the command ended with ${status}: ${stderr}`)
    const seconds = (performance.now() - start) / 1000
    return { seconds, resident: 1024 * Number(/resident (\d+)/.exec(stderr)?.[1]) }
  })
  return runs.reduce((a, b) => (b.seconds < a.seconds ? b : a))
}

function say({ seconds, resident }: Pick<Told, 'seconds' | 'resident'>): string {
  return `${(1000 * seconds).toFixed(seconds < 0.1 ? 1 : 0)} ms, ${megabytes(resident)}`
}

/** Ours, then peers with how many times as long they take. */
function compare(
  what: string,
  method: RankedMethod,
  file: string,
  aim: string,
  peers: readonly Peer[],
): void {
  const ours = best(method, file)
  report(`${what}, ${method}`, say(ours), aim)
  for (const peer of peers) {
    const theirs = run(peer, method, file)
    if (theirs === undefined) {
      report(`  ${peer}`, 'not ended after 60 s')
      continue
    }
    const same = theirs.winners[0] === ours.winners[0]
    const ratio = `${(theirs.seconds / ours.seconds).toFixed(0)} times as long`
    report(`  ${peer}, ${same ? 'the same winner' : 'another winner'}`, `${say(theirs)}, ${ratio}`)
  }
}

/** All Scottish wards one after the other, with reading. */
function countWards(): void {
  const folder = join(VOTING_DATA, 'scottish/blt')
  const start = performance.now()
  const files = readdirSync(folder)
  for (const file of files) countOurs(read(join(folder, file)), 'scottish-stv')
  const seconds = (performance.now() - start) / 1000
  report(`${files.length} Scottish wards with reading, scottish-stv`, `${seconds.toFixed(2)} s`, 'under 2 s')
}

/** 1,031,056 single ballots: the mayor of Minneapolis 2013, 13 times; or made ones. */
async function writeMillion(file: string): Promise<string> {
  const mayor = join(VOTING_DATA, 'rctab/minneapolis_2013_mayor.blt')
  if (!existsSync(mayor)) {
    await writeBallots(file, { ballots: 1_031_056, candidates: 36, seats: 1, ranks: 3 })
    return '1,031,056 made ballots'
  }
  const { candidates, starts, marks, weights } = read(mayor)
  const lines = function* (): Generator<string> {
    for (let i = 0; i < 13; i++)
      for (const [paper, weight] of weights.entries())
        for (let voter = 0; voter < weight; voter++)
          yield `1 ${marks.subarray(starts[paper], starts[paper + 1]).join(' ')} 0`
  }
  await writeLines(file, { candidates: candidates.length, seats: 1 }, lines())
  return '1,031,056 ballots (Minneapolis 2013, 13 times)'
}

async function bench(folder: string): Promise<void> {
  console.log(
    'Counting, each in a process of its own: seconds of counting alone, memory of the whole process',
  )
  const single = join(folder, 'single.blt')
  await writeBallots(single, { ballots: 104_000, candidates: 8, seats: 1, ranks: 3 })
  compare('104,000 single ballots', 'irv', single, 'under 50 ms', ['caritat', 'votes'])
  compare('104,000 single ballots', 'schulze', single, 'under 50 ms', ['caritat', 'votes'])
  compare('104,000 single ballots', 'ranked-pairs', single, '', ['votes'])
  const council = join(folder, 'council.blt')
  await writeBallots(council, { ballots: 43_000, candidates: 17, seats: 3, ranks: 8 })
  compare('43,000 ballots, 17 candidates, 3 seats', 'meek', council, 'under 0.2 s', ['caritat'])
  compare('43,000 ballots, 17 candidates, 3 seats', 'scottish-stv', council, 'under 30 ms', [])
  const million = join(folder, 'million.blt')
  const what = await writeMillion(million)
  for (const method of ['irv', 'schulze'] as const)
    report(`${what}, whole command, ${method}`, say(whole(method, million)), 'under 400 ms, 150 MB')
  console.log('  caritat and votes are not run on these: they take gigabytes')
  if (existsSync(VOTING_DATA)) countWards()
  else console.log('  no Scottish wards: there is no folder shared/data/voting beside the repository')
  console.log('  droop (Python) is not run: it is in no registry that this benchmark installs from')
}

const [, , flag, ...rest] = process.argv
if (flag === '--once') await countOnce(rest[0] as Peer, rest[1] as RankedMethod, rest[2] ?? '')
else {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-counting-'))
  try {
    await bench(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
