import { hashShape, memberIdShape, uuidShape } from '#modules/record/core'
import { z } from 'zod'
import { TEXT_KINDS } from './state.ts'

/** The fields that say which text an act is about. */
export const refFields = {
  kind: z.enum(TEXT_KINDS),
  about: uuidShape,
  id: z.union([uuidShape, memberIdShape]),
}

/** A text as it stands: the hash of a held one, the id of one in the record. */
export const keyShape = z.union([hashShape, uuidShape])
