import { beforeAll, describe, expect, it } from 'vitest'
import { statusOf } from '#modules/members/core'
import { imageDigest, NEWEST_LAW } from '#organization'
import { auditOf } from '../../../../test/kit/export.ts'
import { carry, DAY, DEBATE, HOUR, person, RULES, START, uuid, VOTING } from '../../../../test/kit/given.ts'
import {
  adopted,
  caseIn,
  caseWorld,
  charge,
  CHARGED,
  dayOf,
  EXPEL,
  find,
  heard,
  holdVote,
  nameBody,
  NORTH,
  openBody,
  panellists,
  POINT,
  POSITION,
  SALT,
  seatPanel,
  SUSPEND,
  TEXT,
  whyRefused,
  type Charged,
} from '../../../../test/kit/case-world.ts'
import { makeIssuing, type Issuing, type SecretWorld } from '../../../../test/kit/secret-world.ts'
import { replayed } from '../../../../test/kit/replay.ts'
import { suspensionsOf } from './index.ts'

let issuing: Issuing
beforeAll(async () => {
  issuing = await makeIssuing()
})

const given = (): SecretWorld => caseWorld(issuing)
const stageOf = (world: SecretWorld, id: string): Record<string, unknown> => ({ ...caseIn(world, id).stage })
const MOTION = { cites: { seq: 3, type: 'motion.propose' } }
const CHANGE = { kind: 'program.change', point: POINT, revision: 1 }
const EVERYBODY = [...Array(24).keys()]
const CONDUCT = { kind: 'conduct', unit: NORTH, version: 1, number: 1 } as const
const SEALED = ['case.name', 'case.sign', 'case.call']

