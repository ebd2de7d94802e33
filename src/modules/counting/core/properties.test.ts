import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankedBallots, type BallotLines, type Rank } from './ballots.ts'
import { unitsOf } from './decimals.ts'
import type { Lot } from './lots.ts'
import { countBy, STAGED_METHODS } from './methods.ts'
import type { CountResult } from './result.ts'

type Name = keyof typeof STAGED_METHODS

const LOT: Lot = { question: 'a property', seeds: [] }
const METHODS = Object.keys(STAGED_METHODS) as readonly Name[]

/** Small and close elections, so that ties and rounding happen; every shape of rank where the method takes it. */
function elections(method: Name): fc.Arbitrary<BallotLines> {
  const shared = method.startsWith('meek')
  return fc.integer({ min: 2, max: 6 }).chain((count) => {
    const one = fc.nat(count - 1)
    const rank: fc.Arbitrary<Rank> = fc.oneof(
      { weight: 8, arbitrary: one },
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: shared ? 2 : 1, arbitrary: fc.uniqueArray(one, { minLength: 2, maxLength: 3 }) },
    )
    const line = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.array(rank, { maxLength: 6 }))
    return fc.record({
      candidates: fc.constant(Array.from({ length: count }, (_, i) => `candidate ${i}`)),
      withdrawn: fc.uniqueArray(one, { maxLength: 1 }),
      seats: STAGED_METHODS[method].oneSeat ? fc.constant(1) : fc.integer({ min: 1, max: count }),
      lines: fc.array(line, { maxLength: 12 }),
    })
  })
}

function count(method: Name, lines: BallotLines): CountResult {
  return countBy(STAGED_METHODS[method], rankedBallots(lines), { lot: LOT }) as CountResult
}

/** What a count comes to, told by names: the same however candidates are numbered. */
function told({ candidates, winners, stages, quota }: CountResult): unknown {
  const name = (candidate: number) => candidates[candidate]!
  return {
    winners: winners.map(name).sort(),
    quota,
    stages: stages.map(({ cause, votes, exhausted, rounding, elected }) => ({
      kind: cause.kind,
      votes: votes.map((of, candidate) => `${name(candidate)}: ${of}`).sort(),
      exhausted,
      rounding,
      elected: elected.map(({ candidate }) => name(candidate)).sort(),
    })),
  }
}

describe.each(METHODS)('for any election by %s', (method) => {
  const election = elections(method)

  it('the order of ballots changes nothing', () => {
    fc.assert(
      fc.property(election, fc.infiniteStream(fc.nat()), (lines, keys) => {
        const drawn = lines.lines.map((line) => [keys.next().value ?? 0, line] as const)
        const shuffled = drawn.sort(([a], [b]) => a - b).map(([, line]) => line)
        expect(count(method, { ...lines, lines: shuffled })).toEqual(count(method, lines))
      }),
    )
  })

  it('splitting lines into single ballots, or saying the same line twice, changes nothing', () => {
    fc.assert(
      fc.property(election, (lines) => {
        const single = lines.lines.flatMap(([voters, ranks]) =>
          Array.from({ length: voters }, () => [1, ranks] as const),
        )
        expect(count(method, { ...lines, lines: single })).toEqual(count(method, lines))
      }),
    )
  })

  it('numbering the candidates otherwise only renumbers the result', () => {
    fc.assert(
      fc.property(election, fc.nat(), (lines, turn) => {
        const size = lines.candidates.length
        // Backwards and turned: neighbours in ties change places too.
        const to = (candidate: number) => (2 * size - candidate + (turn % size)) % size
        const candidates = lines.candidates.map((_, at) => lines.candidates.find((_, i) => to(i) === at)!)
        const moved = count(method, {
          candidates,
          withdrawn: (lines.withdrawn ?? []).map(to),
          seats: lines.seats,
          lines: lines.lines.map(([voters, ranks]) => [
            voters,
            ranks.map((rank) => (rank === null ? null : typeof rank === 'number' ? to(rank) : rank.map(to))),
          ]),
        })
        const [a, b] = [moved, count(method, lines)]
        const immaterial = [...a.ties, ...b.ties].some(({ settled }) => settled.by === 'no-matter')
        if (immaterial)
          expect([...a.winners].map((i) => candidates[i]).sort()).toEqual(
            b.winners.map((i) => lines.candidates[i]).sort(),
          )
        else expect(told(a)).toEqual(told(b))
      }),
    )
  })

  it('at every stage the votes, the exhausted and what rounding lost are all the ballots', () => {
    fc.assert(
      fc.property(election, (lines) => {
        const { stages, ballots, digits, withdrawn } = count(method, lines)
        for (const { votes, exhausted, rounding } of stages) {
          const sum = [...votes, exhausted, rounding].reduce((all, of) => all + unitsOf(of), 0n)
          expect(sum).toBe(BigInt(ballots) * 10n ** BigInt(digits))
          for (const candidate of withdrawn) expect(unitsOf(votes[candidate]!)).toBe(0n)
          for (const of of [...votes, exhausted, rounding]) expect(unitsOf(of) >= 0n).toBe(true)
        }
      }),
    )
  })

  it('transfers are the difference between two stages', () => {
    fc.assert(
      fc.property(election, (lines) => {
        const { stages } = count(method, lines)
        for (const [i, { cause, transfers, votes }] of stages.entries()) {
          // Meek moves votes of many at once, and a last exclusion may move none.
          if (i === 0 || transfers.length === 0 || method.startsWith('meek')) continue
          const change = votes.map((of, candidate) => unitsOf(of) - unitsOf(stages[i - 1]!.votes[candidate]!))
          for (const { from, to, votes: of } of transfers) {
            change[from]! += unitsOf(of)
            if (typeof to === 'number') change[to]! -= unitsOf(of)
          }
          expect([cause.kind, change.every((of) => of === 0n)]).toEqual([cause.kind, true])
        }
      }),
    )
  })

  it('fills the seats, as far as there are candidates, and never with somebody withdrawn', () => {
    fc.assert(
      fc.property(election, (lines) => {
        const { winners, withdrawn, candidates, seats, status } = count(method, lines)
        expect(status).toBe('decided')
        expect(new Set(winners).size).toBe(Math.min(seats, candidates.length - withdrawn.length))
        for (const candidate of withdrawn) expect(winners).not.toContain(candidate)
      }),
    )
  })
})

it('irv: a thousand times the voters have a thousand times the votes at every stage', () => {
  fc.assert(
    fc.property(elections('irv'), (lines) => {
      const [once, often] = [count('irv', lines), count('irv', scaled(lines))]
      expect(often.winners).toEqual(once.winners)
      const votes = once.stages.map((stage) => stage.votes.map((of) => unitsOf(of) * 1000n))
      expect(often.stages.map((stage) => stage.votes.map(unitsOf))).toEqual(votes)
    }),
  )
})

it('meek: a thousand times the voters elect the same', () => {
  fc.assert(
    fc.property(elections('meek'), (lines) => {
      const [once, often] = [count('meek', lines), count('meek', scaled(lines))]
      if (once.ties.length === 0) expect(often.winners).toEqual(once.winners)
    }),
  )
})

function scaled(lines: BallotLines): BallotLines {
  return { ...lines, lines: lines.lines.map(([voters, ranks]) => [1000 * voters, ranks]) }
}
