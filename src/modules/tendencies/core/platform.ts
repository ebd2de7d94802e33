import { refuse, type Refusal } from '#kernel/refusal'
import { countShape, textShape, uuidShape } from '#modules/record/core'
import { isWithin } from '#modules/units/core'
import { z } from 'zod'
import type { TendenciesRulesSlice } from './slice.ts'
import { MOST_SALIENCE, STANCES, type Platform, type Stance } from './state.ts'

const MOST_STANCES = 200
const MOST_PLATFORM_CLAUSES = 50
export const MOST_PLATFORM_TEXT = 5000
export const MOST_NAME_LENGTH = 80

export const nameShape = textShape(MOST_NAME_LENGTH)

/** The shape of a platform. Its texts stay in the record for good: what was stood for cannot be unwritten. */
export const platformShape: z.ZodType<Platform> = z
  .array(
    z.strictObject({
      stance: z.enum(STANCES),
      point: uuidShape.nullable(),
      clauses: z.array(textShape(MOST_PLATFORM_TEXT)).max(MOST_PLATFORM_CLAUSES),
      salience: countShape(1, MOST_SALIENCE),
      rationale: textShape(MOST_PLATFORM_TEXT).or(z.literal('')),
    }),
  )
  .min(1)
  .max(MOST_STANCES)

/** Why a platform cannot be one in this unit: each stance is about a point in force there, once, and says what it has to. */
export function checkPlatform(
  state: TendenciesRulesSlice,
  unit: string,
  platform: Platform,
): Refusal | undefined {
  const seen = new Set<string>()
  for (const [i, stance] of platform.entries()) {
    const refusal = checkStance(state, unit, stance, i + 1)
    if (refusal !== undefined) return refusal
    if (stance.point === null) continue
    if (seen.has(stance.point)) return refuse('stance-twice', { number: i + 1 })
    seen.add(stance.point)
  }
  return undefined
}

function checkStance(
  { program, units }: TendenciesRulesSlice,
  unit: string,
  { stance, point, clauses }: Stance,
  number: number,
): Refusal | undefined {
  const writes = stance === 'change' || stance === 'own'
  if (writes === (clauses.length === 0))
    return refuse(writes ? 'stance-empty' : 'stance-overfull', { number })
  if ((stance === 'own') !== (point === null)) return refuse('stance-without-point', { number })
  if (point === null) return undefined
  const known = program.points.get(point)
  // A point of a unit above binds here too; one of a unit beside or below does not.
  if (known === undefined || !isWithin(units, unit, known.unit)) return refuse('unknown-point', { point })
  return known.struck ? refuse('point-struck', { number: known.number }) : undefined
}
