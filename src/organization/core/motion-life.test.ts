import { describe, expect, it } from 'vitest'
import {
  castAll,
  clausesOf,
  DAY,
  DEBATE,
  HOUR,
  inDebate,
  openVote,
  person,
  ratifiedWorld,
  RESOLVE,
  ROOT,
  RULES,
  stageOf,
  uuid,
  VOTING,
  type World,
} from '../../../test/kit/given.ts'

/** Adopts ten points of unity and answers their ids. */
function withProgram(world: World): readonly string[] {
  const texts = Array.from({ length: 10 }, (_, i) => `Point ${i + 1} says what we hold together.`)
  inDebate(world, 'Program', { kind: 'program.adopt', as: 'unity' }, texts)
  world.pass(DEBATE)
  castAll(world, { 0: ['yes'], 1: ['yes'], 2: ['yes'], 3: ['no'] })
  world.pass(VOTING)
  return world.org.program.order.values()
}

describe('the life of a motion', () => {
  it('adopts a program of ten points', () => {
    const world = ratifiedWorld()
    const points = withProgram(world)
    expect(points).toHaveLength(10)
    expect(world.org.program.points.get(points[2] ?? '')).toMatchObject({
      number: 3,
      kind: 'unity',
      revision: 1,
    })
  })

  it('changes point 3 through two colliding amendments, keeps its provenance and a minority report', () => {
    const world = ratifiedWorld()
    const [, , third = ''] = withProgram(world)
    const motion = uuid('motion', 'change')
    const clauses = [{ id: third, text: 'Point 3 says what we hold together and do.' }]
    const enactment = { kind: 'program.change', point: third, revision: 1 }
    world.given(person(0), 'motion.propose', { motion, title: 'Change point 3', clauses, enactment })
    world.given(person(1), 'motion.second', { motion })
    const amend = (n: number, text: string): string => {
      const amendment = uuid('amendment', n)
      const changes = [{ kind: 'replace', clause: third, text }]
      world.given(person(n), 'amendment.propose', { amendment, motion, changes, reason: null })
      world.given(person(n + 1), 'amendment.second', { amendment })
      return amendment
    }
    const first = amend(2, 'Point 3 says what we hold together and defend.')
    const second = amend(4, 'Point 3 says what we hold together and build.')
    world.pass(DEBATE)
    expect(stageOf(world, motion)).toMatchObject({ kind: 'amending' })
    castAll(world, { 0: ['yes', 'yes'], 1: ['yes', 'yes'], 2: ['no', 'yes'] })
    world.pass(VOTING)
    expect(world.org.motions.amendments.get(second)?.stage).toEqual({ kind: 'adopted' })
    expect(world.org.motions.amendments.get(first)?.stage).toEqual({ kind: 'displaced', by: second })
    expect(stageOf(world, motion)).toMatchObject({ kind: 'voting' })
    castAll(world, { 0: ['yes'], 1: ['yes'], 2: ['no'] })
    world.pass(VOTING)
    expect(stageOf(world, motion)).toMatchObject({ kind: 'decided', adopted: true, notCarriedOut: null })
    expect(world.org.program.points.get(third)).toMatchObject({
      revision: 2,
      clauses: [{ text: 'Point 3 says what we hold together and build.' }],
    })
    expect(
      world.org.program.history
        .get(third)
        ?.values()
        .map(({ did, motion }) => [did, motion]),
    ).toEqual([
      ['adopted', uuid('motion', 'Program')],
      ['changed', motion],
    ])
    const report = uuid('report')
    world.given(person(2), 'report.file', { report, motion, text: 'Building comes after defending.' })
    world.given(person(5), 'report.sign', { report })
    expect(world.org.motions.reports.get(report)).toMatchObject({ motion, signers: [5] })
  })

  it('merges amendments on one clause that do not touch each other', () => {
    const world = ratifiedWorld()
    const text = 'We meet on the first Monday of the month in the hall on Mill Street.'
    const motion = inDebate(world, 'Meetings', RESOLVE, [text])
    const clause = clausesOf(text)[0]?.id ?? ''
    for (const [n, changed] of [text.replace('Monday', 'Tuesday'), text.replace('Mill', 'Water')].entries()) {
      const amendment = uuid('amendment', n)
      const changes = [{ kind: 'replace', clause, text: changed }]
      world.given(person(n), 'amendment.propose', { amendment, motion, changes, reason: null })
      world.given(person(n + 1), 'amendment.second', { amendment })
    }
    world.pass(DEBATE)
    castAll(world, { 0: ['yes', 'yes'], 1: ['yes', 'yes'] })
    world.pass(VOTING)
    expect(world.org.motions.motions.get(motion)?.clauses.map((each) => each.text)).toEqual([
      'We meet on the first Tuesday of the month in the hall on Water Street.',
    ])
  })

  it('refuses a ballot one second late and takes one at the last moment', () => {
    const world = ratifiedWorld()
    inDebate(world, 'Picnic', RESOLVE, ['We hold a picnic.'])
    world.pass(DEBATE)
    const vote = openVote(world)
    world.pass(VOTING - 1)
    expect(world.when(person(1), 'ballot.cast', { vote, choices: ['yes'] })).toBeUndefined()
    world.pass(1001)
    expect(world.when(person(2), 'ballot.cast', { vote, choices: ['yes'] })).toMatchObject({
      code: 'vote-closed',
    })
  })

  it('counts the last ballot of a member who votes twice', () => {
    const world = ratifiedWorld(4)
    const motion = inDebate(world, 'Picnic', RESOLVE, ['We hold a picnic.'])
    world.pass(DEBATE)
    castAll(world, { 0: ['yes'], 1: ['yes'] })
    castAll(world, { 0: ['no'] })
    world.pass(VOTING)
    expect(stageOf(world, motion)).toMatchObject({ kind: 'decided', adopted: false })
    const vote = [...world.org.voting.votes.values()].at(-1)
    expect(vote).toMatchObject({
      status: 'closed',
      results: [{ tally: { yes: 1, no: 1, abstain: 0 }, outcome: 'tied' }],
    })
  })

  it('pins the rules when the debate opens, so that nobody changes a quorum in mid-vote', () => {
    const world = ratifiedWorld()
    const rules = { ...RULES, quorum: '3/10' as const }
    const adopting = inDebate(world, 'Rules', { kind: 'rules.adopt', rules }, ['We adopt these rules.'])
    const other = inDebate(world, 'Picnic', RESOLVE, ['We hold a picnic.'])
    world.pass(DEBATE)
    for (const { id } of [...world.org.voting.votes.values()].filter(({ status }) => status === 'open'))
      for (const n of [0, 1, 2]) world.given(person(n), 'ballot.cast', { vote: id, choices: ['yes'] })
    world.pass(VOTING)
    expect(stageOf(world, adopting)).toMatchObject({ kind: 'decided', adopted: true, notCarriedOut: null })
    expect(stageOf(world, other)).toMatchObject({ kind: 'decided', adopted: true, rules: { version: 1 } })
  })

  it('refuses rules below the floors, whoever proposes them', () => {
    const world = ratifiedWorld()
    const rules = { ...RULES, debateHours: 71, admissionDays: 13, reviewShare: '1/4' as const }
    const proposal = {
      motion: uuid('m'),
      title: 'Faster',
      clauses: clausesOf('Faster.'),
      enactment: { kind: 'rules.adopt', rules },
    }
    expect(world.when(person(0), 'motion.propose', proposal)).toMatchObject({
      code: 'rules-outside-bounds',
      facts: { breaches: [{ rule: 'debateHours' }, { rule: 'admissionDays' }, { rule: 'reviewShare' }] },
    })
  })

  it('adopts a motion whose point changed meanwhile, but does not carry it out', () => {
    const world = ratifiedWorld()
    const [first = ''] = withProgram(world)
    const change = (name: string): string => {
      const motion = uuid('motion', name)
      const clauses = [{ id: first, text: `${name} is what we say now.` }]
      const enactment = { kind: 'program.change', point: first, revision: 1 }
      world.given(person(0), 'motion.propose', { motion, title: name, clauses, enactment })
      world.given(person(1), 'motion.second', { motion })
      return motion
    }
    change('This')
    world.pass(HOUR)
    const later = change('That')
    world.pass(DEBATE)
    for (const { id } of [...world.org.voting.votes.values()].filter(({ status }) => status === 'open'))
      for (const n of [0, 1, 2]) world.given(person(n), 'ballot.cast', { vote: id, choices: ['yes'] })
    world.pass(VOTING + HOUR)
    expect(stageOf(world, later)).toMatchObject({ adopted: true, notCarriedOut: 'point-changed-meanwhile' })
    expect(world.org.program.points.get(first)?.clauses[0]?.text).toBe('This is what we say now.')
  })

  it('lapses without its seconds, and is its proposer’s to withdraw until then', () => {
    const world = ratifiedWorld()
    const propose = (name: string): string => {
      const motion = uuid('motion', name)
      world.given(person(0), 'motion.propose', {
        motion,
        title: name,
        clauses: clausesOf(name),
        enactment: RESOLVE,
      })
      return motion
    }
    const [lapsing, withdrawn] = [propose('One.'), propose('Two.')]
    expect(world.when(person(1), 'motion.withdraw', { motion: withdrawn })).toMatchObject({
      code: 'not-yours',
    })
    expect(world.when(person(0), 'motion.second', { motion: withdrawn })).toMatchObject({
      code: 'own-second',
    })
    world.given(person(0), 'motion.withdraw', { motion: withdrawn })
    world.pass(RULES.secondingDays * DAY)
    expect(stageOf(world, lapsing)).toMatchObject({ kind: 'lapsed' })
    expect(world.when(person(1), 'motion.second', { motion: lapsing })).toMatchObject({ code: 'wrong-stage' })
  })

  it('takes no amendment shortly before the end of the debate', () => {
    const world = ratifiedWorld()
    const motion = inDebate(world, 'Picnic', RESOLVE, ['We hold a picnic.'])
    world.pass(DEBATE - RULES.amendmentFreezeHours * HOUR)
    const changes = [{ kind: 'remove', clause: clausesOf('We hold a picnic.')[0]?.id ?? '' }]
    const late = { amendment: uuid('late'), motion, changes, reason: null }
    expect(world.when(person(1), 'amendment.propose', late)).toMatchObject({ code: 'amendments-frozen' })
  })
})

