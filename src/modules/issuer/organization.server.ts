import { z } from 'zod'
import { fromBase64, toBase64 } from '#kernel/bytes'
import type { Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { verifyConsistency, type Checkpoint } from '#modules/record/core'
import { openedVote, type OpenedVote } from './core/index.ts'
import type { Issuer } from './open-issuer.server.ts'

/** What an organization tells issuers: docs/issuers.md. */
const standingShape = z.object({
  origin: z.string(),
  key: z.string(),
  demonstration: z.boolean(),
  now: z.number(),
  issuers: z.array(z.object({ key: z.string(), unused: z.number() })),
  votes: z.array(z.object({ vote: z.string(), seq: z.number() })),
})

/** See `standingShape`. */
export type Standing = z.infer<typeof standingShape>

const WAIT = 20_000

/** What the organization's server says to issuers now. Refusal: `issuer-organization-silent`. */
export async function askStanding(organization: string): Promise<Standing | Refusal> {
  const answer = await ask(organization, '/api/v1/issuers')
  if (isRefusal(answer)) return answer
  const parsed = standingShape.safeParse(parseJson(answer))
  return parsed.success
    ? parsed.data
    : silent(organization, `it does not speak of issuers (${parsed.error.issues[0]?.path.join('.') ?? ''})`)
}

/**
 * The vote that an entry opened, proved under a checkpoint that goes on from the last one that the issuer saw: who shows the issuer
 * another record than before shows it nothing more.
 */
export async function provedVote(issuer: Issuer, seq: number): Promise<OpenedVote | Refusal> {
  const { organization, origin, logKey } = issuer.settings
  const proof = await ask(organization, `/api/v1/issuers/openings/${seq}`)
  if (isRefusal(proof)) return proof
  const opened = openedVote(proof, { origin, key: logKey, isOwn: (modulus) => issuer.isOwn(modulus) })
  if (isRefusal(opened)) return opened
  return (await continues(issuer, opened.checkpoint)) ?? opened
}

async function continues(issuer: Issuer, { size, root }: Checkpoint): Promise<Refusal | undefined> {
  const before = issuer.seen()
  if (before !== undefined) {
    const rewritten = refuse('issuer-log-rewritten', { size, before: before.size })
    // Two answers may have overtaken each other: the older of them proves itself another time.
    if (size < before.size) return rewritten
    const path = `/record/consistency?older=${before.size}&size=${size}`
    const answer = size === before.size ? '{"proof":[]}' : await ask(issuer.settings.organization, path)
    if (isRefusal(answer)) return answer
    const parsed = z.object({ proof: z.array(z.string()) }).safeParse(parseJson(answer))
    const hashes = (parsed.data?.proof ?? []).map((hash) => fromBase64(hash) ?? new Uint8Array())
    const older = fromBase64(before.root) ?? new Uint8Array()
    if (!parsed.success || !verifyConsistency(before.size, size, hashes, older, root)) return rewritten
  }
  issuer.see({ size, root: toBase64(root) })
  return undefined
}

/** Delivers keys for votes to come. */
export async function deliverKeys(
  issuer: Issuer,
  keys: readonly { readonly modulus: string; readonly signature: string }[],
): Promise<Refusal | undefined> {
  const answer = await ask(issuer.settings.organization, '/api/v1/issuers/keys', { issuer: issuer.key, keys })
  return isRefusal(answer) ? answer : undefined
}

/** Reports how many keys were signed in a vote. */
export async function reportCount(issuer: Issuer, vote: string, modulus: string): Promise<number | Refusal> {
  const { count, signature } = issuer.report(modulus)
  const answer = await ask(issuer.settings.organization, '/api/v1/issuers/counts', {
    vote,
    modulus,
    count,
    signature,
  })
  return isRefusal(answer) ? answer : count
}

/** The issuer's time: its own clock, or that of a demonstration. */
export function timeBy({ demonstration, now }: Standing): () => Instant {
  const shift = demonstration ? now - Date.now() : 0
  return () => Date.now() + shift
}

async function ask(organization: string, path: string, body?: object): Promise<string | Refusal> {
  const options: RequestInit =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  try {
    const signal = AbortSignal.timeout(WAIT)
    const answer = await fetch(organization + path, { ...options, redirect: 'error', signal })
    const text = await answer.text()
    return answer.ok ? text : silent(organization, reasonIn(text) ?? `it answers ${answer.status}`)
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    return silent(organization, cause instanceof Error ? cause.message : String(cause))
  }
}

function silent(address: string, why: string): Refusal {
  return refuse('issuer-organization-silent', { address, why })
}

/** The sentence in which the organization's server says why not. */
function reasonIn(text: string): string | undefined {
  const parsed = z.object({ detail: z.string() }).safeParse(parseJson(text))
  return parsed.data?.detail
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
