/** A number as the command line writes it: `1,031,056`. */
export function number(value: number): string {
  return value.toLocaleString('en')
}

/** A number with its thing: `1 ballot`, `20 ballots`, `3 entries`. */
export function many(value: number, one: string, more = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : more}`
}
