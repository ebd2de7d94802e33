import { randomBytes } from 'node:crypto'
import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { HOUR } from '#kernel/instant'
import { deletePerson, hashPerson, insertPerson } from '#modules/members'
import { holdText } from '#modules/record'
import { hashSalted } from '#modules/record/core'
import { openPlenum, type Plenum } from '#organization/server'
import { PRESETS, type RuleSet } from '#modules/rulebook/core'
import { person } from './given.ts'
import { must } from './storage.ts'

/** An organization with a past: what happened in it, by the ids that tests ask about. */
export interface History {
  /** Ids of members; the first two are organizers. */
  readonly members: readonly string[]
  readonly root: string
  /** How many entries there are. */
  readonly size: number
  /** A vote that was decided, and one that is still open with ballots in it. */
  readonly decidedVote: string
  readonly openVote: string
  /** Someone who applied, was admitted and left again, erased. */
  readonly erased: string
}

type Enter = (
  by: string,
  type: string,
  body: Json,
  unit?: string | null,
  alongside?: Parameters<Plenum['clerk']['submit']>[1],
) => Promise<void>

/** The password of every account. */
export const PASSWORD = 'four words in a row'

const RULES: RuleSet = { ...PRESETS['reading-group'], name: 'Riverside rules' }

/**
 * Founds a demonstration, and lets happen what happens in an organization: a motion with amendments, speeches and a
 * minority report, a meeting's decision, an application, a notice, and a vote that is still open at the end. Through the
 * real clerk.
 */
export async function makeHistory(data: string): Promise<History> {
  const plenum = must(await openPlenum({ data, demonstration: true }))
  try {
    const root = derivedUuid('history', 'root')
    const people = Array.from({ length: 8 }, (_, n) => person(n + 1))
    const tools = toolsOf(plenum, root)
    await found(plenum, tools, root, people)
    return await happen(plenum, tools, root, people)
  } finally {
    await plenum.close()
  }
}

interface Tools {
  readonly enter: Enter
  pass(hours: number): Promise<void>
}

function toolsOf({ clerk, clock }: Plenum, root: string): Tools {
  let count = 0
  return {
    async enter(by, type, body, unit = root, alongside = []) {
      must(await clerk.submit({ by, id: derivedUuid('history', count++), type, unit, body }, alongside))
    },
    async pass(hours) {
      clock.shift(hours * HOUR)
      must(await clerk.submitAll([]))
    },
  }
}

async function found(
  { access, clock, database }: Plenum,
  { enter, pass }: Tools,
  root: string,
  people: readonly string[],
): Promise<void> {
  await enter(
    'nobody',
    'organization.found',
    { name: 'Riverside', root, rules: RULES, demonstration: true },
    null,
  )
  for (const [n, member] of people.entries()) {
    const held = {
      member,
      name: `Farid Nº ${n}`,
      email: n === 2 ? null : `member${n}@example.org`,
      salt: randomBytes(16),
    }
    const body = { member, home: root, organizer: n < 2, details: hashPerson(held) }
    await enter('nobody', 'founding.member', body, null, [insertPerson(database, held)])
  }
  const [first = '', second = ''] = people
  for (const [n, member] of [first, second].entries()) {
    const { token } = must(await access.invite(member, clock.now()))
    must(await access.accept(token, { login: `member${n}@example.org`, password: PASSWORD }, clock.now()))
  }
  const motion = derivedUuid('history', 'founding')
  const clauses = [
    { id: derivedUuid('history', 'point'), text: 'We organize where we live and where we work.' },
  ]
  const enactment = { kind: 'organization.ratify', points: true }
  await enter(first, 'motion.propose', { motion, title: 'We found Riverside', clauses, enactment })
  await pass(RULES.debateHours)
  const vote = derivedUuid('vote', 'motion', motion)
  for (const member of people) await enter(member, 'ballot.cast', { vote, choices: ['yes'] })
  await pass(RULES.votingHours)
}

