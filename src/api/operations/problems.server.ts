import { z } from 'zod'
import { refuseToken } from '#modules/tokens/core'
import { REFUSAL_CODES, refusalStatus } from '#organization'
import { sayRefusal } from '#ui/refusals.ts'
import { operation } from '../operation.server.ts'
import { titleOf } from '../problem.ts'
import { listOf } from '../shapes/common.ts'

const TAG = 'API'

const kindShape = z
  .object({
    code: z.string(),
    status: z.int(),
    title: z.string(),
    sentence: z.string().meta({ description: 'With the names of facts where these will stand.' }),
  })
  .meta({ id: 'ProblemKind' })

export const listProblems = operation({
  method: 'get',
  path: '/problems',
  id: 'listProblems',
  tag: TAG,
  summary: 'Every code with which something can be refused',
  needs: 'public',
  answer: z.object({ items: listOf(kindShape) }),
  run: () => Promise.resolve({ items: [...REFUSAL_CODES].sort().map(kindOf) }),
})

export const getProblem = operation({
  method: 'get',
  path: '/problems/{code}',
  id: 'getProblem',
  tag: TAG,
  summary: 'What a code means: the “type” of a problem leads here',
  needs: 'public',
  params: z.object({
    code: z.string().max(60),
  }),
  answer: kindShape,
  run: ({ params: { code } }) =>
    Promise.resolve(REFUSAL_CODES.has(code) ? kindOf(code) : refuseToken('unknown-thing')),
})

function kindOf(code: string): z.infer<typeof kindShape> {
  const status = refusalStatus({ code })
  return { code, status, title: titleOf(status), sentence: sentenceOf(code) }
}

/** Each fact stands in for itself. A sentence that counts or lists its facts cannot be said without them. */
function sentenceOf(code: string): string {
  const facts = new Proxy<Record<string, string>>({}, { get: (_, name) => `{${String(name)}}` })
  try {
    return sayRefusal({ code, facts })
  } catch {
    return code
  }
}
