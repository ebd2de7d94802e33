import type { Json } from '#kernel/canonical'
import { listIn, numberIn, textIn, textsIn, type Logged } from './log.ts'

/** What a panel found, and when: by more than half of its seats, who were drawn by lot, had taken their seat and had not left it. */
export interface Finding {
  readonly outcome: Json
  readonly at: number
  readonly by: readonly string[]
}

const LEAST_SEATS = 3

/** What the panel about something found, by the entries of its members alone; undefined where none did. */
export function findingAbout(log: readonly Logged[], kind: string, id: string): Finding | undefined {
  const announced = log.filter(
    ({ type, body }) =>
      type === 'panel.announce' &&
      textIn(body, 'about', 'kind') === kind &&
      textIn(body, 'about', 'id') === id,
  )
  const panel = textIn(announced.at(-1)?.body ?? null, 'panel')
  const size = numberIn(announced.at(-1)?.body ?? null, 'size')
  if (!(size >= LEAST_SEATS)) return undefined
  let drawn: readonly string[] = []
  const seated = new Set<string>()
  const sides = new Map<string, string>()
  const outcomes = new Map<string, Json>()
  for (const { type, by, at, body } of log) {
    if (textIn(body, 'panel') !== panel || !type.startsWith('panel.')) continue
    if (type === 'panel.draw') drawn = listIn(body, 'drawn').map((each) => textIn(each, 'member'))
    if (type === 'panel.accept' && drawn.includes(by)) seated.add(by)
    const left =
      type === 'panel.recuse'
        ? [by]
        : type === 'panel.replace' || type === 'panel.review'
          ? textsIn(body, 'silent')
          : []
    for (const each of left) seated.delete(each)
    if (type === 'panel.propose') outcomes.set(textIn(body, 'proposal'), (body as { outcome: Json }).outcome)
    if (type !== 'panel.propose' && type !== 'panel.agree') continue
    sides.set(by, textIn(body, 'proposal'))
    const agreed = [...sides].flatMap(([member, proposal]) =>
      proposal === textIn(body, 'proposal') && seated.has(member) ? member : [],
    )
    if (agreed.length * 2 > size)
      return { outcome: outcomes.get(textIn(body, 'proposal')) ?? null, at, by: agreed }
  }
  return undefined
}

/** Whether an appeal against an entry was made, and what the panel about it found. */
export function appealOf(
  log: readonly Logged[],
  type: 'hiding.appeal' | 'standing.contest',
  isIt: (entry: Logged) => boolean,
): { readonly made: Logged; readonly finding: Finding | undefined } | undefined {
  const made = log.find((entry) => entry.type === type && isIt(entry))
  return made && { made, finding: findingAbout(log, 'appeal', textIn(made.body, 'appeal')) }
}
