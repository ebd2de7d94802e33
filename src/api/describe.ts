import type { RouteConfig } from '@hono/zod-openapi'
import { z } from 'zod'
import { MEDIA_TYPE, problemShape } from './problem.ts'
import type { JsonSchema, Schemas } from './schemas.ts'
import type { Spec } from './spec.ts'

type AnySpec = Omit<Spec<unknown, unknown, unknown, unknown>, 'run'>
type Parameters = NonNullable<RouteConfig['parameters']>

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

/** What the document says of an operation. */
export function describeOperation(spec: AnySpec, schemas: Schemas): RouteConfig {
  const { method, path, id, tag, summary, description, body, status = 200 } = spec
  const mayBeUnchanged = method === 'get' && spec.answer !== undefined
  return {
    method,
    path,
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    security: securityOf(spec),
    // The document's own types know versions 3.0 and 3.1; ours is what zod writes for the dialect of 3.1.
    parameters: [
      ...parametersIn('path', spec.params, schemas),
      ...parametersIn('query', spec.query, schemas),
    ] as Parameters,
    ...(body === undefined
      ? {}
      : { request: { body: { required: true, content: content('application/json', schemas.input(body)) } } }),
    responses: {
      [status]: answerOf(spec, summary, schemas),
      ...(spec.again === undefined ? {} : { 200: answerOf(spec, spec.again, schemas) }),
      ...(mayBeUnchanged ? { 304: { description: 'Nothing changed.' } } : {}),
      ...refusalsOf(spec, schemas),
    },
  }
}

function content(media: string, schema: JsonSchema) {
  return { [media]: { schema } }
}

/** The fields of an object are the parameters. */
function parametersIn(where: 'path' | 'query', shape: z.ZodType | undefined, schemas: Schemas) {
  if (!(shape instanceof z.ZodObject)) return []
  return Object.entries(shape.shape as Readonly<Record<string, z.ZodType>>).map(([name, field]) => {
    const { description, ...schema } = schemas.input(field)
    return {
      name,
      in: where,
      required: where === 'path' || !field.safeParse(undefined).success,
      ...(typeof description === 'string' ? { description } : {}),
      schema,
    }
  })
}

function securityOf({ needs }: AnySpec): NonNullable<RouteConfig['security']> {
  if (needs === 'public') return []
  const token = { token: needs === 'own' ? [] : [needs] }
  return needs === 'read' ? [token, { session: [] }] : [token]
}

function answerOf({ answer, media = 'text/plain', status }: AnySpec, description: string, schemas: Schemas) {
  if (status === 204) return { description }
  return {
    description,
    content:
      answer === undefined
        ? content(media, { type: 'string' })
        : content('application/json', schemas.output(answer)),
  }
}

function refusalsOf({ needs, params, query, body }: AnySpec, schemas: Schemas) {
  const takesNothing = params === undefined && query === undefined && body === undefined
  const statuses = [
    ...(takesNothing ? [] : [400]),
    401,
    ...(needs === 'public' && body === undefined ? [] : [403]),
    ...(params === undefined && body === undefined ? [] : [404]),
    ...(body === undefined ? [] : [409, 413, 415, 503]),
    429,
  ]
  const problem = content(MEDIA_TYPE, schemas.output(problemShape))
  return Object.fromEntries(
    statuses.map((status) => [status, { description: REFUSALS[status] ?? '', content: problem }]),
  )
}
