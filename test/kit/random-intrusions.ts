import type { Json } from '#kernel/canonical'
import { person, ROOT, SOME_HASH, uuid, type World } from './given.ts'
import { anybody, electionAt, mandateAt, motionAt, pick, pickLate, type Numbers } from './random-picks.ts'

/** Somebody enters what only the clerk does, and only when it is due. */
export function intrude(world: World, { a, b }: Numbers): void {
  const [vote, motion] = [pick([...world.org.voting.votes.keys()], a) ?? uuid('none'), motionAt(world, b)]
  const caseNow = pickLate([...world.org.cases.cases.keys()], b) ?? motion
  const panel = pickLate([...world.org.panels.panels.keys()], b) ?? motion
  const bodies: readonly (readonly [string, Json])[] = [
    ['vote.close', { vote, results: [], settlement: null }],
    ['motion.lapse', { motion }],
    ['mandate.end', { mandate: mandateAt(world, b) }],
    ['standing.lapse', { member: anybody(world, b) }],
    ['recovery.ripen', { request: SOME_HASH, member: anybody(world, b) }],
    ['recovery.lapse', { request: SOME_HASH, member: anybody(world, b) }],
    ['nominations.close', { election: electionAt(world, a, 'nominating') }],
    ['term.begin', { election: electionAt(world, a, 'elected') }],
    ['election.call', { office: uuid('no office') }],
    ['vote.keys', { vote, count: 0, keys: [] }],
    [
      'tendency.review',
      { tendency: pick([...world.org.tendencies.tendencies.keys()], a) ?? vote, signatories: 0 },
    ],
    ['recall.lapse', { petition: uuid('no petition') }],
    ['case.hear', { case: caseNow }],
    ['case.lapse', { case: caseNow }],
    ['case.bind', { case: caseNow, expelled: null }],
    ['case.expire', { case: caseNow, former: null }],
    ['panel.review', { panel, silent: [] }],
    ['panel.replace', { panel, silent: [] }],
    ['vote.defer', { subject: { kind: 'motion', id: motion }, needed: 2, ready: 1, lacking: ['x'] }],
    ['law.adopt', { law: 99 }],
    ['founding.member', { member: person(999), home: ROOT, organizer: true, details: SOME_HASH }],
  ]
  const [type, body] = pick(bodies, a + b) ?? ['law.adopt', null]
  const refused = world.when(['clerk', 'nobody', anybody(world, a)][b % 3] ?? 'clerk', type, body)
  if (refused === undefined && type !== 'founding.member') throw new Error(`${type} was let in`)
}
