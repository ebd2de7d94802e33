import type { VoterFault, VoteServer } from './voter.ts'

/** The server as pages reach it: `issue` with the session, `cast` and `key` without anything that could tell who asks. */
export function serverOf(vote: string): VoteServer {
  return {
    async issue(requests) {
      const answer = await send(`/votes/${vote}/issue`, {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ requests }),
      })
      if ('fault' in answer) return answer
      const { answers } = answer.body
      return isTexts(answers) ? answers : { fault: 'answer-wrong' }
    },
    async cast(ballot) {
      const answer = await send(`/ballots/${vote}/cast`, { ...UNNAMED, body: whole(ballot) })
      if ('fault' in answer) return answer
      const { receipt } = answer.body
      return typeof receipt === 'string' ? receipt : { fault: 'receipt-wrong' }
    },
    async key(registration) {
      const answer = await send(`/ballots/${vote}/key`, { ...UNNAMED, body: whole(registration) })
      return 'fault' in answer ? answer : undefined
    },
  }
}

const UNNAMED = {
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
  headers: { 'content-type': 'application/octet-stream' },
} as const satisfies RequestInit

interface Answer {
  readonly body: Readonly<Record<string, unknown>>
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

async function send(path: string, options: RequestInit): Promise<Answer | VoterFault> {
  const answer = await fetch(path, { method: 'POST', ...options }).catch(() => undefined)
  if (answer === undefined) return { fault: 'silent' }
  const body: unknown = await answer.json().catch(() => undefined)
  if (typeof body !== 'object' || body === null) return { fault: 'silent' }
  if (answer.ok) return { body: { ...body } }
  const { sentence, code, facts } = body as Readonly<Record<string, unknown>>
  if (typeof sentence !== 'string') return { fault: 'silent' }
  const number = typeof facts === 'object' && facts !== null && 'number' in facts ? facts.number : undefined
  const superseded = code === 'ballot-superseded' && typeof number === 'number' ? { superseded: number } : {}
  return { fault: 'refused', said: sentence, issuedElsewhere: code === 'already-issued', ...superseded }
}

/** `fetch` takes bytes that have a buffer of their own. */
function whole(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes)
}
