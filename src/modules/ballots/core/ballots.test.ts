import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '#kernel/bytes'
import { isRefusal } from '#kernel/refusal'
import { ballotOf, issuedTo, testVote, type TestVote } from '../../../../test/kit/secret-vote.ts'
import {
  ballotBytes,
  boardKeeps,
  choiceOfLetters,
  choiceOfRanks,
  contextOf,
  encodeBallot,
  encodeRegistration,
  lettersOf,
  listKeys,
  makeBoard,
  makeReceipt,
  ranksOf,
  readBallot,
  readBoard,
  readReceipt,
  readRegistration,
  signRegistration,
  slipOf,
  voterKey,
  whyChoiceInvalid,
  wordsOf,
} from './index.ts'

const CONTEXT = contextOf({ vote: 'one' })
const slip = (n: number): Uint8Array => new Uint8Array(16).fill(n)
const YES = choiceOfLetters('yy')
const codeOf = (answer: unknown): string | undefined => (isRefusal(answer) ? answer.code : undefined)

let vote: TestVote
let other: TestVote
let several: TestVote

beforeAll(async () => {
  const form = { kind: 'questions', length: 2 } as const
  vote = await testVote(CONTEXT, form)
  other = { ...(await testVote(CONTEXT, form)), context: CONTEXT }
  several = await testVote(CONTEXT, form, { issuers: 3, k: 2 })
})

describe('a slip', () => {
  it('is twelve words in either language, typed with accents or without', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.constantFrom('en', 'es'),
        (bytes, language) => {
          const words = wordsOf(bytes, language)
          expect(words).toHaveLength(12)
          const typed = words.map((word) => word.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase())
          expect(slipOf(` ${typed.join('  ')}\n`)).toEqual(bytes)
        },
      ),
    )
  })

  it('is refused with a word too many, one that is none, and one in the wrong place', () => {
    const words = wordsOf(slip(7), 'en')
    expect(slipOf([...words, 'zoo'].join(' '))).toBeUndefined()
    expect(slipOf(['plenum', ...words.slice(1)].join(' '))).toBeUndefined()
    expect(slipOf('abandon '.repeat(12))).toBeUndefined()
  })

  it('gives the same key again in the same vote, and another in another', () => {
    expect(voterKey(slip(1), CONTEXT)).toEqual(voterKey(slip(1), CONTEXT))
    expect(voterKey(slip(1), CONTEXT)).not.toEqual(voterKey(slip(1), contextOf({ vote: 'two' })))
  })
})

describe('a choice', () => {
  it('says letters or ranks, and reads them back', () => {
    expect(lettersOf(choiceOfLetters('yna'))).toBe('yna')
    expect(ranksOf(choiceOfRanks([[2], [0, 3]], 4))).toEqual([[2], [0, 3]])
    expect(ranksOf(choiceOfRanks([], 4))).toEqual([])
  })

  it('can be no mark: no gap in the ranks, no other letter, no more ranks than may be', () => {
    const form = { kind: 'ranks', length: 4, most: 3, mayShare: true } as const
    const why = (...ranks: number[]): string | undefined =>
      codeOf(whyChoiceInvalid(form, Uint8Array.from(ranks)))
    expect(why(1, 2, 3, 0)).toBeUndefined()
    expect(why(1, 1, 2, 0)).toBeUndefined()
    expect(why(1, 3, 0, 0)).toBe('choice-malformed')
    expect(why(2, 0, 0, 0)).toBe('choice-malformed')
    expect(why(1, 2, 3, 4)).toBe('choice-too-long')
    expect(why(1, 2, 3)).toBe('choice-malformed')
    expect(codeOf(whyChoiceInvalid({ ...form, mayShare: false }, Uint8Array.of(1, 1, 2, 0)))).toBe(
      'choice-malformed',
    )
    const questions = { kind: 'questions', length: 2 } as const
    expect(codeOf(whyChoiceInvalid(questions, choiceOfLetters('yY')))).toBe('choice-malformed')
    expect(codeOf(whyChoiceInvalid(questions, choiceOfLetters('an')))).toBeUndefined()
  })
})

