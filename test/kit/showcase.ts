import { toBase64 } from '#kernel/bytes'
import { commitmentToMember } from '#modules/discipline/core'
import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { derivedUuid } from '#kernel/ids'
import { DAY } from '#kernel/instant'
import { hashPerson, insertPerson } from '#modules/members'
import { requestRecovery } from '#modules/recovery'
import { proofOf } from '#modules/recovery/core'
import { person } from './given.ts'
import { PASSWORD, seedOrganization, type Seeded, type Seeding } from './seed-organization.ts'
import { fillOffices } from './showcase-offices.ts'
import { must } from './storage.ts'

// An organization in which every kind of page has something to show: motions in each of their stages, words and names as long
// as people's are, a minority, an applicant. The contact sheet and the tests of layout and accessibility look at it.

const named = (name: string) => derivedUuid('showcase', name)
const voteOf = (motion: string, kind = 'motion') => derivedUuid('vote', kind, motion)

/** What addresses need. */
export const SHOWN = {
  decided: named('decided'),
  decidedVote: voteOf(named('decided')),
  failed: named('failed'),
  failedVote: voteOf(named('failed')),
  voting: named('voting'),
  openVote: voteOf(named('voting')),
  amendmentsVote: voteOf(named('amending'), 'amendments'),
  debate: named('debate'),
  seconding: named('seconding'),
  group: named('group'),
  council: named('council'),
  mandate: derivedUuid('founding-mandate', person(1)),
  tendency: named('tendency'),
  case: named('case'),
  root: derivedUuid('seed', 'root'),
  member: person(2),
  point: derivedUuid('seed', 'point', 0),
}

const NAMES = [
  'Ada Okafor',
  'María Fernanda Aguilar-Etxeberria de la Cruz y Villanueva',
  'Bartholomäus Wojciechowski-Lindqvist',
  'Carmen Ruiz',
  'Dario Conti',
  'Edith Novak',
  'Farid Haddad',
  'Gloria Mensah',
  'Hugo Petit',
  'Ines Duarte',
  'Jamal Brooks',
  'Kim',
  'Lucía Ñáñez',
  'Nguyễn Thị Minh Khai',
]

const CLAUSES = [
  'We demand that the city registers every vacant dwelling, publishes the register each quarter, and opens what has stood ' +
    'empty for a year to people on the waiting list.',
  'Members in each building elect a delegate, who reports to the assembly every month and can be recalled at any time.',
  'A fund pays the legal costs of any member who is threatened with eviction for organizing (see ' +
    'https://riverside.example.org/documents/2026/legal-defence-fund-regulations-and-procedures.pdf).',
].map((text, n) => ({ id: named(`clause ${n}`), text }))

/** What only those hold who may come in by it. */
export interface Keys {
  /** An invitation that nobody has used. */
  readonly invitation: string
  /** The code of a way back in for which two members vouch, and one that was only asked for, with its number. */
  readonly ripe: string
  readonly asked: string
  readonly number: string
  /** A login that a second step follows. */
  readonly twoSteps: string
}

/** Makes it in this folder, before a server is started on it. The first member is an organizer and may sign in. */
export async function seedShowcase(data: string): Promise<Seeded & { readonly keys: Keys }> {
  let keys: Keys | undefined
  const seeded = await seedOrganization(data, {
    names: NAMES,
    then: async (seeding) => {
      await decideOnPoint(seeding)
      await failAndForm(seeding)
      await fillOffices(seeding)
      await formTendency(seeding)
      await chargeSomebody(seeding)
      keys = await leaveKeys(seeding)
      await leaveOpen(seeding)
    },
  })
  if (keys === undefined) throw new Error('The showcase was not made to its end.')
  return { ...seeded, keys }
}

