import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY, MINUTE } from '#kernel/instant'
import { decide } from '#modules/counting/core'
import { boundVotes, reportState } from '#modules/councils/core'
import type { Election } from '#modules/elections/core'
import { idAt, statusAt } from '#modules/members/core'
import { amendmentsTo, mergeAmendments, type Motion } from '#modules/motions/core'
import type { KeptEntry } from '#modules/record/core'
import { reportDaysOf } from '#modules/rulebook/core'
import { rulesFor } from '#modules/units/core'
import { readRollCall } from '#modules/voting'
import { voteIdFor } from '#modules/voting/core'
import type { Org } from '#organization'
import type { Plenum } from '#organization/server'
import { openDemonstration, type Made } from '../../test/kit/demonstration.ts'
import { auditOf } from '../../test/kit/export.ts'
import { must } from '../../test/kit/storage.ts'
import { makeDemonstration, stepInto } from './index.ts'
import { castId } from './people.ts'
import { idFor } from './play.server.ts'
import type { CastKey } from './script/cast.ts'

let made: Made
let plenum: Plenum
let org: Org
let entries: KeptEntry[] = []
const days: number[] = []

beforeAll(async () => {
  made = await openDemonstration((day) => days.push(day))
  ;({ plenum, org } = made)
  entries = []
  for await (const page of plenum.store.read(0)) entries.push(...page)
}, 120_000)
afterAll(() => made.close())

const motions = (): readonly Motion[] => [...org.motions.motions.values()]
const inStage = (kind: string) => motions().filter(({ stage }) => stage.kind === kind)
const decided = () => motions().flatMap(({ stage }) => (stage.kind === 'decided' ? [stage] : []))
const motion = (key: string) => org.motions.motions.get(idFor('motion', key))

test('eighteen months are told in order, up to the present', () => {
  expect(days).toEqual(days.toSorted((a, b) => a - b))
  expect(Math.abs(plenum.clock.now() - Date.now())).toBeLessThan(MINUTE)
  const [first] = entries
  expect(first).toMatchObject({ type: 'organization.found', body: { demonstration: true } })
  expect(plenum.clock.now() - (first?.at ?? 0)).toBeGreaterThan(540 * DAY)
})

test('no three weeks of the last half year go by without a new motion, up to the last days', () => {
  const since = plenum.clock.now() - 180 * DAY
  const moments = motions().flatMap(({ at }) => (at > since ? [at] : []))
  const stops = [since, ...moments.toSorted((a, b) => a - b), plenum.clock.now()]
  const longest = Math.max(...stops.slice(1).map((at, n) => at - (stops[n] ?? 0)))
  expect(longest).toBeLessThan(21 * DAY)
})

test('some 250 members in three branches, two groups and a council', () => {
  const members = org.members.ids.values().filter((_, index) => statusAt(org.members, index) === 'member')
  expect(members.length).toBeGreaterThan(230)
  expect(members.length).toBeLessThan(280)
  const units = [...org.units.units.values()]
  expect(
    units
      .filter(({ parent }) => parent === idFor('unit', 'league'))
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['group', 'group', 'group', 'place', 'place', 'place'])
  const statuses = new Set(org.members.ids.values().map((_, index) => statusAt(org.members, index)))
  expect([...statuses].sort()).toEqual(['applicant', 'former', 'lapsed', 'member', 'refused'])
})

test('its record audits, with the parts that are sealed as long as they are kept and without', async () => {
  const reportOf = (kept: readonly KeptEntry[]) =>
    auditOf(
      kept.map(({ bodyHash: _, salt: __, sig: ___, body = null, ...head }) => ({ ...head, body })),
      ({ body }) => body === null,
    )
  expect(reportOf(await plenum.sealed.open(entries))).toMatchObject({ violations: [] })
  const report = reportOf(entries)
  expect(report).toMatchObject({ violations: [], closed: { 'case.name': 2, 'complaint.name': 2 } })
  expect(report.powers.filter(({ power }) => power === 'separated')).toHaveLength(1)
})

