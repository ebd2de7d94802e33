import fc from 'fast-check'
import { expect, it } from 'vitest'
import { spanOf } from '#modules/discipline/core'
import { idAt, statusOf } from '#modules/members/core'
import { standingHiding } from '#modules/moderation/core'
import { hasBit } from '#kernel/bitmap'
import { assertHistories } from '../../../test/kit/assert-histories.ts'
import { auditOf } from '../../../test/kit/export.ts'
import { ROOT, uuid, clausesOf, RESOLVE, type World } from '../../../test/kit/given.ts'
import { complaintsIn } from '../../../test/kit/oracle/complaints.ts'
import { authors, hiddenTexts } from '../../../test/kit/oracle/texts.ts'
import { protectionsIn, type Protected } from '../../../test/kit/oracle/protection.ts'
import { standings } from '../../../test/kit/oracle/standing.ts'
import { tendenciesIn } from '../../../test/kit/oracle/tendencies.ts'
import { begun } from '../../../test/kit/random-beginning.ts'
import { take } from '../../../test/kit/random-history.ts'
import { steps } from '../../../test/kit/random-steps.ts'
import { DUE_PROCESS } from '../../../test/kit/random-rules.ts'
import { check } from './check.ts'

// A majority and officers who want to be rid of others do whatever the rules let them. What follows is judged from the entries alone,
// by an oracle (test/kit/oracle) that shares no rule with the code under test. The ways it allows stand in docs/rights.md.

const RUNS = Number(process.env['HISTORIES'] ?? 70)

/** Always the same histories, but where somebody asks for more: so what has to happen in them does. */
const SEED = 20261128

const histories = fc.record({
  members: fc.integer({ min: 9, max: 13 }),
  steps: steps(150, 'hostile'),
})

const LOST = ['struck', 'lapsed', 'former', 'expelled']

/** Why somebody cannot propose a motion now, asked as the server asks. */
function whyNotProposing({ org, now }: World, by: string): string | undefined {
  const { size, law, at } = org.head.get()
  const body = { motion: uuid('probe'), title: 'Probe', clauses: clausesOf('Probe.'), enactment: RESOLVE }
  const header = {
    seq: size,
    at: Math.max(at, now),
    by,
    id: uuid('probe', by),
    type: 'motion.propose',
    law,
    unit: ROOT,
  }
  return check(org, { ...header, body })?.code
}

const NO_RIGHT = ['not-a-member', 'standing-lapsed', 'not-for-you', 'right-suspended']

/** Nobody's place or right is gone but along the ways. */
function expectNobodyLost(world: World): readonly string[] {
  const { people, bound } = standings(world.entries)
  const protections = expectProtected(world)
  for (const [id, { status, breach, lost }] of people) {
    const found = statusOf(world.org.members, id)
    if (LOST.includes(found)) expect([id, status, breach]).toEqual([id, found, undefined])
    if (LOST.includes(status)) continue
    const why = whyNotProposing(world, id)
    const suspended = bound.filter(
      ({ member, measure, until }) =>
        member === id && until > world.now && (measure as { kind: string } | null)?.kind === 'suspension',
    )
    const rests = protections.some(({ member, rights }) => member === id && rights.includes('propose'))
    if (NO_RIGHT.includes(why ?? ''))
      expect([why, suspended.length > 0 || rests]).toEqual(['right-suspended', true])
    for (const { breach } of suspended) expect(breach).toBeUndefined()
    if (lost === true) continue
    for (const vote of world.org.voting.votes.values())
      if (vote.status === 'open' && vote.unit === ROOT && isFounder(world, id))
        expect([id, hasBit(vote.onRoll, world.org.members.indices.get(id) ?? -1)]).toEqual([id, true])
  }
  for (const { breach } of bound) expect(breach).toBeUndefined()
  return [
    ...[...people.values()].map(({ status }) => status),
    ...bound.map(({ measure }) => `bound ${(measure as { kind: string } | null)?.kind}`),
    ...protectionsIn(world.entries).map(({ breach, since }) =>
      breach === undefined && since < Infinity ? 'protective measure held' : 'protective measure asked for',
    ),
    ...bound.flatMap(({ isReferred }) => (isReferred ? ['bound out of a complaint'] : [])),
  ]
}

/** What holds before a finding was adopted for that, and for nobody twice at a time. */
function expectProtected({ entries, org, now }: World): readonly Protected[] {
  const holding = [...org.cases.cases.values()].filter((each) => spanOf(each) !== null)
  if (holding.length === 0) return []
  const told = new Map(protectionsIn(entries).map((each) => [each.case, each]))
  const found = holding.flatMap(({ id }) => told.get(id) ?? [])
  expect(found.map((each) => each.case)).toEqual(holding.map(({ id }) => id))
  for (const { breach, since, until, rights, ...each } of found) {
    expect([each.case, breach]).toEqual([each.case, undefined])
    expect([since <= now, until > now]).toEqual([true, true])
    expect(rights).toEqual(org.cases.cases.get(each.case)?.protection?.rights)
  }
  expect(new Set(found.map(({ member }) => member)).size).toBe(found.length)
  return found
}

