import { fromBase64 } from '#kernel/bytes'
import { fieldOf, type Json } from '#kernel/canonical'
import type { Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { checkProof, CLERK, parseProof, type Checkpoint } from '#modules/record/core'

/** What an issuer has to know of a vote, out of the entry that announced its keys. */
export interface OpenedVote {
  readonly vote: string
  /** The entry: a vote that began again has a later one. */
  readonly seq: number
  /** The issuer's own key among those announced, base64. */
  readonly modulus: string
  /** How many stand on the roll; null where the entry does not say it, as one by which a vote began again. */
  readonly roll: number | null
  /** Until when keys are given out first, and until when to whoever lost an answer. */
  readonly until: Instant
  readonly closes: Instant
  /** The checkpoint under which the entry stands. */
  readonly checkpoint: Checkpoint
}

/**
 * The vote that an entry opened, or began again, with a key of this issuer, out of the proof that it stands in the record that the
 * issuer trusts. Refusals: `issuer-opening-unproved`, `issuer-opening-foreign`.
 */
export function openedVote(
  proof: string,
  {
    origin,
    key,
    isOwn,
  }: {
    readonly origin: string
    /** The verifier key of the log. */
    readonly key: string
    /** Whether this modulus is one that the issuer made. */
    readonly isOwn: (modulus: string) => boolean
  },
): OpenedVote | Refusal {
  const file = parseProof(proof)
  if (typeof file === 'string') return refuse('issuer-opening-unproved', { why: file })
  const checkpoint = checkProof(file, key)
  if (typeof checkpoint === 'string') return refuse('issuer-opening-unproved', { why: checkpoint })
  if (isRefusal(checkpoint) || file.origin !== origin)
    return refuse('issuer-opening-unproved', { why: file.origin })
  const { type, by, body, seq } = file.entry
  const isOpening = by === CLERK && (type === 'vote.open' || type === 'vote.renew')
  const found = isOpening && body !== undefined ? termsIn(body) : undefined
  const modulus = found?.moduli.find(isOwn)
  if (found === undefined || modulus === undefined) return refuse('issuer-opening-foreign', { entry: seq })
  const { vote, roll, until, closes } = found
  return { vote, seq, modulus, roll, until, closes, checkpoint }
}

function termsIn(body: Json) {
  const secret = fieldOf(body, 'secret')
  const [vote, closes, keysUntil] = [
    fieldOf(body, 'vote'),
    fieldOf(body, 'closes'),
    fieldOf(secret, 'keysUntil'),
  ]
  const issuers = fieldOf(secret, 'issuers')
  const size = fieldOf(fieldOf(body, 'roll'), 'size')
  if (typeof vote !== 'string' || typeof closes !== 'number' || !Array.isArray(issuers)) return undefined
  const moduli = issuers.flatMap((issuer: Json) => {
    const modulus = fieldOf(issuer, 'modulus')
    return typeof modulus === 'string' && fromBase64(modulus) !== undefined ? [modulus] : []
  })
  const roll = typeof size === 'number' ? size : null
  return { vote, moduli, roll, closes, until: typeof keysUntil === 'number' ? keysUntil : closes }
}
