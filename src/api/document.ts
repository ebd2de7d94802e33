import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnv } from './environment.ts'
import type { Operation } from './operation.server.ts'
import { createSchemas } from './schemas.ts'
import { TAGS } from './tags.ts'

const ABOUT = `Everything that the pages can do, for programs. A member makes a token on the page “Tokens” and sends it as
\`Authorization: Bearer plenum_…\`. What is entered is an *act* with an id made by its sender: the same act sent again is entered once.
What is refused is told as problem details (RFC 9457), in the language that \`Accept-Language\` asks for.`

/** The document of an application that all operations are registered with. */
export function documentOf(app: OpenAPIHono<ApiEnv>, operations: readonly Operation[]) {
  const { openAPIRegistry } = app
  const schemas = createSchemas()
  for (const each of operations) openAPIRegistry.registerPath(each.describe(schemas))
  for (const [name, schema] of Object.entries(schemas.components()))
    openAPIRegistry.registerComponent('schemas', name, schema)
  openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A personal token. The scopes that an operation needs stand with it.',
  })
  openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'plenum-session',
    description: 'The session of a browser that is signed in: for reading, from pages of the same origin.',
  })
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Plenum', version: '1', description: ABOUT },
    servers: [{ url: '/api/v1' }],
    tags: TAGS.map((tag) => ({ ...tag })),
  })
}