async function happen(
  { clerk, clock, database }: Plenum,
  { enter, pass }: Tools,
  root: string,
  members: readonly string[],
): Promise<History> {
  const rules = RULES
  const who = (n: number): string => members[n] ?? ''
  const held = (
    text: string,
  ): { body: { hash: string; length: number }; row: ReturnType<typeof holdText> } => {
    const salt = randomBytes(16)
    const hash = hashSalted(salt, text)
    return { body: { hash, length: text.length }, row: holdText(database, { hash, salt, text }) }
  }
  const castAll = async (vote: string, choices: readonly (readonly string[])[]): Promise<void> => {
    for (const [n, answers] of choices.entries())
      await enter(who(n), 'ballot.cast', { vote, choices: [...answers] })
  }

  const motion = derivedUuid('history', 'motion')
  const clauses = ['We publish what we earn.', 'We publish what we owe.'].map((text, n) => ({
    id: derivedUuid('history', 'clause', n),
    text,
  }))
  await enter(who(2), 'motion.propose', {
    motion,
    title: 'What we publish',
    clauses,
    enactment: { kind: 'program.adopt', as: 'position' },
  })
  await enter(who(3), 'motion.second', { motion })
  const amendments = [0, 1].map((n) => derivedUuid('history', 'amendment', n))
  for (const [n, amendment] of amendments.entries()) {
    const reason = held(`Because of ${n}: “Grüße”, \u{1f331}.`)
    const changes = [
      { kind: 'replace', clause: clauses[n]?.id ?? '', text: `Every year we publish, number ${n}.` },
    ]
    await enter(who(4 + n), 'amendment.propose', { amendment, motion, changes, reason: reason.body }, root, [
      reason.row,
    ])
  }
  for (const [n, side] of (['for', 'against', 'for'] as const).entries()) {
    const text = held(`I speak ${side} it, said ${n}.`)
    await enter(
      who(n),
      'speech.give',
      { speech: derivedUuid('history', 'speech', n), motion, side, text: text.body },
      root,
      [text.row],
    )
  }
  await pass(rules.debateHours)
  await castAll(derivedUuid('vote', 'amendments', motion), [
    ['yes', 'no'],
    ['yes', 'yes'],
    ['yes', 'no'],
    ['no', 'no'],
    ['yes', 'abstain'],
  ])
  await pass(rules.votingHours)
  const decidedVote = derivedUuid('vote', 'motion', motion)
  await castAll(decidedVote, [['yes'], ['yes'], ['no'], ['yes'], ['abstain'], ['yes']])
  await enter(who(2), 'ballot.cast', { vote: decidedVote, choices: ['yes'] })
  await pass(rules.votingHours)
  const report = derivedUuid('history', 'report')
  await enter(who(5), 'report.file', { report, motion, text: 'We would have published more.' })
  await enter(who(6), 'report.sign', { report })

  const meeting = derivedUuid('history', 'meeting')
  const decided = {
    motion: meeting,
    title: 'Strike fund',
    clauses: [{ id: derivedUuid('history', 'meeting clause'), text: 'We pay today.' }],
    heldAt: clock.now() - HOUR,
    tally: { yes: members.length - 2, no: 1, abstain: 1 },
    tellers: [who(3), who(4)],
  }
  await enter(who(0), 'meeting.decide', decided)
  await enter(who(1), 'meeting.confirm', { motion: meeting })

  const erased = person(members.length + 1)
  const applicant = { member: erased, name: 'Zoe Rivers', email: 'zoe@example.org', salt: randomBytes(16) }
  const application = { member: erased, home: root, details: hashPerson(applicant) }
  await enter('nobody', 'member.apply', application, null, [insertPerson(database, applicant)])
  await enter(who(3), 'member.vouch', { member: erased }, null)
  await enter(who(0), 'member.admit', { member: erased }, null)
  const reason = held('Did not pay since spring.')
  await enter(who(0), 'standing.notice', { member: who(7), reason: reason.body }, null, [reason.row])
  await enter(who(0), 'standing.mend', { member: who(7) }, null)
  await enter(erased, 'member.resign', { erase: true }, null, [deletePerson(database, erased)])

  const last = derivedUuid('history', 'last motion')
  await enter(who(1), 'motion.propose', {
    motion: last,
    title: 'A library',
    clauses: [{ id: derivedUuid('history', 'last clause'), text: 'We open a library.' }],
    enactment: { kind: 'resolve' },
  })
  await enter(who(2), 'motion.second', { motion: last })
  await pass(rules.debateHours)
  const openVote = derivedUuid('vote', 'motion', last)
  await castAll(openVote, [['yes'], ['no'], ['yes']])
  const size = await clerk.read((org) => org.head.get().size)
  return { members, root, size, decidedVote, openVote, erased }
}
