import { refuse, type Refusal } from '#kernel/refusal'

/** A line of an issuer's list: the member's id in the record, and whatever else stands there for the committee's own use. */
export interface ListedMember {
  readonly member: string
  readonly cells: readonly string[]
}

/** An issuer's list of members, out of CSV. */
export interface MembersList {
  readonly columns: readonly string[]
  readonly members: readonly ListedMember[]
}

const MEMBER = /^m-[0-9a-z]{12}$/

/** A row of a CSV file, and the line on which it begins. */
interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/** The list in the rows of a CSV file, of which the first names the columns; one is `member`. The refusal names the line. */
export function readMembersList([head, ...rows]: readonly Row[]): MembersList | Refusal {
  const columns = (head?.cells ?? []).map((name) => name.trim())
  const at = columns.findIndex((name) => name.toLowerCase() === 'member')
  if (at < 0) return refuse('issuer-list-without-members')
  const members: ListedMember[] = []
  const seen = new Set<string>()
  for (const { line, cells } of rows) {
    const member = (cells[at] ?? '').trim()
    if (!MEMBER.test(member)) return refuse('issuer-list-line-unfit', { line, found: member })
    if (seen.has(member)) return refuse('issuer-list-member-twice', { line, member })
    seen.add(member)
    members.push({ member, cells })
  }
  return { columns, members }
}