describe('a decision of a meeting', () => {
  const decision = (world: World, tally: { yes: number; no: number; abstain: number }) => ({
    motion: uuid('urgent'),
    title: 'Picket tomorrow',
    clauses: clausesOf('We join the picket tomorrow.'),
    heldAt: world.now - HOUR,
    tally,
    tellers: [person(4), person(5)],
  })

  it('needs a quorum, two tellers and two officers, and can be reviewed', () => {
    const world = ratifiedWorld()
    expect(
      world.when(person(0), 'meeting.decide', decision(world, { yes: 1, no: 0, abstain: 0 })),
    ).toMatchObject({
      code: 'meeting-did-not-adopt',
    })
    expect(
      world.when(person(3), 'meeting.decide', decision(world, { yes: 4, no: 1, abstain: 0 })),
    ).toMatchObject({
      code: 'needs-duty',
    })
    world.given(person(0), 'meeting.decide', decision(world, { yes: 4, no: 1, abstain: 0 }))
    const motion = uuid('urgent')
    expect(world.when(person(0), 'meeting.confirm', { motion })).toMatchObject({ code: 'same-officer' })
    world.given(person(1), 'meeting.confirm', { motion })
    expect(stageOf(world, motion)).toMatchObject({ kind: 'decided', adopted: true })
    world.given(person(7), 'review.petition', { motion })
    expect(stageOf(world, motion)).toMatchObject({ kind: 'review' })
    world.pass(DEBATE)
    castAll(world, { 6: ['yes'], 7: ['yes'], 8: ['no'] })
    world.pass(VOTING)
    expect(stageOf(world, motion)).toMatchObject({
      kind: 'decided',
      revokedBy: [...world.org.voting.votes.keys()].at(-1),
    })
  })

  it('lapses when nobody confirms it', () => {
    const world = ratifiedWorld()
    world.given(person(0), 'meeting.decide', decision(world, { yes: 4, no: 1, abstain: 0 }))
    world.pass(7 * DAY)
    expect(stageOf(world, uuid('urgent'))).toMatchObject({ kind: 'lapsed' })
  })
})

