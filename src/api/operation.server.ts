import type { RouteConfig } from '@hono/zod-openapi'
import type { z } from 'zod'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import type { Scope } from '#modules/tokens/core'
import { refusedFor } from './asker.server.ts'
import { readJson } from './content.server.ts'
import type { Asker, Surroundings } from './environment.ts'
import { problemContent } from './problem.ts'
import { answerJson } from './respond.server.ts'

/** What a call brings, parsed. */
export interface Call<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly asker: Asker
  readonly surroundings: Surroundings
  readonly request: Request
}

/** One thing that the API does: what the document says of it, and the doing. */
export interface Spec<Params, Query, Body, Answer> {
  readonly method: 'get' | 'post' | 'delete'
  /** With places for parameters, such as `/motions/{id}`. */
  readonly path: string
  /** The name of the function in a generated client. */
  readonly id: string
  readonly tag: string
  readonly summary: string
  readonly description?: string
  /** What a token needs for it; `public` for what everybody may, `own` where the operation itself says who may. */
  readonly needs: Scope | 'public' | 'own'
  readonly params?: z.ZodType<Params>
  readonly query?: z.ZodType<Query>
  readonly body?: z.ZodType<Body>
  /** Bytes that a body may have. */
  readonly mostBytes?: number
  /** What is answered: cut to this shape, so that nothing goes out that the document does not promise. */
  readonly answer?: z.ZodType<Answer>
  /** Where the answer is no JSON: its kind. */
  readonly media?: string
  readonly status?: 200 | 201 | 204
  /** Where it may also answer with 200: what that says. */
  readonly again?: string
  /** An answer, a refusal, or a response of its own for what is no JSON. */
  run(call: Call<Params, Query, Body>): Promise<Answer | Refusal | Response>
}

/** An operation as the application takes it. */
export interface Operation {
  readonly method: Spec<unknown, unknown, unknown, unknown>['method']
  readonly path: string
  readonly needs: Scope | 'public' | 'own'
  readonly route: RouteConfig
  handle(raw: RawCall): Promise<Response | Refusal>
}

/** A call before it is parsed. */
export interface RawCall {
  readonly request: Request
  readonly params: Readonly<Record<string, string>>
  readonly asker: Asker
  readonly surroundings: Surroundings
}

const MOST_BYTES = 1_000_000

/** Makes an operation of what is said about it. */
export function operation<Params, Query, Body, Answer>(spec: Spec<Params, Query, Body, Answer>): Operation {
  return {
    method: spec.method,
    path: spec.path,
    needs: spec.needs,
    route: routeOf(spec),
    async handle(raw) {
      const { asker, request, surroundings } = raw
      const { needs } = spec
      const refused = needs === 'public' || needs === 'own' ? undefined : refusedFor(asker, needs)
      const call = refused ?? (await parse(spec, raw))
      if (isRefusal(call)) return call
      const done = await spec.run({ ...call, asker, request, surroundings })
      if (isRefusal(done) || done instanceof Response) return done
      return answerJson(request, spec.status ?? 200, spec.answer?.parse(done))
    },
  }
}

async function parse<Params, Query, Body>(
  { params, query, body, mostBytes = MOST_BYTES }: Spec<Params, Query, Body, unknown>,
  { request, params: named }: RawCall,
): Promise<Pick<Call<Params, Query, Body>, 'params' | 'query' | 'body'> | Refusal> {
  const place = parsePart(params, named)
  if (isRefusal(place)) return place
  const asked = parsePart(query, queryOf(request.url))
  if (isRefusal(asked)) return asked
  const content = body === undefined ? { json: undefined } : await readJson(request, mostBytes)
  if (isRefusal(content)) return content
  const sent = parsePart(body, content.json)
  return isRefusal(sent) ? sent : { params: place.part, query: asked.part, body: sent.part }
}

function parsePart<Part>(
  shape: z.ZodType<Part> | undefined,
  value: unknown,
): { readonly part: Part } | Refusal {
  // An operation that takes nothing here never looks at it.
  if (shape === undefined) return { part: undefined as Part }
  const parsed = shape.safeParse(value)
  if (parsed.success) return { part: parsed.data }
  const [first] = parsed.error.issues
  return refuse('malformed', {
    field: first?.path.map(String).join('.') ?? '',
    problem: first?.message ?? '',
  })
}

/** A parameter that stands once is a text, one that stands several times a list. */
function queryOf(address: string): Readonly<Record<string, string | string[]>> {
  const { searchParams } = new URL(address)
  const names = new Set(searchParams.keys())
  return Object.fromEntries(
    [...names].map((name) => {
      const [first = '', ...more] = searchParams.getAll(name)
      return [name, more.length === 0 ? first : [first, ...more]]
    }),
  )
}

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'What was sent is not as it has to be.',
  401: 'A token is missing, or not valid.',
  403: 'The member or the token may not do this.',
  404: 'There is no such thing, or it is not for the member to see.',
  409: 'The rules or the state of the organization stand against it.',
  413: 'The content is too large.',
  415: 'The content is of another kind than is taken here.',
  429: 'Too many calls; the header Retry-After says when to go on.',
  503: 'Nothing can be entered at the moment.',
}

type AnySpec = Omit<Spec<unknown, unknown, unknown, unknown>, 'run'>

function routeOf(spec: AnySpec): RouteConfig {
  const { method, path, id, tag, summary, description, params, query, body, status = 200 } = spec
  return {
    method,
    path,
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    security: securityOf(spec),
    request: {
      // Both are objects wherever an operation has them: their fields are the parameters.
      ...(params === undefined ? {} : { params: params as z.ZodObject }),
      ...(query === undefined ? {} : { query: query as z.ZodObject }),
      ...(body === undefined
        ? {}
        : { body: { required: true, content: { 'application/json': { schema: body } } } }),
    },
    responses: {
      [status]: answerOf(spec, summary),
      ...(spec.again === undefined ? {} : { 200: answerOf(spec, spec.again) }),
      ...(method === 'get' && spec.answer !== undefined ? { 304: { description: 'Nothing changed.' } } : {}),
      ...refusalsOf(spec),
    },
  }
}

function securityOf({ needs, method }: AnySpec): NonNullable<RouteConfig['security']> {
  if (needs === 'public') return []
  const token = { token: needs === 'own' ? [] : [needs] }
  return method === 'get' ? [token, { session: [] }] : [token]
}

function answerOf({ answer, media = 'text/plain', status }: AnySpec, description: string) {
  if (status === 204) return { description }
  const content =
    answer === undefined
      ? { [media]: { schema: { type: 'string' as const } } }
      : { 'application/json': { schema: answer } }
  return { description, content }
}

function refusalsOf({ needs, params, query, body }: AnySpec): RouteConfig['responses'] {
  const takesNothing = params === undefined && query === undefined && body === undefined
  const statuses = [
    ...(takesNothing ? [] : [400]),
    401,
    ...(needs === 'public' ? [] : [403]),
    ...(params === undefined && body === undefined ? [] : [404]),
    ...(body === undefined ? [] : [409, 413, 415, 503]),
    429,
  ]
  return Object.fromEntries(
    statuses.map((status) => [status, { description: REFUSALS[status] ?? '', content: problemContent }]),
  )
}
