import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromBase64, toBase64 } from '#kernel/bytes'
import { fieldOf } from '#kernel/canonical'
import { sha256 } from '#kernel/hash'
import { beginBatch, rollBack } from '#kernel/journal'
import type { Entry } from '#modules/record/core'
import type { Board, Choice, Vote } from '#modules/voting/core'
import { assertHistories } from '../../../test/kit/assert-histories.ts'
import { auditOf } from '../../../test/kit/export.ts'
import { uuid, type World } from '../../../test/kit/given.ts'
import { issuerBreaches } from '../../../test/kit/oracle/issuers.ts'
import { tendenciesIn } from '../../../test/kit/oracle/tendencies.ts'
import { begun } from '../../../test/kit/random-beginning.ts'
import { take, type Step } from '../../../test/kit/random-history.ts'
import { steps } from '../../../test/kit/random-steps.ts'
import { DUE_PROCESS, KEYS_FIRST, SECRET } from '../../../test/kit/random-rules.ts'
import { replayed } from '../../../test/kit/replay.ts'
import { whatHappened } from '../../../test/kit/what-happened.ts'
import { ACT_TYPES, SEALED_ACTS } from './acts.ts'
import { imageDigest } from './image-digest.ts'
import type { Org } from './org.ts'

const RUNS = Number(process.env['HISTORIES'] ?? 80)

/** Always the same histories, so that a change fails or does not; others each time where somebody asks for a number of them. */
const SEED = process.env['HISTORIES'] === undefined ? 20261128 : undefined

const anything = fc.record({
  members: fc.integer({ min: 1, max: 9 }),
  ratified: fc.constantFrom(true, true, true, false),
  rules: fc.constantFrom(undefined, undefined, undefined, SECRET, KEYS_FIRST, DUE_PROCESS),
  steps: steps(160),
  more: steps(20),
})

/** Enough members for panels, and rules under which charges and hidden texts go far. */
const dueProcess = fc.record({
  members: fc.integer({ min: 8, max: 13 }),
  ratified: fc.constant(true),
  rules: fc.constant(DUE_PROCESS),
  steps: steps(160, 'due-process'),
  more: steps(20, 'due-process'),
})

/** All is voted on in secret, by keys of several issuers and on paper. */
const secret = fc.record({
  members: fc.integer({ min: 5, max: 11 }),
  ratified: fc.constant(true),
  rules: fc.constantFrom(SECRET, KEYS_FIRST),
  issuers: fc.constantFrom(true, true, false),
  steps: steps(100, 'secret'),
  more: steps(20, 'secret'),
})

const histories = fc.oneof(
  { weight: 4, arbitrary: anything },
  { weight: 3, arbitrary: dueProcess },
  { weight: 2, arbitrary: secret },
)

/** Takes these steps, each of which must leave the rolls of open votes as they are. */
function run(world: World, taken: readonly Step[]): void {
  for (const step of taken) {
    take(world, step)
    for (const vote of world.org.voting.votes.values())
      if (vote.status === 'open') expect(toBase64(sha256(vote.onRoll))).toBe(vote.roll.digest)
  }
}

/** What the ballots of the record come to, question by question: of each member the last, or what stands on the board. */
function recount({ entries }: World, { id, items, secret }: Vote): readonly Record<Choice, number>[] {
  const last = new Map<string, readonly Choice[]>()
  if (secret !== undefined)
    for (const [i, [text, from]] of boardOf(entries, id).entries())
      last.set(
        String(i),
        items.map((_, question) => onBallot(text, from + question)),
      )
  for (const { type, by, body } of entries)
    if (type === 'ballot.cast') {
      const ballot = body as { vote: string; choices: Choice[] }
      if (ballot.vote === id) last.set(by, ballot.choices)
    }
  return items.map((_, i) => {
    const tally = { yes: 0, no: 0, abstain: 0 }
    for (const choices of last.values()) tally[choices[i] ?? 'abstain']++
    return tally
  })
}

/** Ballots and papers, and where on each the answers begin: letters follow one byte of version, 32 of key and four of number. */
function boardOf(
  entries: World['entries'],
  vote: string,
): readonly (readonly [text: string, from: number])[] {
  const close = entries.find(
    ({ type, body }) => type === 'vote.close' && (body as { vote: string }).vote === vote,
  )
  const { board, paper } = (close?.body as { secret?: Board } | undefined)?.secret ?? { board: [], paper: [] }
  return [...board.map((text) => [text, 37] as const), ...paper.map((text) => [text, 0] as const)]
}

function onBallot(text: string, place: number): Choice {
  const letter = fromBase64(text)?.[place]
  const choice = (['yes', 'no', 'abstain'] as const).find((each) => each.codePointAt(0) === letter)
  return choice ?? 'abstain'
}

