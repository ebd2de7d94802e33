import type { Instant } from '#kernel/instant'
import { hasBit } from '#kernel/bitmap'
import { fieldOf, type Json } from '#kernel/canonical'
import { ballotsOf } from '#modules/rulebook/core'
import { rulesFor } from '#modules/units/core'
import { isSigned, type Given } from '#modules/ballots'
import { choiceForm, type Board, type Polling, type Vote } from '#modules/voting/core'
import type { Org } from '#organization'
import type { WaitingForKeysView } from '#ui/votes/secret-vote.ts'
import { commitParticipation, participationSalt } from '#organization/server'
import type { Who } from '#ui/effect.ts'
import type { MarkView, PolledView } from '#ui/votes/secret-vote.ts'
import { plenum } from './plenum.server.ts'
import { textsOf } from './read.server.ts'
import { needsOf, voteOf, type Need } from './view-home.server.ts'
import { whoIs } from './who.server.ts'

/** What a member sees of the ballots of a secret vote; null of an open one. */
export function viewSecret(org: Org, now: Instant, member: string, vote: Vote) {
  const { secret, renewals = [] } = vote
  if (secret === undefined) return null
  const { keysUntil, participation, ranksMost, size, k } = secret
  return {
    vote: vote.id,
    phase: phaseOf(now, vote, keysUntil),
    isOnRoll: vote.status === 'open' && hasBit(vote.onRoll, org.members.indices.get(member) ?? -1),
    /** The entry that announced the keys: what it says is signed with every ballot. */
    openedSeq: renewals.at(-1)?.seq ?? vote.openedSeq,
    keysUntil,
    participation,
    ranksMost,
    form: choiceForm(vote, ranksMost),
    member,
    /** Who signs keys, and how many have to; this server first, which has no other address. */
    k,
    issuers: secret.issuers.map(({ name, named }) => ({ name, address: named?.address ?? null })),
    size,
    renewals,
    /** The fewest ballots whose result is broken down. */
    smallest: ballotsOf(rulesFor(org, vote.unit).rules).smallest,
    counts: vote.status === 'closed' ? (vote.counts ?? null) : null,
    sessions: (vote.sessions ?? []).map(({ id, from, until, place }) => ({ id, from, until, place })),
  }
}

/** Why the vote about this has not opened, or not begun again, where too few issuers have delivered a key; null otherwise. */
export function viewWaiting({ voting }: Org, subject: string): WaitingForKeysView | null {
  const found = voting.issuers.waiting.get(subject)
  if (found === undefined) return null
  const { unit, since, needed, lacking } = found
  return { unit, since, needed, lacking }
}

/** `keys`: keys are given out, and nobody votes yet. */
function phaseOf(now: Instant, { status }: Vote, keysUntil: Instant | null): 'keys' | 'voting' | 'closed' {
  if (status === 'closed') return 'closed'
  return keysUntil !== null && now < keysUntil ? 'keys' : 'voting'
}

/** The same with what this member was given, which stands outside the record while the vote is open, and with names and places. The page may reach the issuers meanwhile. */
export async function withIssued(
  { locals }: { readonly locals: App.Locals },
  member: string,
  secret: ReturnType<typeof viewSecret>,
) {
  if (secret === null) return null
  const isOpen = secret.phase !== 'closed'
  if (isOpen) letReach({ locals }, secret)
  const given = isOpen ? await plenum().ballots.polling.given(secret.vote, member) : undefined
  const polling = secret.counts?.polling
  const [places, who] = await Promise.all([
    textsOf(secret.sessions.map(({ place }) => place)),
    whoIs([
      ...(given === undefined ? [] : [given.by]),
      ...(polling?.officers.map(({ member: id }) => id) ?? []),
      ...(polling?.batches.flatMap(({ tellers }) => tellers) ?? []),
    ]),
  ])
  return {
    ...secret,
    issued: given !== undefined,
    sessions: secret.sessions.map((each) => ({ ...each, place: places.get(each.place) ?? '' })),
    mark: given === undefined || given.way === 'device' ? null : { state: stateOf(given), by: who(given.by) },
    polled: polling === undefined ? null : polledView(polling, secret.counts?.paper ?? 0, who),
  }
}