describe('a charge', () => {
  it.each([
    ['a position', { ground: { kind: 'unity', point: POSITION } }, 'position-never-charged'],
    ['a point that is not there', { ground: { kind: 'unity', point: uuid('none') } }, 'unknown-point'],
    ['a rule that is not there', { ground: CONDUCT }, 'unknown-rule'],
    ['what somebody proposed', MOTION, 'never-charged'],
    ['what somebody voted', { cites: { seq: 3, type: 'ballot.cast' } }, 'never-charged'],
    ['what somebody signed', { cites: { seq: 3, type: 'tendency.sign' } }, 'never-charged'],
    ['oneself', { charging: [2, 3, CHARGED] }, 'charges-oneself'],
    ['somebody of another place', { member: 20 }, 'charged-not-of-unit'],
    ['somebody by members of another place', { charging: [2, 3, 20] }, 'charging-not-of-unit'],
    ['somebody by too few', { charging: [2, 3] }, 'too-few-charging'],
    ['somebody by one who stands there twice', { charging: [2, 3, 3] }, 'charging-twice'],
    ['for longer than the rules allow', { asked: { ...SUSPEND, days: 93 } }, 'suspension-too-long'],
    ['what lies ahead', { deed: { kind: 'deed', on: dayOf(START + 900 * DAY) } }, 'deed-to-come'],
    [
      'what was done before the point stood',
      { deed: { kind: 'deed', on: dayOf(START + DAY) } },
      'not-in-force',
    ],
  ] as const)('of %s is refused', (_what, charged, code) => {
    expect(whyRefused(given(), charged)?.code).toBe(code)
  })

  it('rests on rules of conduct that held, for deeds and not for what somebody says', () => {
    const world = given()
    carry(world, 'No blows', { kind: 'conduct.adopt' }, [...Array(16).keys()], NORTH)
    const early = { kind: 'deed', on: dayOf(world.now) } as const
    const late = { kind: 'deed', on: early.on + DAY } as const
    const advocacy = { kind: 'advocacy', on: late.on + DAY } as const
    world.pass(2 * DAY)
    const refused = (charged: Charged) => whyRefused(world, { ...charged, ground: CONDUCT })?.code
    expect(refused({ id: uuid('a'), deed: early })).toBe('not-in-force')
    expect(refused({ id: uuid('b'), deed: advocacy })).toBe('advocacy-against-unity-only')
    expect(refused({ id: uuid('c'), charging: [6, 7, 8], deed: late })).toBeUndefined()
  })

  it('rests on no words of a point that are newer than the deed', () => {
    const world = given()
    carry(world, 'No such deeds', CHANGE, EVERYBODY, uuid('root'))
    const on = dayOf(world.now)
    world.pass(DAY)
    const refused = (charged: Charged) =>
      whyRefused(world, { id: uuid('case', charged.id ?? ''), ...charged })
    expect(refused({ id: uuid('a'), deed: { kind: 'deed', on } })).toMatchObject({
      code: 'not-in-force',
      facts: { first: on + DAY, below: null },
    })
    expect(
      refused({ id: uuid('b'), charging: [6, 7, 8], deed: { kind: 'deed', on: on + DAY } }),
    ).toBeUndefined()
  })

  // Whatever the hour at which the point was adopted and the charge is brought: a deed of that day cannot be told to be after it.
  it.each([
    ['midnight', 0],
    ['a moment after midnight', 1],
    ['noon', DAY / 2],
    ['the last moment of a day', DAY - 1],
  ])('is measured by whole days where a point came into force at %s', (_when, hour) => {
    const world = given()
    const left = (hour - ((world.now + DEBATE + VOTING) % DAY) + DAY) % DAY
    world.pass(left)
    carry(world, 'No such deeds', CHANGE, EVERYBODY, uuid('root'))
    expect(world.now % DAY).toBe(hour)
    const first = hour === 0 ? dayOf(world.now) : dayOf(world.now) + DAY
    world.pass(DAY)
    const refused = (day: number, n: number) =>
      whyRefused(world, { id: uuid('on', n), charging: [6 + n, 9, 10], deed: { kind: 'deed', on: day } })
        ?.code
    expect(refused(first - DAY, 0)).toBe('not-in-force')
    expect(refused(first, 1)).toBeUndefined()
  })

  it('of what is too long ago is refused', () => {
    const world = given()
    const on = dayOf(world.now - DAY)
    world.pass(183 * DAY)
    expect(whyRefused(world, { deed: { kind: 'deed', on } })?.code).toBe('deed-too-old')
  })

  it('of the same deed is refused as long as the first is not over', () => {
    const world = given()
    charge(world)
    expect(whyRefused(world, { id: uuid('again'), charging: [6, 7, 8] })?.code).toBe('charged-already')
  })

  it('is not begun a third time by the same member while two are undecided', () => {
    const world = given()
    for (const member of [5, 6]) charge(world, { id: uuid('of', member), member })
    expect(whyRefused(world, { id: uuid('third'), member: 7 })?.code).toBe('too-many-charges')
  })

  it('has to be about whom its sealed part names', () => {
    const world = given()
    world.given('nobody', 'case.name', nameBody(world))
    expect(world.when('nobody', 'case.open', openBody({ member: 6 }))?.code).toBe('wrong-result')
    expect(world.when('nobody', 'case.open', openBody({ id: uuid('other') }))?.code).toBe(
      'sealed-part-missing',
    )
  })

  it('is no notice before all who are needed have signed, and lapses where they do not', () => {
    const world = given()
    const id = uuid('case')
    world.given('nobody', 'case.name', nameBody(world))
    world.given('nobody', 'case.open', openBody())
    world.given('nobody', 'case.sign', { case: id, by: person(3) })
    expect(world.when('nobody', 'case.sign', { case: id, by: person(3) })?.code).toBe('signed-already')
    expect(world.when('nobody', 'case.sign', { case: id, by: person(9) })?.code).toBe('not-concerned')
    expect(world.when('nobody', 'case.charge', { case: id, charging: 2 })?.code).toBe('too-few-charging')
    expect(world.when('nobody', 'case.charge', { case: id, charging: 3 })?.code).toBe('wrong-result')
    world.pass(14 * DAY)
    expect(stageOf(world, id)).toMatchObject({ kind: 'ended', why: 'not-signed' })
  })

  it('can be withdrawn until the members vote', () => {
    const world = given()
    const id = heard(world)
    world.given('nobody', 'case.withdraw', { case: id })
    expect(stageOf(world, id)).toMatchObject({ kind: 'ended', why: 'withdrawn' })
    expect(world.when('nobody', 'case.withdraw', { case: id })?.code).toBe('case-elsewhere')
  })
})