describe('the unit of a motion', () => {
  it('votes with the roll of its subtree', () => {
    const world = ratifiedWorld()
    const north = uuid('north')
    const form = {
      kind: 'unit.form',
      unit: north,
      name: 'North',
      as: 'place',
      parent: ROOT,
      decidedBy: 'members',
    }
    inDebate(world, 'Form North', form, ['We form North.'])
    world.pass(DEBATE)
    castAll(world, { 0: ['yes'], 1: ['yes'] })
    world.pass(VOTING)
    for (const n of [0, 1, 2]) world.given(person(n), 'member.move', { home: north }, null)
    world.pass(RULES.admissionDays * DAY)
    const motion = inDebate(world, 'Northern picnic', RESOLVE, ['North holds a picnic.'], north)
    expect(
      world.when(person(5), 'speech.give', {
        speech: uuid('s'),
        motion,
        side: 'for',
        text: { hash: `${'A'.repeat(43)}=`, length: 3 },
      }),
    ).toMatchObject({ code: 'not-of-unit' })
    world.pass(DEBATE)
    const vote = world.org.voting.votes.get(openVote(world))
    expect(vote?.roll.size).toBe(3)
    expect(world.when(person(5), 'ballot.cast', { vote: openVote(world), choices: ['yes'] })).toMatchObject({
      code: 'not-on-roll',
    })
  })
})
