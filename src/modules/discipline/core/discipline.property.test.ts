import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { statusOf } from '#modules/members/core'
import {
  caseIn,
  caseWorld,
  CHARGED,
  CHARGING,
  EXPEL,
  nameBody,
  NORTH,
  openBody,
  panellists,
  SALT,
  seatPanel,
  SUSPEND,
  TEXT,
} from '../../../../test/kit/case-world.ts'
import { DAY, person, uuid, VOTING } from '../../../../test/kit/given.ts'
import {
  ballotsOfAll,
  boardOf,
  makeIssuing,
  NO,
  testVoteIn,
  YES,
  type Issuing,
  type SecretWorld,
} from '../../../../test/kit/secret-world.ts'
import { suspensionsOf } from './index.ts'

// Whatever is tried, in whatever order and by whomever: nobody loses a right without notice, a panel, a vote and the time to appeal.

const ID = uuid('case')
const LEAST = { notice: 14 * DAY, appeal: 30 * DAY }
const STEPS = ['name', 'open', 'sign', 'charge', 'seat', 'find', 'clear', 'vote', 'deny', 'appeal'] as const
const TRICKS = [
  'bind',
  'expire',
  'hear',
  'lapse',
  'withdraw',
  'again',
  'protect',
  'contest',
  'unprotect',
] as const

let issuing: Issuing
beforeAll(async () => {
  issuing = await makeIssuing()
})

/** Tries one step; whether it is refused is the rules' affair. */
function tryStep(
  world: SecretWorld,
  step: (typeof STEPS)[number] | (typeof TRICKS)[number],
  asked: typeof EXPEL,
): void {
  const found = world.org.cases.cases.get(ID)
  const panel = found?.panel ?? ''
  const enter = (by: string, type: string, body: object): void =>
    void world.when(by, type, body as never, NORTH)
  const bound = { member: person(CHARGED), salt: SALT }
  const [first = 'nobody', ...others] = found === undefined ? [] : panellists(world, ID)
  switch (step) {
    case 'name':
      return enter('nobody', 'case.name', nameBody(world, { asked }))
    case 'open':
    case 'again':
      return enter('nobody', 'case.open', openBody({ asked }))
    case 'sign':
      return CHARGING.slice(1).forEach((n) => enter('nobody', 'case.sign', { case: ID, by: person(n) }))
    case 'charge':
      return enter('nobody', 'case.charge', { case: ID, charging: CHARGING.length })
    case 'seat':
      return found === undefined ? undefined : seatPanel(world, ID)
    case 'find':
    case 'clear': {
      const proposal = uuid('proposal', world.entries.length)
      const outcome = step === 'find' ? asked : null
      enter(first, 'panel.propose', { panel, proposal, outcome, reasons: TEXT })
      return others.slice(0, 2).forEach((by) => enter(by, 'panel.agree', { panel, proposal }))
    }
    case 'vote':
    case 'deny':
      return voteNow(world, step === 'vote')
    case 'appeal':
      return enter('nobody', 'case.appeal', { case: ID, text: TEXT })
    case 'bind':
      return enter('clerk', 'case.bind', { case: ID, expelled: asked.kind === 'expulsion' ? bound : null })
    case 'expire':
      return enter('clerk', 'case.expire', { case: ID, former: person(CHARGED) })
    case 'hear':
    case 'lapse':
      return enter('clerk', `case.${step}`, { case: ID })
    case 'protect':
      return enter('nobody', 'case.protect', { case: ID, rights: ['propose', 'stand'], days: 30, text: TEXT })
    case 'contest':
      return enter('nobody', 'case.contest', { case: ID, text: TEXT })
    case 'unprotect':
      return enter('clerk', 'case.unprotect', { case: ID })
    case 'withdraw':
      return enter('nobody', 'case.withdraw', { case: ID })
  }
}

function voteNow(world: SecretWorld, holds: boolean): void {
  const found = world.org.cases.cases.get(ID)
  for (const stage of [found?.stage, found?.protection?.stage]) {
    if (stage?.kind !== 'voting') continue
    const voters = [0, 1, 6, 7, 8, 9]
    const choices = Object.fromEntries(voters.map((n) => [n, holds ? YES : NO]))
    const ballots = ballotsOfAll(testVoteIn(world, stage.vote), choices)
    world.boards.set(stage.vote, boardOf(ballots, voters))
  }
  world.pass(VOTING)
}