describe('a charge of what was charged before', () => {
  const BEFORE = uuid('before')
  /** A case that was dismissed, and one of a deed of before or after it. */
  function charged(world: SecretWorld, about: Charged & { readonly later?: boolean }): void {
    const on = dayOf(world.now - DAY)
    heard(world, { id: BEFORE, ...(about.later === true ? { member: 6 } : {}) })
    find(world, BEFORE, null)
    charge(world, { charging: [8, 9, 10], deed: { kind: 'deed', on }, ...about })
  }
  const bar = (world: SecretWorld, salt = SALT, earlier = BEFORE) =>
    world.when('nobody', 'case.bar', { case: uuid('case'), earlier, salt })?.code

  it('is stopped by the member who kept the salt', () => {
    const world = given()
    charged(world, {})
    expect(world.when('nobody', 'case.stop', { case: uuid('case') })?.code).toBe('not-barred')
    expect(bar(world)).toBeUndefined()
    world.given('nobody', 'case.stop', { case: uuid('case') })
    expect(stageOf(world, uuid('case'))).toMatchObject({ kind: 'ended', why: 'charged-before' })
    expect(world.org.cases.matters.size).toBe(0)
  })

  it('is not stopped without it, nor by the case of somebody else, nor by itself', () => {
    const world = given()
    charged(world, {})
    expect(bar(world, `${'A'.repeat(22)}==`)).toBe('earlier-other')
    expect(bar(world, SALT, uuid('case'))).toBe('unknown-case')
    const other = given()
    charged(other, { later: true })
    expect(bar(other)).toBe('earlier-other')
  })

  it('is not barred for a deed of after it, nor while the earlier case runs, nor by one that never came to notice', () => {
    const world = given()
    charged(world, { deed: { kind: 'deed', on: dayOf(world.now + 20 * DAY) } })
    expect(bar(world)).toBe('earlier-bars-not')
    const running = given()
    charge(running, { id: BEFORE })
    charge(running, { charging: [8, 9, 10], deed: { kind: 'deed', on: dayOf(running.now - 2 * DAY) } })
    expect(bar(running)).toBe('earlier-runs')
    const unsigned = given()
    const deed = { kind: 'deed', on: dayOf(unsigned.now - DAY) } as const
    unsigned.given('nobody', 'case.name', nameBody(unsigned, { id: BEFORE, deed }))
    unsigned.given('nobody', 'case.open', openBody({ id: BEFORE }))
    unsigned.given('nobody', 'case.withdraw', { case: BEFORE })
    charge(unsigned, { charging: [8, 9, 10], deed })
    expect(bar(unsigned)).toBe('earlier-bars-not')
  })

  it('leaves nothing that names the member, and an audit without the sealed parts is not misled', () => {
    const world = given()
    charged(world, {})
    bar(world)
    world.given('nobody', 'case.stop', { case: uuid('case') })
    const closed = ({ type }: { readonly type: string }) => [...SEALED, 'case.bar'].includes(type)
    expect(imageDigest(replayed(world.entries, closed))).toBe(imageDigest(world.org))
    expect(auditOf(world.entries)).toMatchObject({ count: 0, unchecked: [] })
    expect(auditOf(world.entries, closed).violations).toEqual([])
  })
})