/** A tendency that stands, with somebody who waits to be taken in and another platform put to its signatories. */
async function formTendency({ enter, members, points, root }: Seeding): Promise<void> {
  const [a = '', b = '', c = '', d = ''] = members.map(({ id }) => id)
  const [first = null, second = null, third = null] = points
  const tendency = SHOWN.tendency
  const about = (stance: string, point: string | null, ...clauses: string[]) => ({
    ...{ stance, point, clauses, salience: 4, rationale: 'A house belongs to those who live in it.' },
  })
  const platform = [
    about('affirm', first),
    about(
      'change',
      second,
      'Every decision comes out of an open debate, and out of a secret vote where a tenth of us asks for it.',
    ),
    about('strike', third),
    about('own', null, 'What stands empty for a year is opened.'),
  ]
  await enter(b, 'tendency.found', { tendency, unit: root, name: 'For the commons', platform }, root)
  for (const member of [a, c]) {
    await enter(member, 'tendency.sign', { tendency }, root)
    await enter(b, 'tendency.take', { tendency, member }, root)
  }
  await enter(d, 'tendency.sign', { tendency }, root)
  const change = { kind: 'platform', platform: platform.slice(0, 2) }
  await enter(c, 'tendency.change', { proposal: named('proposal'), tendency, change }, root)
}

/** A charge of which notice was given, with somebody's answer under seal. */
async function chargeSomebody({ enter, members, plenum, points, root }: Seeding): Promise<void> {
  const [a = '', b = '', c = '', d = '', e = ''] = members.map(({ id }) => id)
  const { sealed, clock } = plenum
  const [id, salt] = [SHOWN.case, toBase64(randomBytes(16))]
  await sealed.ready()
  const facts = sealed.hold(
    id,
    randomBytes(16),
    'Drove past the picket line on the first day, seen by two of us.',
  )
  const name = { case: id, unit: root, member: e, salt, charging: [b, c, d], cites: null }
  const deed = { kind: 'deed', on: (Math.floor(clock.now() / DAY) - 1) * DAY }
  await enter('nobody', 'case.name', { ...name, deed, facts: facts.ref }, root, [facts.row])
  const ground = { kind: 'unity', point: points[0] ?? '' }
  const asked = { kind: 'suspension', rights: ['vote', 'propose'], days: 60 }
  const commitment = commitmentToMember(id, e, salt)
  await enter('nobody', 'case.open', { case: id, unit: root, ground, asked, commitment }, root)
  for (const by of [c, d]) await enter('nobody', 'case.sign', { case: id, by }, root)
  await enter('nobody', 'case.charge', { case: id, charging: 3 }, root)
  await enter('nobody', 'case.call', { case: id, side: 'charged', member: a }, root)
  const answer = sealed.hold(id, randomBytes(16), 'I brought them soup.')
  const said = { case: id, part: 'charged', witness: null, text: answer.ref }
  await enter('nobody', 'case.state', said, root, [answer.row])
}

/** Somebody applies and is invited, two members have lost their passwords, and one has a second factor. */
async function leaveKeys({ enter, members, plenum, root }: Seeding): Promise<Keys> {
  const { access, clock, database } = plenum
  const [a = '', , c = '', d = '', e = '', f = ''] = members.map(({ id }) => id)
  const held = { member: person(99), name: 'Ximena Paredes', email: null, salt: randomBytes(16) }
  const application = { member: held.member, home: root, details: hashPerson(held) }
  await enter('nobody', 'member.apply', application, null, [insertPerson(database, held)])
  await enter(c, 'member.vouch', { member: held.member }, null)
  await enter(a, 'member.admit', { member: held.member }, null)
  const { token } = must(await access.invite(held.member, clock.now()))
  const [ripe, asked] = await Promise.all([d, e].map((id) => requestRecovery(database, id, clock.now())))
  if (ripe === undefined || asked === undefined) throw new Error('No way back was asked for.')
  const body = { request: proofOf(ripe.code).request, member: d }
  for (const by of [c, f]) await enter(by, 'recovery.vouch', body, null)
  const now = clock.now()
  const { pending, secret } = must(
    await access.factor.begin(f, { password: PASSWORD, code: '' }, 'Riverside', now),
  )
  const code = TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: now })
  must(await access.factor.confirm(f, pending, code, now))
  const twoSteps = members[5]?.login ?? ''
  return {
    invitation: token,
    ripe: ripe.code,
    asked: asked.code,
    number: proofOf(asked.code).number,
    twoSteps,
  }
}

