import { refuse, type Refusal } from '#kernel/refusal'
import { MOST_NAME_LENGTH, MOST_PLATFORM_TEXT } from './platform.ts'
import { MOST_SALIENCE, STANCES, type Platform, type Stance, type StanceKind } from './state.ts'

/** How many points of its own the form of a platform has room for at a time. */
export const OWN_ROOM = 5

/** A field of a form, empty where it was left so. */
type Field = (name: string) => string

/** Why what was typed cannot be the name of a tendency. Asked at the form, because the act's shape could only say "malformed". */
export function checkTypedTendencyName(name: string): Refusal | undefined {
  if (name === '') return refuse('tendency-name-missing')
  const { length } = name
  return length > MOST_NAME_LENGTH
    ? refuse('tendency-name-too-long', { length, most: MOST_NAME_LENGTH })
    : undefined
}

/**
 * A platform out of its form: for each of the points `stance-N`, `text-N`, `rationale-N`, `salience-N` (N from 0), then points of its
 * own `own-N`. What is left empty is no stance.
 */
export function typedPlatform(field: Field, points: readonly string[]): Platform | Refusal {
  const about = points.map((point, n) => stanceIn(field, kindIn(field(`stance-${n}`)), point, String(n)))
  const own = Array.from({ length: OWN_ROOM }, (_, n) =>
    stanceIn(field, field(`text-own-${n}`) === '' ? undefined : 'own', null, `own-${n}`),
  )
  const platform: Stance[] = []
  for (const stance of [...about, ...own]) {
    if (stance === undefined) continue
    const refusal = checkLengths(stance, platform.length + 1)
    if (refusal !== undefined) return refusal
    platform.push(stance)
  }
  return platform.length === 0 ? refuse('platform-missing') : platform
}

function kindIn(text: string): StanceKind | undefined {
  return STANCES.find((kind) => kind === text && kind !== 'own')
}

function stanceIn(
  field: Field,
  stance: StanceKind | undefined,
  point: string | null,
  at: string,
): Stance | undefined {
  if (stance === undefined) return undefined
  const writes = stance === 'change' || stance === 'own'
  const paragraphs = field(`text-${at}`).split(/\n{2,}/)
  const clauses = writes ? paragraphs.map((text) => text.trim()).filter((text) => text !== '') : []
  const salience = Math.min(MOST_SALIENCE, Math.max(1, Number(field(`salience-${at}`)) || 1))
  return { stance, point, clauses, salience, rationale: field(`rationale-${at}`) }
}

function checkLengths({ clauses, rationale }: Stance, number: number): Refusal | undefined {
  const longest = Math.max(rationale.length, ...clauses.map(({ length }) => length))
  return longest > MOST_PLATFORM_TEXT
    ? refuse('stance-too-long', { number, length: longest, most: MOST_PLATFORM_TEXT })
    : undefined
}

/** The fields of the form that stand for a platform. */
export function fieldsOfPlatform(
  platform: Platform,
  points: readonly string[],
): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {}
  let own = 0
  for (const { stance, point, clauses, rationale, salience } of platform) {
    const n = point === null ? -1 : points.indexOf(point)
    const at = n >= 0 ? String(n) : `own-${own++}`
    fields[`stance-${at}`] = stance
    fields[`text-${at}`] = clauses.join('\n\n')
    fields[`rationale-${at}`] = rationale
    fields[`salience-${at}`] = String(salience)
  }
  return fields
}
