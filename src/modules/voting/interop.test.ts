import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64, toBase64, toHex } from '#kernel/bytes'
import { choiceOfLetters, type IssuerSignature, type SecretBallot } from '#modules/ballots/core'
import { formatExportLine } from '#modules/record/core'
import { check, subjects } from '#organization'
import { closingBody, type Board, type Polling, type VotingActs } from './core/index.ts'
import { exportOf } from '../../../test/kit/export.ts'
import { person, ROOT, SOME_HASH, uuid } from '../../../test/kit/given.ts'
import { ballotOf } from '../../../test/kit/secret-vote.ts'
import {
  announcePolling,
  listOf,
  onCandidates,
  onQuestions,
  renewed,
  withKeysFirst,
  withPaper,
  withRankedPaper,
  withSeveral,
  type Sample,
} from '../../../test/kit/secret-samples.ts'
import {
  boardOf,
  makeIssuing,
  NO,
  participants,
  slip,
  twoToOne,
  voteIn,
  voting,
  withPapers,
  YES,
} from '../../../test/kit/secret-world.ts'
import { must } from '../../../test/kit/storage.ts'

type Closing = VotingActs['vote.close']

const SECOND = path.resolve(import.meta.dirname, '../../../test/interop/python/verify_ballots.py')
const hasPython =
  spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))'], {}).status === 0

const issuing = await makeIssuing()
const other = await makeIssuing()

/** A closing body to be judged, or another list of keys before a good one. */
interface Case {
  readonly body: Closing
  readonly keys?: { readonly count: number; readonly keys: readonly string[] }
}

function closing({ world, id, board }: Sample): Closing {
  return must(closingBody(subjects, world.org, id, voteIn({ world, id }).closes, board))
}

/** The closing entry with this body. */
function entryOf(sample: Sample, body: Closing) {
  const { size, law } = sample.world.org.head.get()
  const at = voteIn(sample).closes
  return { seq: size, at, by: 'clerk', id: uuid('close'), type: 'vote.close', law, unit: ROOT, body }
}

/** What this program says of a board: `accepted`, or the code of the refusal with the place on the board. */
function ours(sample: Sample, { body }: Case): string {
  const refusal = check(sample.world.org, entryOf(sample, body))
  if (refusal === undefined) return 'accepted'
  const { number } = refusal.facts
  return typeof number === 'number' ? `${refusal.code} ${number}` : refusal.code
}

/** What the second verifier says of each, from exports alone. */
function theirs(sample: Sample, cases: readonly Case[]): string[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plenum-ballots-'))
  try {
    const files = cases.map(({ body, keys }, i) => {
      const before = sample.world.entries.map((entry) =>
        entry.type === 'vote.keys' && keys !== undefined
          ? { ...entry, body: { ...(entry.body as object), ...keys } }
          : entry,
      )
      const file = path.join(folder, `${i}.jsonl`)
      const lines = exportOf([...before, entryOf(sample, body)]).map((line) => formatExportLine(line))
      fs.writeFileSync(file, lines.map((line) => `${line.trimEnd()}\n`).join(''))
      return file
    })
    const { stdout, stderr } = spawnSync('python3', ['-B', SECOND, ...files], { encoding: 'utf8' })
    expect(stderr).toBe('')
    const of = stdout.split('\n').filter((line) => line.startsWith(`${sample.id} `))
    return of.map((line) => line.slice(sample.id.length + 1))
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

/** Holds what both say against each other, and answers with it. */
function judge(sample: Sample, cases: readonly Case[]): string[] {
  const found = theirs(sample, cases)
  expect(found).toEqual(cases.map((each) => ours(sample, each)))
  return found
}

function withBoard(sample: Sample, changed: Partial<Board>): Case {
  return { body: { ...closing(sample), secret: { ...sample.board, ...changed } } }
}

/** The board with the bytes of one ballot changed. */
function withBytes(sample: Sample, i: number, change: (bytes: Uint8Array) => Uint8Array): Case {
  const board = sample.board.board.map((text, at) =>
    at === i ? toBase64(change(Uint8Array.from(fromBase64(text)!))) : text,
  )
  return withBoard(sample, { board })
}

const turned = (bit: number) => (bytes: Uint8Array) =>
  bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))