/** A point that was changed, amended on the way, with a minority that said why not. */
async function decideOnPoint({ enter, hold, members, pass, points, rules }: Seeding): Promise<void> {
  const [a = '', b = '', c = '', ...others] = members.map(({ id }) => id)
  const [clause = ''] = points
  const text = 'We organize where we live and where we work, across employers, trades and borders.'
  const enactment = { kind: 'program.change', point: clause, revision: 1 }
  const motion = SHOWN.decided
  await enter(a, 'motion.propose', {
    motion,
    title: 'Say that we organize across borders',
    clauses: [{ id: clause, text }],
    enactment,
  })
  await enter(b, 'motion.second', { motion })
  const amendment = named('decided amendment')
  const changes = [{ kind: 'replace', clause, text: `${text} Nobody is left out for want of papers.` }]
  const said = hold('It must be said aloud.')
  await enter(c, 'amendment.propose', { amendment, motion, changes, reason: said.ref }, undefined, [said.row])
  await pass(rules.debateHours)
  for (const kind of ['amendments', 'motion']) {
    const vote = voteOf(motion, kind)
    for (const [n, id] of [a, b, c, ...others.slice(0, 8)].entries())
      await enter(id, 'ballot.cast', { vote, choices: [n < 8 ? 'yes' : n < 10 ? 'no' : 'abstain'] })
    await pass(rules.votingHours)
  }
  const report = named('report')
  const reasons =
    'Borders are not what holds us back here; the rents are. We would rather have said one thing well.'
  await enter(others[5] ?? '', 'report.file', { report, motion, text: reasons })
  await enter(others[6] ?? '', 'report.sign', { report })
  const { ref, row } = hold('Because a landlord does not ask for our passports either when the rent is due.')
  await enter(a, 'rationale.add', { rationale: named('rationale'), point: clause, text: ref }, undefined, [
    row,
  ])
}

/** A motion that failed for want of a quorum, one that formed a working group, and one that formed a council. */
async function failAndForm({ enter, members, pass, root, rules }: Seeding): Promise<void> {
  const [a = '', b = '', ...others] = members.map(({ id }) => id)
  const clauses = [{ id: named('failed clause'), text: 'We meet twice a week, on Mondays and Thursdays.' }]
  const enactment = { kind: 'resolve' }
  await enter(b, 'motion.propose', { motion: SHOWN.failed, title: 'Meet twice a week', clauses, enactment })
  const form = {
    kind: 'unit.form',
    unit: SHOWN.group,
    name: 'Working group on housing inspections and repairs',
    as: 'group',
    parent: root,
    decidedBy: 'members',
  }
  const why = [{ id: named('form clause'), text: 'Those who inspect houses together decide together.' }]
  const motion = named('form')
  await enter(a, 'motion.propose', {
    motion,
    title: 'Form a working group',
    clauses: why,
    enactment: form,
  })
  const council = named('form council')
  await enter(a, 'motion.propose', {
    motion: council,
    title: 'Form a council',
    clauses: [{ id: named('council clause'), text: 'Delegates of the places meet in a council.' }],
    enactment: { ...form, unit: SHOWN.council, name: 'City council', decidedBy: 'delegates' },
  })
  for (const each of [SHOWN.failed, motion, council])
    await enter(others[0] ?? '', 'motion.second', { motion: each })
  await pass(rules.debateHours)
  for (const id of [a, b]) await enter(id, 'ballot.cast', { vote: SHOWN.failedVote, choices: ['yes'] })
  for (const each of [motion, council])
    for (const id of [a, b, ...others])
      await enter(id, 'ballot.cast', { vote: voteOf(each), choices: ['yes'] })
  await pass(rules.votingHours)
  for (const id of [a, b]) await enter(id, 'unit.join', {}, SHOWN.group)
}

