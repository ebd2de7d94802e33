import type { RouteConfig } from '@hono/zod-openapi'
import type { z } from 'zod'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import type { Scope } from '#modules/tokens/core'
import { refusedFor } from './asker.server.ts'
import { readJson } from './content.server.ts'
import { describeOperation } from './describe.ts'
import type { Asker, Surroundings } from './environment.ts'
import type { Call, Spec } from './spec.ts'
import { answerJson } from './respond.server.ts'
import type { Schemas } from './schemas.ts'

/** An operation as the application takes it. */
export interface Operation {
  readonly method: Spec<unknown, unknown, unknown, unknown>['method']
  readonly path: string
  readonly needs: Scope | 'public' | 'own'
  /** What the document says of it. */
  describe(schemas: Schemas): RouteConfig
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
    describe: (schemas) => describeOperation(spec, schemas),
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
