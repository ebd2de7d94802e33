import { fromBase64 } from '#kernel/bytes'
import { derivedUuid } from '#kernel/ids'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { isCountStatement } from '#modules/ballots/core'
import { NOBODY, type ProofFile, type Receipt } from '#modules/record/core'
import type { Org } from '#organization'
import { proveEntry } from '#organization/server'
import { plenum } from './plenum.server.ts'
import { takingAlways } from './secret-vote.server.ts'

/** What issuers that members named ask of this server, again and again: whose record it is, what they have to do. */
export async function standingForIssuers() {
  const { clerk, log } = plenum()
  return clerk.read((org, now) => ({
    origin: log.origin,
    key: log.vkey,
    demonstration: org.units.organization.get()?.demonstration ?? false,
    now,
    issuers: namedKeys(org).map((key) => ({ key, unused: org.voting.issuers.stock.get(key)?.length ?? 0 })),
    votes: votesWithIssuers(org),
  }))
}

function namedKeys({ voting }: Org): readonly string[] {
  const all = [...voting.issuers.namings.values()].flatMap(({ issuers }) => issuers.map(({ key }) => key))
  return [...new Set(all)]
}

/** The open votes in which others than this server issue keys, with the entries that announced them. */
function votesWithIssuers({ voting }: Org): readonly { readonly vote: string; readonly seq: number }[] {
  return [...voting.votes.values()].flatMap(({ id, status, secret, openedSeq, renewals = [] }) =>
    status === 'open' && (secret?.issuers.length ?? 0) > 1
      ? [{ vote: id, seq: renewals.at(-1)?.seq ?? openedSeq }]
      : [],
  )
}

/** The proof of an entry by which a secret vote opened, or began again: these are for everybody. */
export async function proveOpening(seq: number): Promise<ProofFile | Refusal> {
  const org = await plenum().clerk.read((each) => each)
  const proof = await proveEntry(plenum(), org, seq, { kind: 'public' })
  if (isRefusal(proof)) return proof
  const isOpening = proof.entry.type === 'vote.open' || proof.entry.type === 'vote.renew'
  return isOpening ? proof : refuse('unknown-vote')
}

/** Takes keys that an issuer delivers for votes to come: an entry of nobody's, as their signatures say whose they are. */
export async function takeIssuerKeys(
  issuer: string,
  keys: readonly { readonly modulus: string; readonly signature: string }[],
): Promise<Receipt | Refusal> {
  const id = derivedUuid('issuer.deliver', issuer, ...keys.map(({ modulus }) => modulus))
  const body = { issuer, keys: keys.map(({ modulus, signature }) => ({ modulus, signature })) }
  return plenum().clerk.submit({ by: NOBODY, id, type: 'issuer.deliver', unit: null, body })
}

export interface IssuerCount {
  readonly vote: string
  readonly modulus: string
  readonly count: number
  readonly signature: string
}

/** Takes an issuer's word for how many keys it has signed in an open vote. */
export async function takeIssuerCount(reported: IssuerCount): Promise<{ readonly taken: true } | Refusal> {
  const { vote: id, modulus, count, signature } = reported
  const { ballots, clerk } = plenum()
  const found = await clerk.read((org, now) => takingAlways(org, now, id))
  if (isRefusal(found)) return found
  const issuer = found.vote.secret.issuers.find((each) => each.modulus === modulus)
  const [key, bytes, signed] = [issuer?.named?.key ?? '', modulus, signature].map(fromBase64)
  if (issuer?.named === undefined || key === undefined || bytes === undefined || signed === undefined)
    return refuse('issuer-unknown')
  if (!isCountStatement(key, bytes, count, signed)) return refuse('issuer-key-unfit')
  const { size } = found.vote.roll
  if (count > size) return refuse('issuer-overdrawn', { name: issuer.name, count, roll: size })
  return (await ballots.report(id, found.phase, bytes, count)) ?? { taken: true }
}
