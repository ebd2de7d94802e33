import type { ExportReader, OpenRecord } from '#organization/server'

/** Whose reading `--as` means, or undefined where nobody of that name is on the roll. */
export function readerOf(
  name: string | undefined,
  { org }: Pick<OpenRecord, 'org'>,
): ExportReader | undefined {
  if (name === undefined || name === 'members') return { kind: 'members' }
  if (name === 'public') return { kind: 'public' }
  return org.members.indices.has(name) ? { kind: 'member', id: name } : undefined
}
