import { hasBit } from '#kernel/bitmap'
import { fromBase64, toBase64 } from '#kernel/bytes'
import type { Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import type { Phase } from '#modules/ballots'
import { RSA_BYTES, readBallot, readRegistration } from '#modules/ballots/core'
import { ballotVote, keepChecked, notOnRoll, secretVote, type SecretVote } from '#modules/voting/core'
import { checkVoteSuspended } from '#modules/discipline/core'
import type { Org } from '#organization'
import { plenum } from './plenum.server.ts'

/** A secret vote in which keys are given out, or ballots taken, at this moment. */
interface Under {
  readonly vote: SecretVote
  readonly phase: Phase
}

/** A secret vote that is open and has its keys, or why it takes nothing now. */
function openSecretVote(org: Org, now: Instant, id: string): SecretVote | Refusal {
  const vote = secretVote(org, id)
  if (isRefusal(vote)) return vote
  if (vote.secret.lost === true) return refuse('ballot-keys-lost')
  return now >= vote.closes ? refuse('vote-closed', { closed: vote.closes }) : vote
}

/** The vote in which something is taken now, all the time that it is open. */
export function takingAlways(org: Org, now: Instant, id: string): Under | Refusal {
  const vote = openSecretVote(org, now, id)
  return isRefusal(vote) ? vote : { vote, phase: vote.keyList === undefined ? 'open' : 'listed' }
}

/** The vote in which a member can be given a key now, or again the one that they were given, or why not. */
export function givingKeys(org: Org, now: Instant, id: string): Under | Refusal {
  const vote = openSecretVote(org, now, id)
  if (isRefusal(vote)) return vote
  const { keysUntil } = vote.secret
  if (keysUntil === null || now < keysUntil) return { vote, phase: 'open' }
  return vote.keyList === undefined ? refuse('keys-over') : { vote, phase: 'listed' }
}

/** The vote in which ballots are taken now, or why not. */
function takingBallots(org: Org, now: Instant, id: string): Under | Refusal {
  const vote = openSecretVote(org, now, id)
  if (isRefusal(vote)) return vote
  const { keysUntil } = vote.secret
  if (keysUntil === null) return { vote, phase: 'open' }
  return vote.keyList === undefined ? refuse('ballots-later', { from: keysUntil }) : { vote, phase: 'listed' }
}

/**
 * Signs the blinded keys of a member, one for each issuer of this server, and sees none of them. Whoever asks again with the same gets
 * the same.
 */
export async function issueKeys(
  member: string,
  id: string,
  requests: readonly string[],
): Promise<{ readonly answers: readonly string[] } | Refusal> {
  const { ballots, clerk } = plenum()
  const under = await clerk.read((org, now) => {
    const giving = givingKeys(org, now, id)
    if (isRefusal(giving)) return giving
    const index = org.members.indices.get(member) ?? -1
    if (!hasBit(giving.vote.onRoll, index)) return notOnRoll(giving.vote)
    return checkVoteSuspended(org, index, id) ?? giving
  })
  if (isRefusal(under)) return under
  return issueOne(requests, (request) => ballots.issue(id, under.phase, member, request))
}

/** Has the one issuer that this server is sign the one request that it is sent, base64. */
export async function issueOne(
  requests: readonly string[],
  sign: (request: Uint8Array) => Promise<Uint8Array | Refusal>,
): Promise<{ readonly answers: readonly string[] } | Refusal> {
  const [request, ...more] = requests.map(fromBase64)
  if (request?.length !== RSA_BYTES || more.length > 0) return refuse('request-malformed')
  const answer = await sign(request)
  return isRefusal(answer) ? answer : { answers: [toBase64(answer)] }
}

/** Puts a voter's key on the list, where keys come first. Nobody knows whose it is. */
export async function registerKey(
  id: string,
  bytes: Uint8Array,
): Promise<{ readonly registered: true } | Refusal> {
  const { ballots, clerk } = plenum()
  const under = await clerk.read((org, now) => givingKeys(org, now, id))
  if (isRefusal(under)) return under
  if (under.vote.secret.keysUntil === null || under.phase === 'listed') return refuse('keys-over')
  const registration = readRegistration(ballotVote(under.vote), bytes)
  if (isRefusal(registration)) return registration
  return (await ballots.register(id, under.phase, registration)) ?? { registered: true }
}

/** Takes a ballot of which nobody knows whose it is, and answers with its receipt. */
export async function castSecretly(
  id: string,
  bytes: Uint8Array,
): Promise<{ readonly receipt: string } | Refusal> {
  const { ballots, clerk } = plenum()
  const under = await clerk.read((org, now) => takingBallots(org, now, id))
  if (isRefusal(under)) return under
  const { vote, phase } = under
  const asked = ballotVote(vote)
  const ballot = readBallot(asked, bytes)
  if (isRefusal(ballot)) return ballot
  if (!isListed(vote, toBase64(ballot.publicKey))) return refuse('key-not-listed')
  const receipt = await ballots.cast(id, phase, asked, ballot)
  if (isRefusal(receipt)) return receipt
  keepChecked(vote.secret, toBase64(bytes), ballot)
  return { receipt: toBase64(receipt) }
}

const listed = new WeakMap<readonly string[], ReadonlySet<string>>()

/** Whether a key may vote: any may where keys do not come first. */
function isListed({ keyList }: SecretVote, key: string): boolean {
  if (keyList === undefined) return true
  const known = listed.get(keyList) ?? new Set(keyList)
  listed.set(keyList, known)
  return known.has(key)
}
