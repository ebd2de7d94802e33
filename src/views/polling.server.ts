import { randomUUID } from 'node:crypto'
import { hasBit } from '#kernel/bitmap'
import { toBase64 } from '#kernel/bytes'
import { DAY } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { normalizeCode } from '#kernel/short-code'
import { agreedPapers, indexInCode, type Way } from '#modules/ballots'
import { whyChoiceInvalid } from '#modules/ballots/core'
import { idAt } from '#modules/members/core'
import { enqueue } from '#modules/outbox'
import { choiceForm, sessionAt, whyNotOfficer } from '#modules/voting/core'
import { mailItem } from './mail/follow-record.server.ts'
import { plenum } from './plenum.server.ts'
import { givingKeys, issueOne, takingAlways } from './secret-vote.server.ts'

/** A notice that comes later helps nobody. */
const NOTICE_WITHIN = 7 * DAY

/** What an officer gives a member whom they mark at a polling session. */
export type Giving = Exclude<Way, 'device'>

/**
 * Marks a member on the roll of a vote, at a polling session that is on, and tells them at once by mail. Answers the code of the voting
 * screen, which stands nowhere else; for a paper there is none.
 */
export async function markMember(
  officer: string,
  id: string,
  { member, way }: { readonly member: string; readonly way: Giving },
): Promise<{ readonly code: string | null } | Refusal> {
  const open = plenum()
  const { ballots, clerk, clock, database } = open
  const found = await clerk.read((org, now) => {
    const under = takingAlways(org, now, id)
    if (isRefusal(under)) return under
    const index = org.members.indices.get(member) ?? -1
    const refusal =
      whyNotOfficer(org, under.vote, officer) ??
      (sessionAt(under.vote, now) === undefined ? refuse('polling-not-now') : undefined) ??
      (member === officer ? refuse('mark-yourself') : undefined) ??
      (hasBit(under.vote.onRoll, index) ? undefined : refuse('marked-not-on-roll'))
    return refusal ?? { ...under, index }
  })
  if (isRefusal(found)) return found
  const { phase, index } = found
  const notice = mailItem(
    `polling/${randomUUID()}`,
    member,
    { about: 'polling', vote: id, way },
    { notAfter: clock.now() + NOTICE_WITHIN },
  )
  const marked = await ballots.polling.mark(id, phase, { member, index, officer, way }, () => [
    enqueue(database, notice),
  ])
  if (isRefusal(marked)) return marked
  open.wake()
  return { code: way === 'screen' ? marked.code : null }
}

/** Takes back a mark of which nothing came: an officer any, and members their own at a screen. */
export async function takeMarkBack(by: string, id: string, member: string): Promise<Refusal | undefined> {
  const { ballots, clerk } = plenum()
  const given = await ballots.polling.given(id, member)
  const under = await clerk.read((org, now) => {
    const taking = takingAlways(org, now, id)
    if (isRefusal(taking) || (by === member && given?.way === 'screen')) return taking
    return whyNotOfficer(org, taking.vote, by) ?? taking
  })
  return isRefusal(under) ? under : ballots.polling.unmark(id, under.phase, member)
}

/** The member whose voting screen a typed code opens, with the code as it was made; `isUsed`: a key was signed with it. */
export async function openScreen(
  id: string,
  typed: string,
): Promise<{ readonly member: string; readonly code: string; readonly isUsed: boolean } | Refusal> {
  const { ballots, clerk } = plenum()
  const code = normalizeCode(typed)
  const index = indexInCode(code)
  const member = await clerk.read((org, now) => {
    const under = takingAlways(org, now, id)
    if (isRefusal(under)) return under
    return index === undefined || index >= org.members.ids.length
      ? refuse('code-wrong')
      : idAt(org.members, index)
  })
  if (isRefusal(member)) return member
  const state = await ballots.polling.codeFor(id, member, code)
  return state === undefined ? refuse('code-wrong') : { member, code, isUsed: state === 'used' }
}

/** Signs the blinded key of a voting screen: once for its member, whoever sits there. */
export async function issueAtScreen(
  id: string,
  { code: typed, requests }: { readonly code: string; readonly requests: readonly string[] },
): Promise<{ readonly answers: readonly string[] } | Refusal> {
  const screen = await openScreen(id, typed)
  if (isRefusal(screen)) return screen
  const { ballots, clerk } = plenum()
  const under = await clerk.read((org, now) => givingKeys(org, now, id))
  if (isRefusal(under)) return under
  return issueOne(requests, (request) => ballots.issueAtScreen(id, under.phase, screen, request))
}

/** Opens a batch of papers, which two members on the roll enter one without the other. */
export async function openBatch(
  officer: string,
  id: string,
  { batch, tellers: [one, other] }: { readonly batch: string; readonly tellers: readonly [string, string] },
): Promise<Refusal | undefined> {
  const { ballots, clerk } = plenum()
  const under = await clerk.read((org, now) => {
    const taking = takingAlways(org, now, id)
    if (isRefusal(taking)) return taking
    const isOnRoll = (teller: string): boolean =>
      hasBit(taking.vote.onRoll, org.members.indices.get(teller) ?? -1)
    if (one === '' || other === '') return refuse('tellers-missing')
    if (one === other) return refuse('paper-tellers')
    const refusal = [one, other].every(isOnRoll) ? undefined : refuse('teller-not-on-roll')
    return whyNotOfficer(org, taking.vote, officer) ?? refusal ?? taking
  })
  if (isRefusal(under)) return under
  const tellers: [string, string] = one < other ? [one, other] : [other, one]
  return ballots.polling.openBatch(id, under.phase, { id: batch, by: officer, tellers })
}

/** Enters what a teller read from the papers of a batch. It counts once the other teller has read the same. */
export async function enterPapers(
  teller: string,
  id: string,
  { batch, papers }: { readonly batch: string; readonly papers: readonly Uint8Array[] },
): Promise<Refusal | undefined> {
  const { ballots, clerk } = plenum()
  const under = await clerk.read((org, now) => takingAlways(org, now, id))
  if (isRefusal(under)) return under
  if (papers.length === 0) return refuse('papers-missing')
  const form = choiceForm(under.vote, under.vote.secret.ranksMost)
  for (const paper of papers) {
    const refusal = whyChoiceInvalid(form, paper)
    if (refusal !== undefined) return refusal
  }
  const others = (await ballots.polling.batches(id)).filter((each) => each.id !== batch)
  const counted = others.reduce((sum, each) => sum + (agreedPapers(each)?.length ?? 0), 0)
  const taken = (await ballots.polling.marks(id)).filter(({ way }) => way === 'paper').length
  if (counted + papers.length > taken)
    return refuse('papers-too-many', { papers: papers.length, counted, taken })
  return ballots.polling.readPapers(id, under.phase, { batch, teller, papers: papers.map(toBase64) })
}