describe('a hearing', () => {
  it('finds nothing before the notice has run', () => {
    const world = given()
    const id = charge(world)
    world.pass(6 * DAY)
    seatPanel(world, id)
    world.pass(3 * DAY)
    const [by = ''] = panellists(world, id)
    const panel = caseIn(world, id).panel
    const proposal = { panel, proposal: uuid('p'), outcome: SUSPEND, reasons: TEXT }
    expect(world.when(by, 'panel.propose', proposal)?.code).toBe('notice-runs')
  })

  it('calls nobody as a witness who has a seat on its panel, until they step aside', () => {
    const world = given()
    const id = charge(world)
    world.pass(6 * DAY)
    seatPanel(world, id)
    const [by = ''] = panellists(world, id)
    const call = () => world.when('nobody', 'case.call', { case: id, side: 'charging', member: by })?.code
    expect(call()).toBe('witness-on-panel')
    world.given(by, 'panel.recuse', { panel: caseIn(world, id).panel })
    expect(call()).toBeUndefined()
  })

  it('seats nobody whom the case concerns', () => {
    const world = given()
    const id = charge(world)
    world.given('nobody', 'case.call', { case: id, side: 'charged', member: person(6) })
    world.pass(6 * DAY)
    seatPanel(world, id)
    const concerned = [2, 3, 4, CHARGED, 6].map(person)
    expect(panellists(world, id)).toHaveLength(5)
    expect(panellists(world, id).filter((member) => concerned.includes(member))).toEqual([])
  })

  it('hears the sides and their witnesses, and nobody else', () => {
    const world = given()
    const id = charge(world)
    const state = (part: string, witness: number | null) =>
      world.when('nobody', 'case.state', { case: id, part, witness, text: TEXT })?.code
    world.given('nobody', 'case.call', { case: id, side: 'charged', member: person(6) })
    expect(world.when('nobody', 'case.call', { case: id, side: 'charging', member: person(6) })?.code).toBe(
      'concerned-already',
    )
    expect(state('witness', 0)).toBeUndefined()
    expect(state('witness', 1)).toBe('unknown-witness')
    expect(state('charged', 0)).toBe('unknown-witness')
    expect(state('charged', null)).toBeUndefined()
    expect(caseIn(world, id).statements.map(({ part }) => part)).toEqual(['witness', 'charged'])
  })

  it('finds for no more than was asked', () => {
    const world = given()
    const id = heard(world)
    const [by = ''] = panellists(world, id)
    const panel = caseIn(world, id).panel
    const propose = (outcome: unknown) =>
      world.when(by, 'panel.propose', {
        panel,
        proposal: uuid('p'),
        outcome: outcome as never,
        reasons: TEXT,
      })?.code
    expect(propose(EXPEL)).toBe('harsher-than-asked')
    expect(propose({ ...SUSPEND, days: 31 })).toBe('harsher-than-asked')
    expect(propose({ ...SUSPEND, rights: ['vote', 'stand'] })).toBe('harsher-than-asked')
    expect(propose('guilty')).toBe('malformed')
    expect(propose({ kind: 'warning' })).toBeUndefined()
  })

  it('ends the case where the panel finds nothing against the member', () => {
    const world = given()
    const id = heard(world)
    find(world, id, null)
    expect(stageOf(world, id)).toMatchObject({ kind: 'ended', why: 'dismissed' })
  })

  it('lets the charge lapse where the panel does not find in time', () => {
    const world = given()
    const id = heard(world)
    world.pass(31 * DAY)
    expect(stageOf(world, id)).toMatchObject({ kind: 'ended', why: 'no-finding' })
    expect(world.org.panels.panels.get(caseIn(world, id).panel ?? '')?.stage.kind).not.toBe('sitting')
  })
})

describe('the vote', () => {
  it('opens by itself, secretly, a week after the finding', () => {
    const world = given()
    const id = heard(world)
    find(world, id, SUSPEND)
    world.pass(7 * DAY - HOUR)
    expect(stageOf(world, id)['kind']).toBe('found')
    world.given('nobody', 'case.state', { case: id, part: 'last-word', witness: null, text: TEXT })
    world.pass(HOUR)
    const vote = world.org.voting.votes.get(caseIn(world, id).votes[0] ?? '')
    expect(vote?.secret).toBeDefined()
    expect(vote?.items[0]?.majority).toEqual({ share: '1/2', more: true, of: 'cast' })
    expect(vote?.unit).toBe(NORTH)
  })

  it.each([
    ['ten to five', EXPEL, 10, 5, 'appealable'],
    ['nine to six', EXPEL, 9, 6, 'ended'],
    ['nine to six', SUSPEND, 9, 6, 'appealable'],
    ['even', SUSPEND, 6, 6, 'ended'],
  ] as const)('decides %s on %o', (_name, asked, yes, no, kind) => {
    const world = given()
    const id = heard(world, { asked })
    find(world, id, asked)
    holdVote(world, id, yes, no)
    expect(stageOf(world, id)['kind']).toBe(kind)
  })

  it('is held by the rules that held when the case was opened', () => {
    const world = given()
    const id = heard(world, { asked: EXPEL })
    const rules = caseIn(world, id).rules
    expect(rules.rules).toEqual(RULES)
    find(world, id, EXPEL)
    world.pass(7 * DAY)
    const vote = world.org.voting.votes.get(caseIn(world, id).votes[0] ?? '')
    expect(vote?.items[0]?.majority).toEqual({ share: '2/3', more: false, of: 'cast' })
  })
})