describe('a ballot', () => {
  it('is read back as it was cast', () => {
    const ballot = ballotOf(vote, slip(1), YES)
    const bytes = encodeBallot(ballot)
    expect(bytes).toHaveLength(ballotBytes(vote))
    expect(readBallot(vote, bytes)).toEqual(ballot)
  })

  it('is refused with any bit of it turned, a byte more or less, or in another vote', () => {
    const bytes = encodeBallot(ballotOf(vote, slip(1), YES))
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const turned = bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
        expect(isRefusal(readBallot(vote, turned))).toBe(true)
      }),
      { numRuns: 300 },
    )
    expect(codeOf(readBallot(vote, Uint8Array.of(...bytes, 0)))).toBe('ballot-length')
    expect(codeOf(readBallot(vote, bytes.subarray(1)))).toBe('ballot-length')
    expect(codeOf(readBallot({ ...vote, context: contextOf({ vote: 'two' }) }, bytes))).toBe(
      'ballot-not-issued',
    )
    expect(codeOf(readBallot(other, bytes))).toBe('ballot-not-issued')
  })

  it('is refused from a key that was signed for somebody else', () => {
    const stolen = issuedTo(vote, slip(1), [0])
    const { publicKey, ...rest } = ballotOf(vote, slip(2), YES)
    const forged = encodeBallot({ ...rest, publicKey, issued: stolen })
    expect(codeOf(readBallot(vote, forged))).toBe('ballot-not-issued')
  })

  it('is refused where another changed what it says', () => {
    const changed = encodeBallot({ ...ballotOf(vote, slip(1), YES), choice: choiceOfLetters('nn') })
    expect(codeOf(readBallot(vote, changed))).toBe('ballot-not-signed')
    const counted = encodeBallot({ ...ballotOf(vote, slip(1), YES), number: 0 })
    expect(codeOf(readBallot(vote, counted))).toBe('ballot-number')
  })

  it('needs k issuers, each once and in order', () => {
    const good = ballotOf(several, slip(1), YES, { by: [0, 2] })
    expect(readBallot(several, encodeBallot(good))).toEqual(good)
    const [first, second] = good.issued
    for (const issued of [
      [second!, first!],
      [first!, first!],
      [first!, { ...second!, issuer: 3 }],
    ])
      expect(codeOf(readBallot(several, encodeBallot({ ...good, issued })))).toBe('ballot-issuers')
    expect(codeOf(readBallot(several, encodeBallot({ ...good, issued: [first!] })))).toBe('ballot-length')
  })
})

describe('a board', () => {
  const boardOf = (...numbers: number[]): string[] =>
    makeBoard(numbers.map((n) => ballotOf(vote, slip(n), YES)))

  it('has every ballot, in an order that says nothing of when it came', () => {
    const board = boardOf(1, 2, 3)
    expect(boardOf(3, 1, 2)).toEqual(board)
    expect(readBoard(vote, board)).toHaveLength(3)
  })

  it('is refused with two of one key, in another order, or with a ballot from a key that is not listed', () => {
    const board = boardOf(1, 2, 3)
    const again = toBase64(encodeBallot(ballotOf(vote, slip(1), choiceOfLetters('nn'), { number: 2 })))
    const twice = board.flatMap((text) => {
      const ballot = readBallot(vote, fromBase64(text)!)
      return !isRefusal(ballot) && ballot.salt[0] === 1 ? [text, again] : [text]
    })
    expect(codeOf(readBoard(vote, twice))).toBe('ballot-twice')
    expect(codeOf(readBoard(vote, board.toReversed()))).toBe('board-unsorted')
    const keys = listKeys([1, 2].map((n) => voterKey(slip(n), CONTEXT).publicKey))
    expect(codeOf(readBoard(vote, board, { keys }))).toBe('key-not-listed')
    expect(isRefusal(readBoard(vote, boardOf(1, 2), { keys }))).toBe(false)
  })

  it('names the ballot that is not right', () => {
    const [first, , third] = boardOf(1, 2, 3)
    expect(readBoard(vote, [first!, 'AAAA', third!])).toMatchObject({
      code: 'ballot-length',
      facts: { number: 2 },
    })
  })
})

describe('a receipt', () => {
  const key = voterKey(slip(9), CONTEXT)

  it('convicts a board that drops the ballot, changes it or goes back behind it, and no other', () => {
    const ballot = ballotOf(vote, slip(1), YES, { number: 2 })
    const bytes = makeReceipt(key.seed, CONTEXT, ballot)
    const receipt = readReceipt(key.publicKey, CONTEXT, bytes)!
    expect(readReceipt(voterKey(slip(8), CONTEXT).publicKey, CONTEXT, bytes)).toBeUndefined()
    expect(readReceipt(key.publicKey, contextOf({ vote: 'two' }), bytes)).toBeUndefined()
    expect(boardKeeps([ballot], receipt)).toBe(true)
    expect(boardKeeps([{ ...ballot, number: 3, choice: choiceOfLetters('nn') }], receipt)).toBe(true)
    expect(boardKeeps([], receipt)).toBe(false)
    expect(boardKeeps([{ ...ballot, number: 1 }], receipt)).toBe(false)
    expect(boardKeeps([{ ...ballot, choice: choiceOfLetters('nn') }], receipt)).toBe(false)
  })
})

describe('a registration', () => {
  it('is read back, and refused where it is not signed by its key or meant as a ballot', () => {
    const made = signRegistration(CONTEXT, voterKey(slip(1), CONTEXT), issuedTo(vote, slip(1), [0]))
    const bytes = encodeRegistration(made)
    expect(readRegistration(vote, bytes)).toEqual(made)
    const forged = encodeRegistration({ ...made, signature: ballotOf(vote, slip(1), YES).signature })
    expect(codeOf(readRegistration(vote, forged))).toBe('ballot-not-signed')
    expect(codeOf(readRegistration(vote, Uint8Array.of(...bytes, 0)))).toBe('ballot-length')
  })
})