function expectSoundResults(world: World): void {
  for (const vote of world.org.voting.votes.values()) {
    if (vote.status === 'open') continue
    expect(vote.results.map(({ tally }) => tally)).toEqual(recount(world, vote))
    for (const { tally } of vote.results)
      expect(tally.yes + tally.no + tally.abstain).toBeLessThanOrEqual(vote.roll.size)
  }
}

/** Whatever is under way has an open vote, or a time at which it goes on by itself. */
function expectNothingHangs({ org }: World): void {
  const due = JSON.stringify(org.deadlines)
  for (const { id, stage } of org.motions.motions.values()) {
    if ('vote' in stage && stage.kind !== 'decided')
      expect(org.voting.votes.get(stage.vote)?.status).toBe('open')
    const waits = ['seconding', 'debate', 'amended', 'entered', 'review'].includes(stage.kind)
    if (waits) expect(due).toContain(id)
  }
  for (const { id, status } of org.voting.votes.values()) if (status === 'open') expect(due).toContain(id)
  for (const { id, stage } of org.elections.elections.values()) {
    if (stage.kind === 'voting') expect(org.voting.votes.get(stage.vote)?.status).toBe('open')
    if (['nominating', 'ready', 'drawing', 'elected'].includes(stage.kind)) expect(due).toContain(id)
  }
  for (const { id, stage } of org.elections.recalls.values())
    if (stage.kind === 'signing' || stage.kind === 'ready') expect(due).toContain(id)
  for (const { id, stage } of org.tendencies.tendencies.values())
    if (stage.kind !== 'ended') expect(due).toContain(id)
  for (const { id, ended } of org.delegates.mandates.values()) if (ended === null) expect(due).toContain(id)
  for (const { id, stage } of org.cases.cases.values()) {
    if (stage.kind === 'voting') expect(org.voting.votes.get(stage.vote)?.status).toBe('open')
    else if (stage.kind !== 'ended') expect(due).toContain(stage.kind === 'found' ? 'vote.open' : id)
  }
  for (const { id, stage } of org.panels.panels.values())
    if (!['decided', 'undecided', 'ended'].includes(stage.kind)) expect(due).toContain(id)
  for (const { panel, stage } of org.appeals.appeals.values()) {
    const found = org.panels.panels.get(panel)?.stage.kind ?? ''
    expect(stage.kind === 'pending').toBe(!['decided', 'undecided'].includes(found))
  }
  for (const { id, stage } of org.complaints.complaints.values())
    if (stage.kind === 'asked') expect(due).toContain(id)
  for (const [index, { contested }] of org.members.notices.entries())
    if (contested !== true) expect(due).toContain(org.members.ids.at(index))
}

/** Whether a body is sealed: it goes when its case ends, and the record has to make the same organization without it. */
const isSealed = ({ type }: { readonly type: string }): boolean => SEALED_ACTS.has(type)

/** All of an organization but what is sealed in cases and complaints that still run. */
function imageBesideMatters(org: Org): unknown {
  const { cases, complaints } = org
  return JSON.parse(
    JSON.stringify({
      ...{ ...org, cases: { cases: cases.cases } },
      complaints: { complaints: complaints.complaints },
    }),
  )
}

/** Whoever has the sealed bodies and whoever has not come to the same organization. */
function expectSealedLeavesNothing({ entries, org }: World): void {
  const without = replayed(entries, isSealed)
  expect(imageBesideMatters(without)).toEqual(imageBesideMatters(org))
  const running = [...org.cases.cases.values()].filter(({ stage }) => stage.kind !== 'ended')
  const named = (...types: readonly string[]) => entries.filter(({ type }) => types.includes(type)).length
  const begun = named('case.name', 'referral.name') - org.cases.cases.size
  expect(org.cases.matters.size).toBeLessThanOrEqual(running.length + begun)
  const open = [...org.complaints.complaints.values()].filter(({ stage }) => stage.kind !== 'ended')
  const made = named('complaint.name') - org.complaints.complaints.size
  expect(org.complaints.matters.size).toBeLessThanOrEqual(open.length + made)
}

/** Who signs, who waits and whether it ended by its own decision is what its signatories did, and nobody else. */
function expectTendenciesTheirOwn({ entries, org }: World): void {
  const known = tendenciesIn(entries)
  const ids = (indices: readonly number[]) => new Set(indices.map((index) => org.members.ids.at(index)))
  for (const each of org.tendencies.tendencies.values()) {
    const own = known.get(each.id)
    expect(ids(each.signatories)).toEqual(own?.signatories)
    expect(ids(each.waiting)).toEqual(own?.waiting)
    expect(each.name).toBe(own?.name)
    const isOwn = each.stage.kind === 'ended' && each.stage.why === 'own-decision'
    expect(isOwn).toBe(own?.ended === 'own-decision')
  }
}

