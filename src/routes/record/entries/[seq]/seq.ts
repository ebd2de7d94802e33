/** The position that an address names, from 0; undefined where it is no such number. */
export function seqIn(text: string): number | undefined {
  return /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined
}
