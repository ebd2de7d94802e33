import { z } from 'zod'
import { heldTextShape, MOST_HELD_LENGTH, uuidShape } from '#modules/record/core'
import { ACT_KINDS, type ActKind } from '#organization'

/** A text that stands beside the record: sent as it is; the server hashes it, and the record carries the hash. */
export const plainTextShape = z
  .string()
  .min(1)
  .max(MOST_HELD_LENGTH)
  .refine((text) => text.trim() === text, 'must be without space around it')
  .meta({
    description: 'Held beside the record, where it can be erased; the record carries its salted hash.',
  })

type Fields = Readonly<Record<string, z.ZodType>>

function fieldsOf(shape: z.ZodType): Fields {
  return shape instanceof z.ZodObject ? shape.shape : {}
}

function isHeld(field: z.ZodType): boolean {
  return field === heldTextShape || isOptionalHeld(field)
}

function isOptionalHeld(field: z.ZodType): boolean {
  return field instanceof z.ZodNullable && field.unwrap() === heldTextShape
}

/** The fields of an act's body that are texts beside the record. */
export function heldFields({ shape }: ActKind): readonly string[] {
  return Object.entries(fieldsOf(shape)).flatMap(([name, field]) => (isHeld(field) ? [name] : []))
}

/** The body as a caller sends it: the very shape that the rules parse by, with plain texts where those carry hashes. */
function sentBody(kind: ActKind): z.ZodType {
  const held = heldFields(kind)
  if (held.length === 0) return kind.shape
  const fields = Object.entries(fieldsOf(kind.shape)).map(([name, field]) => [
    name,
    !isHeld(field) ? field : isOptionalHeld(field) ? plainTextShape.nullable() : plainTextShape,
  ])
  return z.strictObject(Object.fromEntries(fields) as Record<string, z.ZodType>)
}

/** The types of acts that a member may enter, whether their standing has lapsed or not. */
export const MEMBER_KINDS = ACT_KINDS.filter(
  ({ actors, unnamed }) => unnamed || actors.includes('member') || actors.includes('lapsed'),
)

/**
 * The types of acts by which somebody who holds the code of the console founds an organization. People come onto the founding
 * roll by a file: the act alone has a hash of their names, and no names.
 */
const FOUNDING_KINDS = ACT_KINDS.filter(
  ({ type, actors, unnamed }) =>
    !unnamed && actors.includes('nobody') && !type.startsWith('member.') && type !== 'founding.member',
)

const idField = uuidShape.meta({
  description: 'Made by you (a UUID of version 7, say). The same act sent again under it is entered once.',
})
const unitField = z.string().max(40).nullable().optional().meta({
  description:
    'The unit whose act it is. Left out, it follows from what the act is about; only proposing, entering what a meeting decided, joining and leaving need it.',
})

const sigField = z.string().max(100).optional().meta({
  description:
    'The signature of a device of yours, as docs/record-format.md has it. Texts held beside the record get their hash only here: an act with one cannot be signed.',
})

/** An act as a caller sends it. */
export interface SentAct {
  readonly id: string
  readonly type: string
  readonly unit?: string | null | undefined
  readonly body: unknown
  readonly sig?: string | undefined
}

function sentAct(kind: ActKind) {
  const { type } = kind
  return z
    .strictObject({
      id: idField,
      type: z.literal(type),
      unit: unitField,
      body: sentBody(kind),
      sig: sigField,
    })
    .meta({ id: componentName(type) })
}

/** `motion.propose` as a name of a schema: `MotionPropose`. */
function componentName(type: string): string {
  return type
    .split('.')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

function anyOf(kinds: readonly ActKind[]): z.ZodType<SentAct> {
  const [first, ...more] = kinds.map(sentAct)
  return first === undefined ? z.never() : z.discriminatedUnion('type', [first, ...more])
}

export const memberActShape = anyOf(MEMBER_KINDS).meta({ id: 'Act' })
export const foundingActShape = anyOf(FOUNDING_KINDS).meta({ id: 'FoundingAct' })

export const receiptShape = z
  .object({
    seq: z.int().meta({ description: 'The position of the entry in the record.' }),
    leaf: z
      .string()
      .meta({ description: 'The hash of its leaf in the tree, base64: your proof that it was accepted.' }),
    again: z.boolean().meta({ description: 'Whether the same act had been entered before.' }),
  })
  .meta({ id: 'Receipt' })
