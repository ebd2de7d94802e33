import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { voteIdFor } from '#modules/voting/core'
import type { Seeding } from './seed-organization.ts'

const named = (name: string) => derivedUuid('group within', name)
const IN_GROUP = 3
const voted = named('voted')
const office = named('office')

/** A group of the first three members: what stands in it for others to be kept out of. */
export const GROUP = {
  id: named('group'),
  motion: named('debated'),
  voted,
  vote: voteIdFor({ kind: 'motion', id: voted }),
  office,
  election: derivedUuid('election', office, 1),
  /** About a mandate of the whole. */
  recall: named('recall'),
  tendency: named('tendency'),
}

/** Forms the group; whoever joined votes there after a while. */
export async function formGroup(seeding: Seeding): Promise<void> {
  const { enter, members, root } = seeding
  const form = { kind: 'unit.form', unit: GROUP.id, name: 'Printers', as: 'group', parent: root }
  await carry(seeding, 'form', { ...form, decidedBy: 'members' }, root)
  for (const { id } of members.slice(0, IN_GROUP)) await enter(id, 'unit.join', {}, GROUP.id)
}

/** Opens an office of the group: nominations for it are open. */
export async function openOffice(seeding: Seeding): Promise<void> {
  const terms = { seats: 1, days: 300, termsMost: 2, duties: [], council: null }
  await carry(seeding, 'office', { kind: 'office.open', office, title: 'Printer', ...terms }, GROUP.id)
}

/** Founds a tendency of the group: it is forming. */
export async function foundTendency({ enter, members }: Seeding): Promise<void> {
  const own = {
    stance: 'own',
    point: null,
    clauses: ['Printers own their presses.'],
    salience: 3,
    rationale: '',
  }
  const body = { tendency: GROUP.tendency, unit: GROUP.id, name: 'For the presses', platform: [own] }
  await enter(members[0]?.id ?? '', 'tendency.found', body, GROUP.id)
}

async function carry(seeding: Seeding, name: string, enactment: Json, unit: string): Promise<void> {
  const { enter, members, pass, rules } = seeding
  const motion = named(name)
  await proposeInGroup(seeding, motion, enactment, unit)
  await pass(rules.debateHours)
  for (const { id } of members.slice(0, IN_GROUP))
    await enter(
      id,
      'ballot.cast',
      { vote: voteIdFor({ kind: 'motion', id: motion }), choices: ['yes'] },
      unit,
    )
  await pass(rules.votingHours)
}

/** Proposes and seconds a motion in the group. */
export async function proposeInGroup(
  { enter, members }: Seeding,
  motion: string,
  enactment: Json = { kind: 'resolve' },
  unit = GROUP.id,
): Promise<void> {
  const [first = '', second = ''] = members.map(({ id }) => id)
  const clauses = [{ id: derivedUuid('group within', 'clause', motion), text: 'The printers do it.' }]
  await enter(first, 'motion.propose', { motion, title: 'Printing', clauses, enactment }, unit)
  await enter(second, 'motion.second', { motion }, unit)
}

/** Lets the standing of a member lapse. */
export async function letLapse({ enter, hold, members, pass, rules }: Seeding, n: number): Promise<void> {
  const { ref, row } = hold('No dues for half a year.')
  const body = { member: members[n]?.id ?? '', reason: ref }
  await enter(members[0]?.id ?? '', 'standing.notice', body, null, [row])
  await pass(rules.standingDays * 24)
}

/** Asks for the recall of who keeps the roll. */
export async function askForRecall({ enter, hold, members, root }: Seeding): Promise<void> {
  const { ref, row } = hold('Nobody has seen the roll.')
  const mandate = derivedUuid('founding-mandate', members[0]?.id ?? '')
  await enter(
    members[1]?.id ?? '',
    'recall.petition',
    { petition: GROUP.recall, mandate, reason: ref },
    root,
    [row],
  )
}
