import type { VoterFault, VoteServer } from './voter.ts'

/** The servers as pages reach them: this one with the session, or at a voting screen with the code that was given for it; others with the codes they gave; `cast` and `key` without anything that could tell who asks. */
export function serverOf(vote: string, member: string, screen?: string): VoteServer {
  const atScreen = screen !== undefined
  const [home, options] = atScreen ? [`/ballots/${vote}`, UNTOLD] : [`/votes/${vote}`, {}]
  return {
    ...unnamedServerOf(vote),
    opening: (seq) => proofAt(atScreen ? `${home}/opening` : `/record/entries/${seq}/proof`, options),
    issue: (place, request, code) =>
      place === 'here'
        ? issueFrom(`${home}/issue`, { ...(atScreen && { code: screen }), requests: [request] }, options)
        : issueFrom(`${place.address}/issue`, { vote, member, code, request }, UNTOLD),
  }
}

async function proofAt(path: string, options: RequestInit): Promise<string | VoterFault> {
  const answer = await fetch(path, options).catch(() => undefined)
  return answer?.ok === true ? answer.text() : { fault: 'silent' }
}

/** The answer of this server, which answers several at once, or of another issuer. */
async function issueFrom(path: string, asked: object, options: RequestInit): Promise<string | VoterFault> {
  const headers = { 'content-type': 'application/json' }
  const answer = await send(path, { ...options, headers, body: JSON.stringify(asked) })
  if ('fault' in answer) return answer
  const { answers, answer: single } = answer.body
  const given = Array.isArray(answers) ? (answers[0] as unknown) : single
  return typeof given === 'string' ? given : { fault: 'answer-wrong' }
}

function unnamedServerOf(vote: string): Pick<VoteServer, 'cast' | 'key'> {
  return {
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

/** Without a session, and without telling from where. */
const UNTOLD = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const

const UNNAMED = {
  ...UNTOLD,
  headers: { 'content-type': 'application/octet-stream' },
} as const satisfies RequestInit

interface Answer {
  readonly body: Readonly<Record<string, unknown>>
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
  return {
    fault: 'refused',
    said: sentence,
    issuedElsewhere: ['already-issued', 'code-used', 'issuer-issued-already'].includes(String(code)),
    ...superseded,
  }
}

/** `fetch` takes bytes that have a buffer of their own. */
function whole(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes)
}