/** Two votes that are open, a debate with amendments that collide, and a motion that waits for a second. */
async function leaveOpen(seeding: Seeding): Promise<void> {
  const { enter, hold, members, pass, rules } = seeding
  const [a = '', b = '', c = '', d = '', e = ''] = members.map(({ id }) => id)
  const propose = async (by: string, motion: string, title: string, clauses: typeof CLAUSES) => {
    await enter(by, 'motion.propose', { motion, title, clauses, enactment: { kind: 'resolve' } })
  }
  const own = (n: number, text: string) => [{ id: named(`open clause ${n}`), text }]
  await propose(
    b,
    SHOWN.voting,
    'Open the hall to the night-shift workers’ committee',
    own(1, 'The hall is open to the committee each Sunday.'),
  )
  const amending = named('amending')
  await propose(
    c,
    amending,
    'Print the bulletin on paper',
    own(2, 'The bulletin is printed each month and brought to every door.'),
  )
  for (const motion of [SHOWN.voting, amending]) await enter(d, 'motion.second', { motion })
  const changes = [
    { kind: 'replace', clause: named('open clause 2'), text: 'The bulletin is printed each quarter.' },
  ]
  const dear = hold('Paper is dear.')
  const amendment = { amendment: named('quarter'), motion: amending, changes, reason: dear.ref }
  await enter(d, 'amendment.propose', amendment, undefined, [dear.row])
  await pass(rules.debateHours)
  await enter(e, 'ballot.cast', { vote: SHOWN.openVote, choices: ['no'] })
  await pass(30)
  await debate(seeding, [a, b, c, d, e])
  await propose(
    e,
    SHOWN.seconding,
    'Countersign the open letter of the Hafenarbeiterinnengewerkschaftsdelegierten',
    own(3, 'We sign it.'),
  )
  await pass(5)
}

async function debate(
  { enter, hold, pass }: Seeding,
  [, b = '', c = '', d = '', e = '']: string[],
): Promise<void> {
  const motion = SHOWN.debate
  await enter(b, 'motion.propose', {
    motion,
    title: 'A campaign for the vacant dwellings of the harbour district, with a fund of its own',
    clauses: CLAUSES,
    enactment: { kind: 'program.adopt', as: 'position' },
  })
  await enter(c, 'motion.second', { motion })
  const [first, second] = CLAUSES
  const amend = (by: string, name: string, changes: Parameters<typeof enter>[2][]) =>
    enter(by, 'amendment.propose', { amendment: named(name), motion, changes, reason: null })
  const half = first?.text.replace('for a year', 'for six months') ?? ''
  await amend(c, 'half', [{ kind: 'replace', clause: first?.id ?? '', text: half }])
  const two = first?.text.replace('each quarter', 'each month').replace('a year', 'two years') ?? ''
  await amend(d, 'two', [
    { kind: 'replace', clause: first?.id ?? '', text: two },
    { kind: 'insert', after: second?.id ?? null, clause: named('new'), text: 'Delegates are paid nothing.' },
  ])
  const speeches = [
    [b, 'for', 'Every third window in my street is dark. We know which; the city does not want to.'],
    [c, 'for', 'A register costs little and shows much.'],
    [
      e,
      'against',
      'The fund is too small to promise this to everybody, and a promise that is not kept costs us members. Let us pay for what we can pay for.',
    ],
  ] as const
  for (const [n, [by, side, words]] of speeches.entries()) {
    await pass(2)
    const { ref, row } = hold(words)
    await enter(by, 'speech.give', { speech: named(`speech ${n}`), motion, side, text: ref }, undefined, [
      row,
    ])
  }
}
