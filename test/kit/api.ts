import { z } from 'zod'
import { PASSWORD } from './seed-organization.ts'
import { foundedWorld, type Asker, type World } from './two-worlds.ts'

/** A document of OpenAPI 3.1, as far as the tests look into it. */
export interface ApiDocument {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
}

export interface ApiOperation {
  readonly operationId: string
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>> }>
  >
}

type JsonSchema = Readonly<Record<string, unknown>>

/** An answer of the API, held against what its document promises. */
export interface ApiAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

/** Calls the API, and holds every answer against the document. */
export interface ApiCaller {
  readonly document: ApiDocument
  call(method: string, path: string, options?: CallOptions): Promise<ApiAnswer>
}

export interface CallOptions {
  readonly token?: string | undefined
  readonly json?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Makes a token on the page where members make theirs. */
export async function makeToken(
  world: Pick<World, 'ask' | 'url'>,
  who: Asker,
  scopes: readonly string[],
  days = 30,
): Promise<string> {
  const fields = new URLSearchParams({ name: `of ${who}`, days: String(days), 'password-now': PASSWORD })
  for (const scope of scopes) fields.append('scope', scope)
  const init = { method: 'POST', headers: { origin: world.url }, body: fields }
  const page = await (await world.ask(who, '/me/tokens?/make', init)).text()
  const [secret] = /plenum_[\w-]{43}/.exec(page) ?? []
  if (secret === undefined) throw new Error(`no token on the page:\n${page}`)
  return secret
}

/** The paths of all operations that only read, with each of these ids, or positions of entries, in the place of what they name. */
export function readingPaths(
  { paths }: Pick<ApiDocument, 'paths'>,
  ids: readonly string[],
  seqs: readonly string[],
): readonly string[] {
  const reading = Object.entries(paths).flatMap(([at, operations]) => ('get' in operations ? [at] : []))
  const filled = reading.flatMap((at) => {
    const named = at.includes('/record/') ? seqs : ids
    return at.includes('{') ? named.map((each) => at.replaceAll(/\{\w+\}/g, each)) : [at]
  })
  return [...new Set(filled)]
}

/** A founded organization, the API of it, and tokens of a member and of somebody who keeps the roll. */
export async function apiWorld(keeperScopes: readonly string[] = ['read', 'act']): Promise<{
  readonly world: World
  readonly api: ApiCaller
  readonly token: string
  readonly keeper: string
}> {
  const world = await foundedWorld()
  const [token, keeper] = [
    await makeToken(world, 'member', ['read', 'act']),
    await makeToken(world, 'keeper', keeperScopes),
  ]
  return { world, api: await openApi(world.url), token, keeper }
}

/** A caller of the API at this address. */
export async function openApi(url: string): Promise<ApiCaller> {
  const document = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as ApiDocument
  const shapeOf = shapes(document)
  return {
    document,
    async call(method, path, { token, json, headers } = {}) {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      })
      const text = await response.text()
      const isJson = /json(;|$)/.test(response.headers.get('content-type') ?? '')
      const body: unknown = isJson && text !== '' ? JSON.parse(text) : text
      if (isJson && text !== '') shapeOf(method, path.split('?')[0] ?? '', response.status).parse(body)
      return { status: response.status, headers: response.headers, body }
    },
  }
}

/** For a call the shape of its answer, made from the document: with no field that the document does not name. */
function shapes({
  paths,
  components,
}: ApiDocument): (method: string, path: string, status: number) => z.ZodType {
  const problem = made(components.schemas['Problem'] ?? {})
  const kept = new Map<unknown, z.ZodType>()
  function made(schema: JsonSchema): z.ZodType {
    const closed = closedIn({ ...schema, $defs: components.schemas }) as Parameters<
      typeof z.fromJSONSchema
    >[0]
    return z.fromJSONSchema(closed)
  }
  return (method, path, status) => {
    const [template] = Object.keys(paths).filter((each) =>
      new RegExp(`^${each.replace('{path}', '.+').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
    )
    const operation = paths[template ?? '']?.[method.toLowerCase()]
    // What is said about paths and methods that are none stands with no operation.
    if (operation === undefined || [405, 500].includes(status)) return problem
    const content = operation.responses[status === 304 ? 200 : status]?.content
    const schema = content?.['application/json']?.schema ?? content?.['application/problem+json']?.schema
    if (schema === undefined)
      throw new Error(`${method} ${path} answers ${status}, of which the document knows nothing`)
    const shape = kept.get(schema) ?? made(schema)
    kept.set(schema, shape)
    return shape
  }
}

/** The schema with references that stand in itself, and no room for fields that it does not name. */
function closedIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closedIn)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, member]) => [
    key,
    key === '$ref' && typeof member === 'string'
      ? member.replace('#/components/schemas/', '#/$defs/')
      : closedIn(member),
  ])
  const object = Object.fromEntries(entries) as Record<string, unknown>
  return object['type'] === 'object' && 'properties' in object && !('additionalProperties' in object)
    ? { ...object, additionalProperties: false }
    : object
}

/** A field of an answer. */
export function field(body: unknown, name: string): unknown {
  return (body as Readonly<Record<string, unknown>>)[name]
}