describe('a measure', () => {
  it('does not hold before the time to appeal has run', () => {
    const world = given()
    const id = adopted(world)
    world.pass(30 * DAY - HOUR)
    expect(suspensionsOf(world.org, CHARGED)).toEqual([])
    world.pass(HOUR)
    expect(suspensionsOf(world.org, CHARGED)).toMatchObject([{ case: id, rights: ['vote', 'propose'] }])
  })

  it('is overturned on appeal by the whole, and nothing names the member any more', () => {
    const world = given()
    const id = adopted(world)
    world.given('nobody', 'case.appeal', { case: id, text: TEXT })
    expect(caseIn(world, id).stage).toMatchObject({ kind: 'found', round: 1 })
    holdVote(world, id, 3, 10)
    expect(world.org.voting.votes.get(caseIn(world, id).votes[1] ?? '')?.unit).toBe(uuid('root'))
    expect(stageOf(world, id)).toMatchObject({ kind: 'ended', why: 'overturned' })
    expect(world.org.cases.matters.size).toBe(0)
    expect(JSON.stringify(world.org.cases)).not.toContain(`"member":${CHARGED}`)
  })

  it('cannot be appealed against late, nor by whoever charged withdrawn once it is', () => {
    const world = given()
    const id = adopted(world)
    world.given('nobody', 'case.appeal', { case: id, text: TEXT })
    expect(world.when('nobody', 'case.withdraw', { case: id })?.code).toBe('case-elsewhere')
    holdVote(world, id, 10, 3)
    expect(stageOf(world, id)['kind']).toBe('binding')
    expect(world.when('nobody', 'case.appeal', { case: id, text: TEXT })?.code).toBe('case-elsewhere')
  })

  it('suspends the rights it names, where it was decided, and gives them back by itself', () => {
    const world = given()
    const id = adopted(world)
    world.pass(30 * DAY)
    const propose = (unit: string) =>
      world.when(
        person(CHARGED),
        'motion.propose',
        {
          motion: uuid(unit, world.now),
          title: 'Rent',
          clauses: [{ id: uuid('c', unit, world.now), text: 'Rent.' }],
          enactment: { kind: 'resolve' },
        },
        unit,
      )?.code
    expect(propose(NORTH)).toBe('right-suspended')
    expect(propose(uuid('root'))).toBeUndefined()
    world.pass(30 * DAY)
    expect(stageOf(world, id)).toMatchObject({ kind: 'ended', why: 'expired' })
    expect(propose(NORTH)).toBeUndefined()
  })

  it('takes no vote in what was open before it held', () => {
    const world = given()
    adopted(world)
    const motion = uuid('before')
    const propose = (id: string): void => {
      world.given(
        person(0),
        'motion.propose',
        {
          motion: id,
          title: 'Rent',
          clauses: [{ id: uuid('c', id), text: 'Rent.' }],
          enactment: { kind: 'resolve' },
        },
        NORTH,
      )
      world.given(person(1), 'motion.second', { motion: id })
    }
    const voteOn = (id: string) => {
      const found = [...world.org.voting.votes.values()].find(({ subject }) => subject.id === id)
      return world.when(person(CHARGED), 'ballot.cast', { vote: found?.id ?? '', choices: ['yes'] })?.code
    }
    const debate = RULES.debateHours * HOUR
    world.pass(30 * DAY - debate - HOUR)
    propose(motion)
    world.pass(debate + HOUR)
    const later = uuid('later')
    expect(suspensionsOf(world.org, CHARGED)).toHaveLength(1)
    expect(voteOn(motion)).toBeUndefined()
    propose(later)
    world.pass(debate)
    expect(voteOn(later)).toBe('right-suspended')
  })

  it('of expulsion ends membership only after the appeals, and ends itself', () => {
    const world = given()
    const id = adopted(world, { asked: EXPEL })
    const status = () => statusOf(world.org.members, person(CHARGED))
    expect(status()).toBe('member')
    world.pass(30 * DAY)
    expect(status()).toBe('expelled')
    expect(world.when(person(CHARGED), 'member.resign', { erase: false })?.code).toBe('not-a-member')
    world.pass(731 * DAY)
    expect(status()).toBe('former')
    expect(stageOf(world, id)).toMatchObject({ kind: 'ended', why: 'expired' })
    expect(world.org.members.erased.has(CHARGED)).toBe(true)
  })

  it('binds nobody who has left', () => {
    const world = given()
    const id = adopted(world, { asked: EXPEL })
    world.given(person(CHARGED), 'member.resign', { erase: false })
    world.pass(30 * DAY)
    expect(stageOf(world, id)).toMatchObject({ kind: 'ended', why: 'left' })
    expect(statusOf(world.org.members, person(CHARGED))).toBe('former')
    // Whoever has its sealed part and whoever has not come to the same.
    const without = replayed(world.entries, ({ type }) => SEALED.includes(type))
    expect(imageDigest(without)).toBe(imageDigest(world.org))
  })

  it('expels nobody but whom the case was about', () => {
    const world = given()
    const id = adopted(world, { asked: EXPEL })
    const { stage } = caseIn(world, id)
    world.now = stage.kind === 'appealable' ? stage.until : 0
    const salt = nameBody(world)['salt'] as string
    const bind = (n: number | null) =>
      auditOf(
        [
          ...world.entries,
          {
            seq: world.entries.length,
            at: world.now,
            by: 'clerk',
            id: uuid('bind', String(n)),
            type: 'case.bind',
            law: NEWEST_LAW,
            unit: NORTH,
            body: { case: id, expelled: n === null ? null : { member: person(n), salt } },
          },
        ],
        ({ type }) => SEALED.includes(type),
      ).violations.map(({ code }) => code)
    expect(bind(6)).toEqual(['wrong-result'])
    expect(bind(CHARGED)).toEqual([])
  })
})

