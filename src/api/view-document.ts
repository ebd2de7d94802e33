import type { ApiField, ApiOperationView, ApiPartView, ApiSchemaView, ApiType } from '#ui/api/view.ts'
import type { JsonSchema } from './schemas.ts'

interface Described {
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
}

interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters?: readonly {
    readonly name: string
    readonly required: boolean
    readonly description?: string
    readonly schema: JsonSchema
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>> }>
  >
}

/** The document as a page tells it to people: the same words, part by part, and the schemas that they name. */
export function viewDocument(
  document: unknown,
  origin: string,
): { readonly parts: readonly ApiPartView[]; readonly schemas: readonly ApiSchemaView[] } {
  const { tags, paths, components } = document as Described
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]) => ({
      tag: each.tags[0],
      view: viewOperation(method.toUpperCase(), path, each, origin),
    })),
  )
  return {
    parts: tags.map(({ name, description }) => ({
      name,
      description,
      operations: operations.filter(({ tag }) => tag === name).map(({ view }) => view),
    })),
    schemas: Object.entries(components.schemas)
      .map(([name, schema]) => ({ name, type: typeOf(schema), fields: fieldsOf(schema) }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  }
}

function viewOperation(method: string, path: string, each: Operation, origin: string): ApiOperationView {
  const body = Object.values(each.requestBody?.content ?? {})[0]?.schema
  const answer = Object.entries(each.responses).find(([status]) => status.startsWith('2'))?.[1]
  const schema = Object.values(answer?.content ?? {})[0]?.schema
  const scope = each.security[0]?.['token']
  return {
    id: each.operationId,
    method,
    path,
    summary: each.summary,
    description: each.description ?? '',
    scope: scope === undefined ? null : scope.join(' '),
    parameters: (each.parameters ?? []).map(({ name, required, description = '', schema }) => ({
      name,
      required,
      description,
      type: typeOf(schema),
    })),
    body: body === undefined ? [] : typeOf(body),
    answer: schema === undefined ? [] : typeOf(schema),
    curl: curlOf(method, path, { needsToken: scope !== undefined, hasBody: body !== undefined, origin }),
  }
}

function curlOf(
  method: string,
  path: string,
  { needsToken, hasBody, origin }: { needsToken: boolean; hasBody: boolean; origin: string },
): string {
  const parts = [
    'curl',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...(needsToken ? ['-H "Authorization: Bearer $PLENUM_TOKEN"'] : []),
    ...(hasBody ? [`-H 'Content-Type: application/json' -d @body.json`] : []),
    `'${origin}/api/v1${path}'`,
  ]
  return parts.join(' \\\n  ')
}

const plain = (text: string): ApiType => ({ text, schema: false })

/** What a schema is called: names of schemas, kinds of values, and words between them. */
function typeOf(schema: JsonSchema): readonly ApiType[] {
  const { $ref, anyOf, oneOf, items, type, properties } = schema
  if (typeof $ref === 'string') return [{ text: $ref.split('/').at(-1) ?? '', schema: true }]
  if ('const' in schema) return [plain(JSON.stringify(schema['const']))]
  if (Array.isArray(schema['enum']))
    return [plain(schema['enum'].map((each) => JSON.stringify(each)).join(' | '))]
  const options = anyOf ?? oneOf
  if (Array.isArray(options))
    return (options as JsonSchema[]).flatMap((each, i) => [
      ...(i === 0 ? [] : [plain(' | ')]),
      ...typeOf(each),
    ])
  if (type === 'array') return [...typeOf((items ?? {}) as JsonSchema), plain('[]')]
  if (type === 'object' && properties !== undefined) {
    const fields = Object.entries(properties as Readonly<Record<string, JsonSchema>>)
    return [
      plain('{ '),
      ...fields.flatMap(([name, each], i) => [plain(`${i === 0 ? '' : ', '}${name}: `), ...typeOf(each)]),
      plain(' }'),
    ]
  }
  const kinds = [type ?? 'any'].flat().map(String).join(' | ')
  return [plain(typeof schema['format'] === 'string' ? `${kinds} (${schema['format']})` : kinds)]
}

function fieldsOf({ properties = {}, required = [] }: JsonSchema): readonly ApiField[] {
  const needed = required as readonly string[]
  return Object.entries(properties as Readonly<Record<string, JsonSchema>>).map(([name, schema]) => ({
    name,
    type: typeOf(schema),
    required: needed.includes(name),
    description: typeof schema['description'] === 'string' ? schema['description'] : '',
  }))
}