/** Lets the page reach the issuers of a secret vote. */
export function letReach(
  { locals }: { readonly locals: App.Locals },
  { issuers }: Pick<NonNullable<ReturnType<typeof viewSecret>>, 'issuers'>,
): void {
  locals.connect = issuers.flatMap(({ address }) => address ?? [])
}

/** How far a mark at a polling session has come. */
export function stateOf(given: Given): MarkView['state'] {
  if (given.way === 'paper') return 'paper'
  return isSigned(given) ? 'used' : 'screen'
}

function polledView({ officers, batches }: Polling, papers: number, who: (id: string) => Who): PolledView {
  return {
    papers,
    taken: officers.reduce((sum, each) => sum + each.papers, 0),
    officers: officers.map(({ member, ...counts }) => ({ who: who(member), ...counts })),
    batches: batches.map(({ tellers, papers: read }) => ({ tellers: tellers.map(who), papers: read })),
  }
}

/** What anybody needs to count a closed secret vote again. */
export interface BoardView {
  /** The entry that it stands in. */
  readonly seq: number
  readonly secret: Board
  /** The list of keys, where they came first. */
  readonly keys: readonly string[] | null
}

/** The ballots of a secret vote, who took part, and the list of keys. Undefined while it is open, and for an open vote. */
export async function readBoardEntry(id: string): Promise<BoardView | undefined> {
  const vote = await plenum().clerk.read(({ voting }) => voting.votes.get(id))
  if (vote?.status !== 'closed' || vote.secret === undefined) return undefined
  const { closedSeq: seq, keysSeq } = vote
  // Their shapes were checked when they were entered.
  const secret = fieldOf(await bodyAt(seq), 'secret') as unknown as Board | undefined
  if (secret === undefined) return undefined
  const keys = keysSeq === undefined ? null : (fieldOf(await bodyAt(keysSeq), 'keys') as unknown as string[])
  return { seq, secret, keys }
}

async function bodyAt(seq: number): Promise<Json> {
  for await (const [entry] of plenum().store.read(seq, seq + 1)) return entry?.body ?? null
  return null
}

/** What is said of a member's own part in a closed vote, and how they can check it. */
export interface OwnPart {
  readonly took: boolean
  /** Where it is told by commitments: the salt of the member's own (base64), and the place of it. */
  readonly proof: { readonly salt: string; readonly place: number } | null
}

/** See `OwnPart`; undefined where the member was not on the roll, or where the log was restored and has other seeds. */
export function ownPart(vote: Vote, member: string, { participation }: Board): OwnPart | undefined {
  if (participation.kind === 'named') return { took: participation.members.includes(member), proof: null }
  const salt = participationSalt(plenum().seedFor, vote.id, member)
  for (const took of [true, false]) {
    const place = participation.commitments.indexOf(
      commitParticipation(salt, { vote: vote.id, member, took }),
    )
    if (place >= 0) return { took, proof: { salt: Buffer.from(salt).toString('base64'), place } }
  }
  return undefined
}

/**
 * What needs a member without the secret votes in which they were given a key, which is all that anybody knows of their part: who has cast
 * a ballot nobody does. Where keys come first the vote needs them again once voting begins.
 */
export async function withoutGivenKeys(
  member: string,
  { needs, byKey }: { readonly needs: readonly Need[]; readonly byKey: readonly string[] },
): Promise<readonly Need[]> {
  const given = new Set<string>()
  for (const vote of byKey) if (await plenum().ballots.wasIssued(vote, member)) given.add(vote)
  return given.size === 0 ? needs : needs.filter((need) => !given.has(voteOf(need) ?? ''))
}

/** What needs a member, and the secret votes among it in which a key is what they can get now. */
export function needsAndKeys(
  org: Org,
  index: number,
  now: Instant,
): { readonly needs: readonly Need[]; readonly byKey: readonly string[] } {
  const needs = needsOf(org, index, now)
  const byKey = needs.flatMap((need) => {
    const vote = org.voting.votes.get(voteOf(need) ?? '')
    if (vote?.secret === undefined) return []
    const { keysUntil } = vote.secret
    return keysUntil === null || now < keysUntil ? [vote.id] : []
  })
  return { needs, byKey }
}
