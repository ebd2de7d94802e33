import { OpenAPIHono } from '@hono/zod-openapi'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { refuseToken } from '#modules/tokens/core'
import { createRate, rateKey } from '#views/rate.server.ts'
import { askerOf, readsSealed } from './asker.server.ts'
import { documentOf } from './document.ts'
import type { ApiEnv, Surroundings } from './environment.ts'
import type { Operation } from './operation.server.ts'
import { operations } from './operations/index.ts'
import { problemResponse } from './problem.ts'
import { answerJson } from './respond.server.ts'

/** Where the API is mounted. */
const BASE = '/api/v1'

// A program that reads a whole record page by page needs some; one that asks ten times a second all day needs a webhook.
const CALLS_A_MINUTE = 600
const rate = createRate(Number(process.env['PLENUM_API_CALLS'] ?? CALLS_A_MINUTE))

function createApp(): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({
    getPath: ({ url }) => new URL(url).pathname.slice(BASE.length) || '/',
    strict: true,
  })
  for (const each of operations) {
    // A parameter that is called `path` takes what is left, with its slashes.
    const path = each.path.replace('{path}', ':path{.+}').replaceAll(/\{(\w+)\}/g, ':$1')
    app.on(each.method.toUpperCase(), path, (c) => answer(each, c.req.raw, c.req.param(), c.env))
  }
  app.get('/openapi.json', ({ req }) => answerJson(req.raw, 200, apiDocument()))
  app.notFound(({ req, env }) => problemResponse(env.origin, ...missing(req.method, req.path)))
  app.onError((error, { env }) =>
    problemResponse(env.origin, refuseToken('fault', { number: env.fault(error) })),
  )
  return app
}

async function answer(
  operation: Operation,
  request: Request,
  params: Readonly<Record<string, string>>,
  surroundings: Surroundings,
): Promise<Response> {
  const asker = await askerOf(request, surroundings)
  const token = isRefusal(asker) ? undefined : asker.token
  const seconds = rate.count(rateKey(token, surroundings.address))
  if (seconds > 0)
    return problemResponse(surroundings.origin, refuseToken('too-many-calls', { seconds }), {
      'retry-after': String(seconds),
    })
  const done = isRefusal(asker) ? asker : await operation.handle({ request, params, asker, surroundings })
  const response = isRefusal(done) ? problemResponse(surroundings.origin, done) : done
  return !isRefusal(asker) && readsSealed(asker) ? keptNowhere(response) : response
}

/** What a token gets that may read what is sealed stays in no cache, whatever it is. */
function keptNowhere(response: Response): Response {
  response.headers.set('cache-control', 'no-store')
  response.headers.delete('etag')
  return response
}

/** A path that takes other methods says which (RFC 9110, 15.5.6). */
function missing(method: string, path: string): [Refusal, Record<string, string>] {
  const allowed = operations.filter((each) => patternOf(each.path).test(path)).map((each) => each.method)
  if (path === '/openapi.json') allowed.push('get')
  if (allowed.length === 0 || allowed.some((each) => each.toUpperCase() === method))
    return [refuseToken('unknown-path'), {}]
  const methods = [...new Set(allowed)].map((each) => each.toUpperCase()).join(', ')
  return [refuseToken('method-not-allowed', { allowed: methods }), { allow: methods }]
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace('{path}', '.+').replaceAll(/\{\w+\}/g, '[^/]+')}$`)
}

let app: OpenAPIHono<ApiEnv> | undefined

/** Answers a call to the API. */
export async function answerApi(request: Request, surroundings: Surroundings): Promise<Response> {
  app ??= createApp()
  return app.fetch(request, surroundings)
}

let document: ReturnType<typeof documentOf> | undefined

/** The API as OpenAPI 3.1 tells it: made of the same shapes that calls are parsed by. */
export function apiDocument(): ReturnType<typeof documentOf> {
  app ??= createApp()
  document ??= documentOf(app, operations)
  return document
}
