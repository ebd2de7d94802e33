import { z } from 'zod'

/** A JSON Schema of the dialect that OpenAPI 3.1 takes. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** Turns shapes into schemas; those that have an id become components, once, and are referred to. */
export interface Schemas {
  /** What is sent: fields that have a value of their own may be left out. */
  input(shape: z.ZodType): JsonSchema
  /** What is answered. */
  output(shape: z.ZodType): JsonSchema
  /** The components that were named so far. */
  components(): Readonly<Record<string, JsonSchema>>
}

/** An empty collection of schemas. */
export function createSchemas(): Schemas {
  const components: Record<string, JsonSchema> = {}
  function make(shape: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const made = z.toJSONSchema(shape, { io, unrepresentable: 'any', reused: 'inline', override: tidy })
    const { $defs = {}, $schema: _dialect, ...schema } = made
    for (const [id, definition] of Object.entries($defs)) components[id] = referring(definition)
    return lifted(referring(schema), components)
  }
  return {
    input: (shape) => make(shape, 'input'),
    output: (shape) => make(shape, 'output'),
    components: () => components,
  }
}

/** A schema that has an id itself stands under it too. */
function lifted(schema: JsonSchema, components: Record<string, JsonSchema>): JsonSchema {
  const { id, ...rest } = schema
  if (typeof id !== 'string') return schema
  components[id] = rest
  return { $ref: `#/components/schemas/${id}` }
}

/** References within one schema become references to components. */
function referring(value: object): JsonSchema {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema
}

/** What zod says of its own and a reader of the document has no use for. */
function tidy({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes
  jsonSchema: z.core.JSONSchema.BaseSchema
}): void {
  delete jsonSchema.readOnly
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  // What is answered may have more fields one day; only what is sent is closed where its shape says so.
  const { def } = zodSchema._zod
  if (def.type === 'object' && def.catchall === undefined) delete jsonSchema.additionalProperties
}