/** Nobody was kept apart, and no complaint went on or ended, but along the ways. */
function expectComplaintsStand(world: World): readonly string[] {
  const known = complaintsIn(world.entries)
  const { complaints, matters } = world.org.complaints
  for (const { id, stage, separation } of complaints.values()) {
    const told = known.get(id)
    expect([id, told?.breach]).toEqual([id, undefined])
    expect([id, 'how' in stage ? stage.how : stage.kind]).toEqual([id, told?.stage])
    expect([id, separation]).toEqual([id, told?.separation])
    if ('step' in stage) expect([id, stage.step + 1]).toEqual([id, told?.asked.length])
    if (stage.kind === 'ended') expect([id, matters.has(id)]).toEqual([id, false])
  }
  return [...known.values()].flatMap(({ stage, separation }) => [
    `complaint ${stage}`,
    ...(separation === null ? [] : ['separated']),
  ])
}

function isFounder({ entries }: World, id: string): boolean {
  return entries.some(
    ({ type, body }) => type === 'founding.member' && (body as { member: string }).member === id,
  )
}

function complaintSteps({ entries }: World): number {
  return entries.filter(({ type }) => /^(complaint|referral)/.test(type)).length
}

/** No tendency has ended, or goes by another name, but by its own decision or for want of signatories. */
function expectTendenciesStand(world: World): readonly string[] {
  const stands = standsAt(world)
  const known = tendenciesIn(world.entries, stands)
  for (const each of world.org.tendencies.tendencies.values()) {
    const told = known.get(each.id)
    expect([each.id, told?.name, told?.breach]).toEqual([each.id, each.name, undefined])
    expect(new Set(each.signatories.map((n) => idAt(world.org.members, n)))).toEqual(told?.signatories)
    if (each.stage.kind !== 'ended') continue
    // Under rules that ask for fewer than three it can have stood where the oracle says that it never formed.
    const ways = each.stage.why === 'own-decision' ? ['own-decision'] : ['too-few', 'never-formed']
    expect([each.id, ways]).toEqual([each.id, expect.arrayContaining([told?.ended])])
  }
  return [...known.values()].map(({ ended }) => `tendency ${ended ?? 'stands'}`)
}

/** Whether somebody was in good standing at an entry, by the entries before it. */
function standsAt({ entries }: World): (member: string, seq: number) => boolean {
  const known = new Map<number, ReturnType<typeof standings>['people']>()
  return (member, seq) => {
    const people = known.get(seq) ?? standings(entries.slice(0, seq)).people
    known.set(seq, people)
    return ['member', 'listed'].includes(people.get(member)?.status ?? '')
  }
}

/** No text is hidden but by a moderator under a rule of its time, and none is gone that its author did not take back. */
function expectTextsStand(world: World): readonly string[] {
  const hidden = hiddenTexts(world.entries)
  const written = authors(world.entries)
  for (const marked of world.org.moderation.marked.values()) {
    const isHidden = standingHiding(marked) !== undefined
    if (isHidden)
      expect([marked.key, hidden.has(marked.key), hidden.get(marked.key)]).toEqual([
        marked.key,
        true,
        undefined,
      ])
    if (marked.own === null) continue
    const took = world.entries[marked.own.seq]
    expect([took?.by, took?.type]).toEqual([
      written.get(marked.key)?.by,
      `text.${marked.own.did === 'erased' ? 'erase' : 'withdraw'}`,
    ])
  }
  const { motions, program } = world.org
  for (const { type, body } of world.entries) {
    const { motion = '', point = '', speech, report, rationale } = body as Record<string, string>
    if (type === 'speech.give')
      expect(
        motions.speeches
          .get(motion)
          ?.values()
          .some(({ id }) => id === speech),
      ).toBe(true)
    if (type === 'rationale.add')
      expect(
        program.rationales
          .get(point)
          ?.values()
          .some(({ id }) => id === rationale),
      ).toBe(true)
    if (type === 'report.file') expect(motions.reports.get(report ?? '')?.id).toBe(report)
  }
  return [...hidden.keys()].map(() => 'text hidden')
}

it(
  'a hostile majority and hostile officers take no right, end no tendency and hide no text but along the ways of the rules',
  { timeout: 900_000 },
  () => {
    const seen = new Map<string, number>()
    const tally = (kinds: readonly string[]): void => {
      for (const kind of kinds) seen.set(kind, (seen.get(kind) ?? 0) + 1)
    }
    assertHistories(
      histories,
      ({ members, steps }) => {
        const world = begun({ members, ratified: true, rules: DUE_PROCESS })
        let [size, complaints] = [0, 0]
        for (const step of steps) {
          take(world, step)
          world.pass(0)
          if (world.entries.length === size) continue
          size = world.entries.length
          expectNobodyLost(world)
          expectTextsStand(world)
          if (complaintSteps(world) > complaints) expectComplaintsStand(world)
          complaints = complaintSteps(world)
        }
        tally(expectComplaintsStand(world))
        tally([...expectNobodyLost(world), ...expectTendenciesStand(world), ...expectTextsStand(world)])
        tally(
          world.entries
            .map(({ type }) => type)
            .filter((type) =>
              /^(complaint|referral|text|case\.bind|hiding|standing|tendency\.review)/.test(type),
            ),
        )
        expect(auditOf(world.entries).violations).toEqual([])
      },
      RUNS,
      SEED,
    )
    if (process.env['HISTORIES'] !== undefined) console.log(seen)
    for (const kind of [
      'bound expulsion',
      'bound suspension',
      'bound out of a complaint',
      'separated',
      'protective measure held',
      'complaint referred',
      'lapsed',
      'text hidden',
      'tendency own-decision',
      'tendency too-few',
    ])
      expect([kind, seen.get(kind) ?? 0]).not.toEqual([kind, 0])
  },
)