describe('at the end there is', () => {
  test('one motion that waits for seconds, three in debate, a vote on amendments and two on motions', () => {
    const now = ['seconding', 'debate', 'amending', 'voting'].map((kind) => inStage(kind).length)
    expect(now).toEqual([1, 3, 1, 2])
  })

  test.each(['allocation', 'fund-rules'])('amendments to %s that collide', (key) => {
    const { clauses = [], id = '' } = motion(key) ?? {}
    expect(mergeAmendments(clauses, amendmentsTo(org, id))).toMatchObject({ kind: 'collision' })
  })

  test('a secret vote under way, and one before it that is counted, with a board of all ballots', () => {
    const secret = [...org.voting.votes.values()].filter(
      ({ secret: of, subject }) => of !== undefined && subject.kind === 'motion',
    )
    expect(secret.map(({ status }) => status)).toEqual(['closed', 'open'])
    const [closed] = secret
    if (closed?.status !== 'closed') throw new Error('no secret vote has closed')
    const [result] = closed.results
    expect(closed.counts).toMatchObject({ issued: [closed.counts?.cast], keys: closed.counts?.cast })
    expect(result?.tally.yes).toBeGreaterThan(result?.tally.no ?? 0)
    expect(result?.tally.no).toBeGreaterThan(0)
  })

  test('two tendencies that stand, which speak beside a motion, and under whose name somebody stands', () => {
    const { tendencies, statements } = org.tendencies
    expect([...tendencies.values()].map(({ stage }) => stage.kind)).toEqual(['standing', 'standing'])
    expect(statements.get(idFor('motion', 'fund-rules'))).toHaveLength(2)
    const candidates = [...org.elections.elections.values()].flatMap((election) => election.candidates)
    expect(candidates.filter(({ tendency }) => tendency !== undefined)).toHaveLength(1)
  })

  test('a case that came to nothing and names nobody, and one that is heard, with a protective measure that is voted on', () => {
    const [first, second, ...others] = org.cases.cases.values()
    expect(others).toEqual([])
    expect(first?.stage).toMatchObject({ kind: 'ended', why: 'dismissed' })
    expect([...org.cases.matters.keys()]).toEqual([second?.id])
    expect(second?.stage.kind).toBe('hearing')
    expect(second?.protection?.stage.kind).toBe('voting')
    const panel = org.panels.panels.get(second?.panel ?? '')
    expect(panel?.seats.filter(({ accepted }) => accepted !== null)).toHaveLength(5)
    expect(panel?.proposals[0]?.agreed).toHaveLength(2)
  })

  test('an office for complaints that is filled, one complaint that was settled, and one that waits', () => {
    const complaints = [...org.complaints.complaints.values()]
    expect(complaints.map(({ persons, stage }) => [persons, stage.kind])).toEqual([
      [3, 'ended'],
      [3, 'asked'],
    ])
    expect(complaints[0]?.separation).not.toBeNull()
    expect(org.complaints.matters.size).toBe(1)
  })

  test('a text that was hidden and that a panel shows again, and one that is hidden', () => {
    const stages = [...org.moderation.marked.values()].map(({ hidings }) => hidings.at(-1)?.stage)
    expect(stages).toMatchObject([{ kind: 'restored', how: 'panel' }, { kind: 'hidden' }])
  })

  test('a petition for a review that still lacks signatures', () => {
    const open = decided().flatMap(({ review }) =>
      review === null || review.until < plenum.clock.now() ? [] : review,
    )
    expect(open).toHaveLength(1)
    const [{ petitioners, needed } = { petitioners: [], needed: 0 }] = open
    expect(petitioners.length).toBeGreaterThan(0)
    expect(petitioners.length).toBeLessThan(needed)
  })

  test('something for most members to vote on', () => {
    const open = [...org.voting.votes.values()].flatMap((vote) => (vote.status === 'open' ? vote : []))
    for (const { ballots, roll } of open) expect([...ballots.entries()].length).toBeLessThan(roll.size / 2)
  })
})