const DEPENDS_ON_CLOSED = new Set([
  'ballots-closed',
  'too-few-vouches',
  // Who vouched for a recovery is closed to other members, and with it how far the recovery is.
  'body-closed',
  'something-is-due',
  'unknown-recovery',
  'recovery-not-due',
  'recovery-not-ripe',
  'recovery-not-yours',
  // Lots are drawn, and vacancies filled, from papers that are closed.
  'wrong-result',
  // Who is charged with what is sealed, and who signed what lists no signatories is closed.
  'sealed-part-missing',
  'not-signatory',
  'not-waiting',
  'proposal-held',
  'tendency-forming',
  'forming-already',
  'tendency-name-taken',
  'tendency-ended',
  'not-due',
])

/**
 * An honest record has no violation, whichever ballots and vouches are closed, and whatever is closed to somebody who reads of unlisted
 * signatories only what they did themselves; what the closed bodies decided is named.
 */
function expectHonestThoughClosed({ entries, org }: World): void {
  const reader = org.members.ids.at(entries.length % org.members.ids.length)
  const hides = ({ type, seq, body }: Entry): boolean =>
    isSealed({ type }) ||
    (type.startsWith('unlisted.') && fieldOf(body, 'member') !== reader) ||
    (/^(ballot\.cast|ballot\.rank|member\.vouch|recovery\.vouch)$/.test(type) && (seq * 7) % 5 < 2)
  const report = auditOf(entries, hides)
  expect(report.violations).toEqual([])
  const codes = new Set(report.unchecked.map(({ code }) => code))
  expect([...codes.difference(DEPENDS_ON_CLOSED)]).toEqual([])
}

/** One yes, or one ballot that ranks, more than there was, by somebody who has the key and builds the tree anew. */
function expectForgeryFound({ entries }: World): void {
  const at = entries.findLastIndex(({ type }) => type === 'vote.close')
  const close = entries[at]
  if (close === undefined) return
  const body = structuredClone(close.body) as {
    results: { tally: { yes: number } }[]
    count?: { ballots: number }
  }
  const [first] = body.results
  if (first !== undefined) first.tally.yes++
  if (body.count !== undefined) body.count.ballots++
  const forged = entries.with(at, { ...close, body: body })
  expect(auditOf(forged).violations.map(({ seq, code }) => [seq, code])).toContainEqual([at, 'wrong-result'])
  expect(auditOf(entries.with(at, { ...close, unit: uuid('elsewhere') })).violations).not.toEqual([])
}

it(
  'every history that was accepted audits clean, replays alike and rolls back without a trace',
  { timeout: 600_000 },
  () => {
    const kinds = new Map<string, number>()
    assertHistories(
      histories,
      ({ steps, more, ...beginning }) => {
        const world = begun(beginning)
        run(world, steps)
        expectSoundResults(world)
        expectNothingHangs(world)
        expectTendenciesTheirOwn(world)
        expectSealedLeavesNothing(world)
        expect(issuerBreaches(world.entries)).toEqual([])
        const report = auditOf(world.entries)
        expect([report.violations, report.unchecked, report.closed]).toEqual([[], [], {}])
        const digest = imageDigest(world.org)
        expect(imageDigest(report.org)).toBe(digest)
        expect(imageDigest(replayed(world.entries))).toBe(digest)
        expectHonestThoughClosed(world)
        expectForgeryFound(world)

        const { now, entries } = world
        const { length } = entries
        beginBatch(world.org.journal)
        run(world, more)
        rollBack(world.org.journal)
        expect(imageDigest(world.org)).toBe(digest)
        ;(entries as unknown[]).length = length
        world.now = now
        run(world, more)
        expect(imageDigest(replayed(world.entries))).toBe(imageDigest(world.org))
        for (const kind of whatHappened(world)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      },
      RUNS,
      SEED,
    )
    if (process.env['HISTORIES'] !== undefined)
      console.log(
        [...kinds]
          .sort((a, b) => b[1] - a[1])
          .map(([kind, n]) => `${n} ${kind}`)
          .join('\n'),
      )
  },
)

/** What no random history has, and why. */
const IN_NO_HISTORY: Readonly<Record<string, string>> = {
  'record.restored': 'it names the root of the log before it, which a history has only once it is exported',
}

/** So many histories have all that chance comes by, many times over. */
const MOST_ROUNDS = 12

it('the types of act that occur in no random history are these alone', { timeout: 600_000 }, () => {
  const missing = new Set(ACT_TYPES)
  for (let round = 0; round < MOST_ROUNDS && missing.size > Object.keys(IN_NO_HISTORY).length; round++)
    for (const { steps, more, ...beginning } of fc.sample(histories, { seed: round, numRuns: 40 })) {
      const world = begun(beginning)
      for (const step of [...steps, ...more]) take(world, step)
      for (const { type } of world.entries) missing.delete(type)
    }
  expect([...missing]).toEqual(Object.keys(IN_NO_HISTORY))
})
