import type { PointName } from '../../effect.ts'
import { count } from './common.ts'

/** “Point of unity 3”, “position 12”. */
export function pointName({ kind, number }: Pick<PointName, 'kind' | 'number'>): string {
  return kind === 'unity' ? `Point of unity ${number}` : `Position ${number}`
}

export const program = {
  title: 'Program',
  lead: 'What unites us. Points of unity are accepted on joining and changed by a large majority; positions are adopted by a majority and stay open to dispute for ever. Why somebody holds one of them is a rationale: any number stand beside it, and none is ever voted on.',
  unity: 'Points of unity',
  positions: 'Positions',
  noUnity: 'No points of unity have been adopted yet.',
  noPositions: 'No positions have been adopted yet.',
  noneForMember: 'A motion can propose some.',
  struck: 'Struck from the program',
  struckOn: (name: string) => `${name} was struck from the program.`,
  proposeNew: 'Propose points or positions',
  proposeChange: 'Propose a change',
  proposeStrike: 'Propose to strike it',
  revision: (number: number) =>
    number === 1 ? 'as first adopted' : number === 2 ? 'changed once' : `changed ${number - 1} times`,
  history: 'How it came about',
  historyLead: 'Every decision that wrote this text, the newest first.',
  did: { adopted: 'Adopted', changed: 'Changed', struck: 'Struck' },
  by: 'by',
  motion: (number: number, title: string) => `Motion ${number}: ${title}`,
  entry: (seq: number) => `Entry ${seq} of the record`,
  changes: 'What it changed',
  vote: 'The vote',
  of: (unit: string) => `of ${unit}`,
  dissent: (number: number) =>
    number === 1 ? 'Dissent: one minority report' : `Dissent: ${number} minority reports`,
  noDissent: 'No minority report is attached to this decision.',
  behind: (number: number) => `${count(number, 'member stands', 'members stand')} behind this report.`,
  rationales: 'Rationales',
  rationalesLead: 'Why members hold this point. They are not part of the program and bind nobody.',
  noRationales: 'Nobody has written a rationale yet.',
  rationaleAdd: 'Add a rationale',
  rationaleLabel: 'Why I hold this point',
  rationaleHint: 'Members can read it, now and later. The record itself carries only its fingerprint.',
  rationaleSend: 'Add it',
  membersOnly: 'Members see how each point came about.',
}