describe('what is sealed', () => {
  const lives = (): SecretWorld => {
    const world = given()
    const overturned = adopted(world)
    world.given('nobody', 'case.appeal', { case: overturned, text: TEXT })
    holdVote(world, overturned, 3, 10)
    adopted(world, { id: uuid('expelled'), member: 7, charging: [8, 9, 10], asked: EXPEL })
    world.pass(30 * DAY)
    charge(world, { id: uuid('lapses'), member: 11 })
    world.pass(60 * DAY)
    world.pass(731 * DAY)
    return world
  }

  it('leaves nothing in the organization once all is over', () => {
    const world = lives()
    const without = replayed(world.entries, ({ type }) => SEALED.includes(type))
    expect(imageDigest(without)).toBe(imageDigest(world.org))
    expect(imageDigest(replayed(world.entries))).toBe(imageDigest(world.org))
  })

  it('is named by an audit as not checked, and makes nothing else wrong', () => {
    const { entries } = lives()
    expect(auditOf(entries)).toMatchObject({ count: 0, unchecked: [] })
    const report = auditOf(entries, ({ type }) => SEALED.includes(type))
    expect(report.violations).toEqual([])
    expect(report.unchecked.map(({ code }) => code)).toContain('sealed-part-missing')
  })

  it('excuses no public step that came too early', () => {
    const world = given()
    const id = charge(world)
    world.pass(HOUR)
    const hear = {
      seq: world.entries.length,
      at: world.now,
      by: 'clerk',
      id: uuid('hear'),
      type: 'case.hear',
      law: NEWEST_LAW,
      unit: NORTH,
      body: { case: id },
    }
    const report = auditOf([...world.entries, hear], ({ type }) => SEALED.includes(type))
    expect(report.violations.map(({ code }) => code)).toEqual(['not-due'])
  })
})