describe('of elected offices there are', () => {
  const electionsTo = (title: string) =>
    [...org.elections.elections.values()].filter(
      ({ office }) => org.elections.offices.get(office)?.title === title,
    )
  const winnersOf = ({ stage }: Election) =>
    stage.kind === 'over' ? stage.winners.map((index) => idAt(org.members, index)) : []
  const cast = (...keys: CastKey[]) => keys.map(castId)
  const holders = (office: string) =>
    [...org.delegates.mandates.values()].filter((each) => each.office === office && each.ended === null)

  test('a committee of five of nine, elected twice, with the same members each time it is made', () => {
    const [first, second, ...others] = electionsTo('coordinating committee')
    expect([first?.candidates.length, others.length]).toEqual([9, 0])
    const elected = [first, second].map((each) => each && winnersOf(each))
    expect(elected).toEqual([
      cast('noor', 'gwen', 'kit', 'dede', 'marisol'),
      cast('rosa', 'dede', 'sami', 'noor', 'marisol'),
    ])
  })

  test('one election in which almost everybody can vote at once, and one that takes nominations', () => {
    const [treasurer, archive] = ['treasurer', 'keeper of the archive'].map((title) => electionsTo(title)[0])
    const vote = org.voting.votes.get(treasurer?.stage.kind === 'voting' ? treasurer.stage.vote : '')
    const members = org.members.ids.values().filter((_, i) => statusAt(org.members, i) === 'member').length
    expect(vote).toMatchObject({ status: 'open' })
    expect(vote?.roll.size).toBeGreaterThan(0.9 * members)
    expect(vote?.status === 'open' && vote.closes > plenum.clock.now() + DAY).toBe(true)
    expect(archive?.stage.kind).toBe('nominating')
    expect(archive?.candidates.filter(({ statement }) => statement === null)).toHaveLength(2)
  })

  test('a petition for the recall of the one who says nothing, short of signatures', () => {
    const [recall, ...others] = org.elections.recalls.values()
    expect(others).toEqual([])
    expect(recall?.stage.kind).toBe('signing')
    expect(recall?.signers.length).toBeLessThan(recall?.needed ?? 0)
    const silent = [...org.delegates.mandates.values()].filter((mandate) => {
      const everyDays = reportDaysOf(rulesFor(org, mandate.unit).rules)
      const given = org.councils.reports.get(mandate.id) ?? []
      const { overdueDays } = reportState(mandate, given, everyDays, plenum.clock.now())
      return mandate.ended === null && overdueDays > 0
    })
    expect(silent.map(({ id }) => id)).toEqual([recall?.mandate])
  })

  test('a council with its seats shared out and taken, and a delegate who departed from the mandate', async () => {
    const [seating] = org.councils.seatings.values()
    expect(seating?.rows.map(({ seats }) => seats)).toEqual([2, 2, 1])
    const delegates = ['delegate of Harbor', 'delegate of Millside', 'delegate of Heights']
    expect(delegates.map((office) => holders(office).length)).toEqual([2, 2, 1])
    const vote = org.voting.votes.get(voteIdFor({ kind: 'motion', id: idFor('motion', 'van') }))
    if (vote?.status !== 'closed') throw new Error('the council has not voted on the van')
    const ballots = await readRollCall(plenum.store, vote)
    const mandates = [...org.delegates.mandates.values()]
    const calls = boundVotes({ councils: org.councils, mandates }, vote, (holder) =>
      ballots.get(idAt(org.members, holder)),
    )
    const departed = calls.filter(({ kept }) => !kept).map(({ mandate }) => idAt(org.members, mandate.holder))
    expect([calls.length, departed]).toEqual([4, [castId('anh')]])
  })
})

describe('on the way there were', () => {
  test('motions of every kind, each adopted once at least and carried out', () => {
    const adopted = motions().filter(({ stage }) => stage.kind === 'decided' && stage.adopted)
    expect(new Set(adopted.map(({ enactment }) => enactment.kind)).size).toBe(14)
    expect(decided().filter(({ notCarriedOut }) => notCarriedOut !== null)).toEqual([])
  })

  test('a vote without a quorum, and one that missed two thirds by one', () => {
    const results = [...org.voting.votes.values()].flatMap((vote) =>
      vote.status === 'closed'
        ? vote.items.map(({ majority }, i) => ({ vote, majority, result: vote.results[i] }))
        : [],
    )
    expect(results.filter(({ result }) => result?.outcome === 'no-quorum')).toHaveLength(1)
    const missing = results.map(({ vote: { quorum, roll }, majority, result }) => {
      const { tally } = result ?? { tally: { yes: 0, no: 0, abstain: 0 } }
      return decide(tally, roll.size, { majority, quorum }).needed - tally.yes
    })
    expect(missing).toContain(1)
  })

  test('a meeting’s decision that was taken back, one that stands, a withdrawn and a lapsed motion', () => {
    expect(motion('ticket-machines')?.stage).toMatchObject({ kind: 'decided', revokedBy: expect.any(String) })
    expect(motion('cold-store')?.stage).toMatchObject({ kind: 'decided', revokedBy: null })
    expect([inStage('withdrawn').length, inStage('lapsed').length]).toEqual([1, 1])
  })

  test('minority reports with signers', () => {
    const signers = [...org.motions.reports.values()].map((report) => report.signers.length)
    expect(signers.filter((count) => count >= 3).length).toBeGreaterThanOrEqual(3)
  })
})

test('a visitor steps into a member’s shoes, twice, and both sessions hold', async () => {
  const first = must(await stepInto(plenum, castId('kit')))
  const second = must(await stepInto(plenum, castId('kit')))
  for (const { token } of [first, second])
    expect(await plenum.access.session(token, plenum.clock.now())).toMatchObject({ member: castId('kit') })
  expect(await stepInto(plenum, 'm-000000000000')).toMatchObject({ code: 'wrong-status' })
})

test('nothing is made where something is founded', async () => {
  expect(await makeDemonstration(plenum, () => undefined)).toMatchObject({ code: 'already-founded' })
})