/** Boards with one ballot more, which is signed as it must be. */
function withBallot(sample: Sample, choice: Uint8Array, changed: Partial<Sample['vote']> = {}): Case {
  const ballot = ballotOf({ ...sample.vote, ...changed }, slip(7), choice)
  const board = boardOf([ballot], [7])
  return withBoard(sample, { board: board.board, keys: sample.board.keys === 4 ? 4 : 1 })
}

/** The order of the group of Ed25519. */
const ORDER = 2n ** 252n + 27_742_317_777_372_353_535_851_937_790_883_648_493n

/** The same bytes with a number added, if it fits. */
function added(bytes: Uint8Array, number: bigint): Uint8Array | undefined {
  const hex = (BigInt(`0x${toHex(bytes)}`) + number).toString(16)
  return hex.length > bytes.length * 2
    ? undefined
    : new Uint8Array(Buffer.from(hex.padStart(bytes.length * 2, '0'), 'hex'))
}

describe.skipIf(!hasPython)(
  `A second verifier, in Python${hasPython ? '' : ' (skipped: install python3)'}`,
  () => {
    const samples: readonly (readonly [string, () => Sample | Promise<Sample>])[] = [
      ['on a question', () => onQuestions(issuing)],
      ['on candidates', () => onCandidates(issuing)],
      ['on candidates who may share a rank', () => onCandidates(issuing, 'meek')],
      ['with keys first', () => withKeysFirst(issuing)],
      ['with two of three issuers', withSeveral],
      ['with papers', () => withPaper(issuing)],
      ['on candidates with papers', () => withRankedPaper(issuing)],
      ['that began again', () => renewed(issuing, other)],
    ]

    test.each(samples)('agrees on a vote %s, and on every fault of its board', async (_, make) => {
      const sample = await make()
      const { board } = sample.board
      const length = fromBase64(board[0]!)!.length
      const bits = fc.sample(fc.nat(length * 8 - 1), { numRuns: 40, seed: 5 })
      const regions = [
        0,
        1,
        36,
        37,
        40,
        length - 64 - 417,
        length - 64 - 416,
        length - 65,
        length - 64,
        length - 1,
      ]
      const faults: readonly Case[] = [
        ...[...bits, ...regions.map((byte) => byte * 8 + 7)].map((bit) => withBytes(sample, 1, turned(bit))),
        withBytes(sample, 0, (bytes) => Uint8Array.of(...bytes, 0)),
        withBytes(sample, 0, (bytes) => bytes.slice(1)),
        withBytes(sample, 2, (bytes) => bytes.fill(0, 33, 37)),
        withBoard(sample, { board: [`${board[0]!.slice(0, -1)}*`, ...board.slice(1)] }),
        withBoard(sample, { board: [board[0]!, board[0]!, ...board.slice(2)] }),
        withBoard(sample, { board: board.toReversed() }),
        withBoard(sample, { keys: sample.board.keys + 1 }),
        withBoard(sample, { keys: board.length - 1 }),
        withBoard(sample, { issued: sample.board.issued.map(() => 0) }),
        withBoard(sample, { issued: [...sample.board.issued, 1] }),
        withBoard(sample, { issued: [11, ...sample.board.issued.slice(1)] }),
        withBoard(sample, { participation: { kind: 'committed', commitments: [SOME_HASH] } }),
        withBoard(sample, participants([0, 0, 1])),
        withBoard(sample, participants([0, 1, 2, 3, 4, 5, 6, 7])),
      ]
      expect(judge(sample, [{ body: closing(sample) }])).toEqual(['accepted'])
      expect(judge(sample, faults)).not.toContain('accepted')
    })

    test('agrees on choices that no ballot can say, though they are signed', () => {
      const question = onQuestions(issuing)
      const letters = ['Y', ' ', '\0'].map((letter) => withBallot(question, choiceOfLetters(letter)))
      expect(new Set(judge(question, letters))).toEqual(new Set(['choice-malformed 1']))
      const ranks = [
        [1, 3, 0, 0],
        [2, 0, 0, 0],
        [1, 1, 0, 0],
        [1, 2, 3, 4],
        [1, 1, 1, 1],
        [255, 0, 0, 0],
      ].map((each) => Uint8Array.from(each))
      const strict = onCandidates(issuing)
      const cases = ranks.map((each) => withBallot(strict, each))
      expect(judge(strict, cases)).toEqual([
        'choice-malformed 1',
        'choice-malformed 1',
        'choice-malformed 1',
        'choice-too-long 1',
        'choice-too-long 1',
        'choice-malformed 1',
      ])
    })

    test('agrees on ballots of another issuer, of another vote, under a stolen signature, and from a key off the list', () => {
      const sample = onQuestions(issuing)
      const foreign = voting(other).vote
      const [stolen] = ballotOf(sample.vote, slip(1), YES).issued as [IssuerSignature]
      const bare = ballotOf(sample.vote, slip(0), YES, { by: [] })
      const theft = withBoard(sample, { ...boardOf([{ ...bare, issued: [stolen] }], [0]) })
      const cases = [
        withBallot(sample, YES, { issuers: foreign.issuers, signers: foreign.signers }),
        withBallot(sample, YES, { context: new Uint8Array(32) }),
        theft,
      ]
      expect(new Set(judge(sample, cases))).toEqual(new Set(['ballot-not-issued 1']))
      const listed = withKeysFirst(issuing)
      expect(judge(listed, [withBallot(listed, YES)])).toEqual(['key-not-listed 1'])
    })

    test('agrees that nothing is written in two ways: no number of a signature has its order, or its modulus, added', () => {
      const sample = onQuestions(issuing)
      const [modulus = 0n] = sample.vote.issuers.map((key) => key.modulus)
      const ballots = Array.from({ length: 8 }, (_, n) => ballotOf(sample.vote, slip(n), YES))
      const cases = ballots.flatMap((ballot) => {
        const [issued] = ballot.issued as [IssuerSignature]
        const scalar = added(ballot.signature.slice(32).reverse(), ORDER)!.reverse()
        const signature = Uint8Array.of(...ballot.signature.slice(0, 32), ...scalar)
        const twin = added(issued.signature, modulus)
        const forms: SecretBallot[] = [{ ...ballot, signature }]
        // Where it still fits into its bytes, as with most moduli it does for some.
        if (twin !== undefined) forms.push({ ...ballot, issued: [{ ...issued, signature: twin }] })
        return forms.map((each) => withBoard(sample, boardOf([each], [0])))
      })
      expect(judge(sample, cases)).not.toContain('accepted')
    })

    test('agrees that without an announced session nothing was done at one', () => {
      const sample = onQuestions(issuing)
      const polled = withBoard(sample, withPapers(sample.board, [3, 4, 5], [NO, YES]))
      expect(judge(sample, [polled])).toEqual(['polling-unfit'])
      announcePolling(sample)
      const session = { vote: sample.id, session: uuid('session') }
      sample.world.given(person(0), 'polling.cancel', session)
      expect(judge(sample, [polled])).toEqual(['polling-unfit'])
      announcePolling(sample)
      expect(judge(sample, [polled])).toEqual(['wrong-result'])
    })

    test('agrees on papers and polling sessions that do not fit', () => {
      const sample = withPaper(issuing)
      const { paper, polling } = sample.board
      const [officer, batch] = [polling!.officers[0]!, polling!.batches[0]!]
      const { polling: _polling, ...bare } = sample.board
      const officers = (...found: readonly Polling['officers'][number][]) => ({
        polling: { ...polling!, officers: [...found] },
      })
      const batches = (...found: readonly Polling['batches'][number][]) => ({
        polling: { ...polling!, batches: [...found] },
      })
      const [a, b] = batch.tellers
      const changed: readonly (readonly [Partial<Board>, string])[] = [
        [{ paper: [...paper, paper[0]!].sort() }, 'polling-unfit'],
        [{ paper: [] }, 'polling-unfit'],
        [{ paper: paper.toReversed() }, 'paper-unfit 2'],
        [{ paper: [toBase64(choiceOfLetters('Y')), paper[1]!] }, 'paper-unfit 1'],
        [{ paper: [paper[0]!, toBase64(choiceOfLetters('yy'))] }, 'paper-unfit 2'],
        [{ paper: [paper[0]!, 'eQ='] }, 'paper-unfit 2'],
        [batches(), 'polling-unfit'],
        [batches({ ...batch, tellers: [a, a] }), 'polling-unfit'],
        [batches({ ...batch, tellers: [b, a] }), 'polling-unfit'],
        [batches({ ...batch, papers: 3 }), 'polling-unfit'],
        [officers({ ...officer, papers: 1 }), 'board-participation'],
        [officers({ ...officer, papers: 1 }, { ...officer, papers: 2 }), 'polling-unfit'],
        [officers({ ...officer, screens: 4 }), 'polling-unfit'],
        [officers(officer, { member: person(1), screens: 0, papers: 0 }), 'polling-unfit'],
        [{ ...officers({ ...officer, papers: 8 }), ...participants([0, 1, 2, 3, 4]) }, 'board-counts'],
      ]
      const cases = changed.map(([each]) => withBoard(sample, each))
      expect(judge(sample, cases)).toEqual(changed.map(([, code]) => code))
      const without = { body: { ...closing(sample), secret: bare } }
      expect(judge(sample, [without])).toEqual(['board-participation'])
      const alone = { body: { ...without.body, secret: { ...bare, ...participants([0, 1, 2]) } } }
      expect(judge(sample, [alone])).toEqual(['polling-unfit'])
      const noPapers = { ...sample.board, ...participants([0, 1, 2]), paper: [] }
      const took = { officers: [{ ...officer, papers: 0 }], batches: [] }
      expect(
        judge(sample, [{ body: { ...closing(sample), secret: { ...noPapers, polling: took } } }]),
      ).toEqual(['wrong-result'])
    })

    test('agrees on counts that the ballots do not give', () => {
      const sample = onQuestions(issuing)
      const body = closing(sample)
      const results = [
        { tally: { yes: 3, no: 0, abstain: 0 }, outcome: 'adopted' as const },
        { ...body.results[0]!, outcome: 'short' as const },
      ]
      expect(
        judge(
          sample,
          results.map((each) => ({ body: { ...body, results: [each] } })),
        ),
      ).toEqual(['wrong-result', 'wrong-result'])
      const ranked = onCandidates(issuing)
      const good = closing(ranked)
      const changed = [{ papers: SOME_HASH }, { ballots: 4 }, { needed: 9 }]
      const cases = changed.map((each) => ({ body: { ...good, count: { ...good.count!, ...each } } }))
      expect(new Set(judge(ranked, cases))).toEqual(new Set(['wrong-result']))
    })

    test('refuses a list of keys with one twice, in another order, or of another length', () => {
      const sample = withKeysFirst(issuing)
      const body = closing(sample)
      const keys = listOf(sample, [0, 1, 2, 3])
      const lists = [keys.toReversed(), [keys[0]!, keys[0]!], [...keys.slice(0, 3), 'AAAA']]
      const cases = lists.map((each) => ({ body, keys: { count: each.length, keys: each } }))
      expect(theirs(sample, [...cases, { body, keys: { count: 3, keys } }])).toEqual([
        'keys-unsorted 2',
        'keys-unsorted 2',
        'keys-unsorted 4',
        'key-list-unfit',
      ])
    })

    test('tells what a vote lacks that closes without its board', () => {
      const sample = onQuestions(issuing)
      const { secret: _secret, ...bare } = closing(sample)
      expect(judge(sample, [{ body: bare }])).toEqual(['board-missing'])
    })

    test('tells what a vote lacks that closes without its list of keys', () => {
      const open = voting(issuing, { keysFirst: 2, keyHours: 72 })
      const sample = { ...open, board: twoToOne(open.vote) }
      expect(judge(sample, [{ body: closing(sample) }])).toEqual(['something-is-due'])
    })
  },
)