/** What the record has to show before anything rests without a finding: never the vote, asked for in a case with notice, and adopted. */
function wasProtected(world: SecretWorld): boolean {
  const { charged, protection, stage } = caseIn(world, ID)
  if (charged === null || protection === undefined || protection.span === null) return false
  const { rights, said, votes, span } = protection
  const [first, above] = votes.map((id) => world.org.voting.votes.get(id))
  return (
    stage.kind !== 'ended' &&
    suspensionsOf(world.org, CHARGED).every((each) => !each.rights.includes('vote')) &&
    rights.every((right) => ['propose', 'stand'].includes(right)) &&
    first?.status === 'closed' &&
    first.secret !== undefined &&
    first.opens >= (said[0]?.at ?? Infinity) + 3 * DAY &&
    first.results[0]?.outcome === 'adopted' &&
    first.items[0]?.majority.share === '2/3' &&
    span.since === first.closedAt &&
    span.until <= span.since + 30 * DAY &&
    world.now < span.until &&
    (above?.status !== 'closed' || above.results[0]?.outcome === 'adopted')
  )
}

/** What the record has to show, from its public part alone, before a right is taken. */
function wentAllTheWay(world: SecretWorld): boolean {
  const found = caseIn(world, ID)
  const votes = found.votes.map((id) => world.org.voting.votes.get(id))
  const last = votes.at(-1)
  const panel = world.org.panels.panels.get(found.panel ?? '')
  return (
    found.stage.kind === 'binding' &&
    found.charged !== null &&
    panel?.stage.kind === 'decided' &&
    panel.stage.at >= found.charged + LEAST.notice &&
    votes.every(
      (vote) =>
        vote?.status === 'closed' && vote.secret !== undefined && vote.results[0]?.outcome === 'adopted',
    ) &&
    last?.status === 'closed' &&
    (votes.length > found.appeals.length || found.stage.since >= last.closedAt + LEAST.appeal)
  )
}

it('no order of steps takes a right without notice, panel, vote and appeal', { timeout: 120_000 }, () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...STEPS) },
    { weight: 2, arbitrary: fc.constantFrom(...TRICKS) },
    { weight: 2, arbitrary: fc.constant('protect' as const) },
  )
  const moves = fc.array(fc.tuple(step, fc.constantFrom(0, 0, 1, 6, 7, 14, 30)), { maxLength: 12 })
  // Half of the runs begin with what leads far, so that many come to a measure.
  const way = ['name', 'open', 'sign', 'charge'] as const
  let [taken, rested] = [0, 0]
  fc.assert(
    fc.property(moves, fc.constantFrom(0, 1, 2, 3), fc.boolean(), (tried, far, expels) => {
      const world = caseWorld(issuing)
      const asked = expels ? EXPEL : SUSPEND
      if (far > 0) for (const each of way) tryStep(world, each, asked)
      if (far === 3) {
        tryStep(world, 'protect', asked)
        world.pass(3 * DAY)
        tryStep(world, 'vote', asked)
      }
      if (far === 2) {
        world.pass(6 * DAY)
        tryStep(world, 'seat', asked)
        world.pass(20 * DAY)
        tryStep(world, 'find', asked)
        world.pass(7 * DAY)
        tryStep(world, 'vote', asked)
      }
      for (const [each, days] of tried) {
        tryStep(world, each, asked)
        world.pass(days * DAY)
        const isExpelled = statusOf(world.org.members, person(CHARGED)) === 'expelled'
        const isTaken = isExpelled || suspensionsOf(world.org, CHARGED).length > 0
        if (isTaken) taken++
        const isBinding = isExpelled || world.org.cases.cases.get(ID)?.stage.kind === 'binding'
        if (isTaken && !isBinding) rested++
        if (isTaken) expect(isBinding ? wentAllTheWay(world) : wasProtected(world)).toBe(true)
      }
    }),
    { numRuns: 80, seed: 6 },
  )
  expect(taken - rested).toBeGreaterThan(10)
  expect(rested).toBeGreaterThan(10)
})
