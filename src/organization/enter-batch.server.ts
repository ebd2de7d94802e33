import { randomBytes } from 'node:crypto'
import type { CompiledQuery } from 'kysely'
import { toBase64 } from '#kernel/bytes'
import { canonical } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { MINUTE, type Instant } from '#kernel/instant'
import { beginBatch, markBatch, rollBack, rollBackTo } from '#kernel/journal'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import {
  CLERK,
  hashBody,
  hashLeaf,
  leafText,
  type Act,
  type Entry,
  type KeptEntry,
  type Receipt,
} from '#modules/record/core'
import type { Gathered, Sealed } from '#modules/record'
import { VOTE_CLOSE, VOTE_RENEW } from '#modules/voting/core'
import type { Clock } from './clock.server.ts'
import {
  apply,
  check,
  dueAct,
  NEWEST_LAW,
  ruleFor,
  SEALED_ACTS,
  sealedSubjects,
  type BallotBox,
  type Lack,
  type Org,
  type SeedFor,
} from './core/index.ts'
import type { Forgets } from './forget-expelled.server.ts'
import type { TellsEnds } from './tell-ends.server.ts'
import { takeKept } from './take-kept.ts'

/** The ballots of secret votes, which lie outside the record until the vote closes. */
export interface ReadyBox extends BallotBox {
  /** Gets ready what an act of the clerk needs: it is done once it is there. */
  ready(lack: Lack, org: Org): Promise<void>
  /** What goes from the tables in the same transaction as an act of the clerk. */
  alongside(act: Act): readonly CompiledQuery[]
  /** Destroys what is of no use any more, once the clerk's acts are durable. */
  tidy(): Promise<void>
}

/** What a batch is entered with besides the record. */
export interface Besides {
  readonly clock: Clock
  readonly seedFor?: SeedFor | undefined
  readonly box?: ReadyBox | undefined
  readonly sealed?: Sealed | undefined
  readonly forgets?: Forgets | undefined
  readonly tellsEnds?: TellsEnds | undefined
}

/** Acts that wait to be entered, all or none, and whoever waits for the answer. */
export interface Waiting {
  readonly acts: readonly Act[]
  readonly alongside: readonly CompiledQuery[]
  answer(receipts: readonly Receipt[] | Refusal): void
  fail(error: unknown): void
}

/** Refuses to write where the record follows a newer law than this program knows. */
export function checkLaw(org: Org): Refusal | undefined {
  const { law } = org.head.get()
  return law > NEWEST_LAW ? refuse('newer-law', { law, known: NEWEST_LAW }) : undefined
}

/** What a batch comes to. */
export interface Written {
  readonly entries: KeptEntry[]
  readonly alongside: CompiledQuery[]
  readonly results: (readonly Receipt[] | Refusal)[]
  /** Whether something of secret votes is of no use any more. */
  isTidied: boolean
}

/** A batch in which nothing has been entered yet. */
export function nothing(): Written {
  return { entries: [], alongside: [], results: [], isTidied: false }
}

/** Checks and applies what waits, one after the other, against the state that each will meet. */
export function enterBatch(
  org: Org,
  beside: Besides,
  batch: readonly Waiting[],
  gathered: Gathered,
): Written | Lack {
  const { clock } = beside
  for (const kept of gathered.tail) takeKept(org, kept)
  const written = nothing()
  const now = clock.now()
  const trouble = checkLaw(org) ?? checkClocks(clock.wall(), gathered.now)
  if (trouble !== undefined) {
    written.results.push(...batch.map(() => trouble))
    return written
  }
  beginBatch(org.journal)
  const at = Math.max(now, org.head.get().at)
  const known = new Map(gathered.known.map((kept) => [keyOf(kept), kept]))
  for (const waiting of batch) {
    const lack = enterDue(org, at, written, beside)
    if (lack !== undefined) return giveUp(org, lack)
    adoptLaws(org, at, written)
    const mark = markBatch(org.journal)
    const before = [written.entries.length, written.alongside.length] as const
    const result = enterAll(org, waiting.acts, at, known, { ...written, ...beside })
    if (isRefusal(result)) {
      rollBackTo(org.journal, mark)
      for (const taken of written.entries.splice(before[0])) known.delete(keyOf(taken))
      written.alongside.splice(before[1])
    } else if (result.some(({ again }) => !again)) written.alongside.push(...waiting.alongside)
    written.results.push(result)
  }
  const lack = enterDue(org, at, written, beside)
  if (lack !== undefined) return giveUp(org, lack)
  adoptLaws(org, at, written)
  return written
}

function giveUp(org: Org, lack: Lack): Lack {
  rollBack(org.journal)
  return lack
}

function checkClocks(wall: Instant, database: Instant | undefined): Refusal | undefined {
  if (database === undefined || Math.abs(wall - database) <= MINUTE) return undefined
  return refuse('clocks-differ', { seconds: Math.round((wall - database) / 1000) })
}

function enterDue(org: Org, at: Instant, written: Written, beside: Besides): Lack | undefined {
  for (let act = dueAct(org, at, beside); act !== undefined; act = dueAct(org, at, beside)) {
    if ('lacks' in act) return act
    enterOwn(org, act, at, { ...written, ...beside })
    written.alongside.push(...(beside.box?.alongside(act) ?? []), ...(beside.forgets?.(act) ?? []))
    written.isTidied ||= act.type === VOTE_CLOSE || act.type === VOTE_RENEW
  }
  return undefined
}

/** From here on the record follows the newest law that this program knows: what was entered before stays under its own. */
function adoptLaws(org: Org, at: Instant, into: Into): void {
  if (org.units.organization.get() === undefined) return
  for (let law = org.head.get().law + 1; law <= NEWEST_LAW; law++) {
    const id = derivedUuid('law', law)
    enterOwn(org, { by: CLERK, id, type: 'law.adopt', unit: null, body: { law } }, at, into)
  }
}

function enterOwn(org: Org, act: Act, at: Instant, into: Into): void {
  const refusal = enter(org, act, at, into)
  if (isRefusal(refusal)) throw new Error(`bug: the clerk's own ${act.type} is refused: ${refusal.code}`)
}

function enterAll(
  org: Org,
  acts: readonly Act[],
  at: Instant,
  known: Map<string, KeptEntry>,
  into: Into,
): readonly Receipt[] | Refusal {
  const receipts: Receipt[] = []
  for (const [index, act] of acts.entries()) {
    const before = known.get(keyOf(act))
    const receipt = before === undefined ? enter(org, act, at, into) : receiptAgain(before, act)
    if (isRefusal(receipt))
      return refuse(receipt.code, acts.length > 1 ? { ...receipt.facts, index } : receipt.facts)
    const entered = before ?? into.entries.at(-1)
    if (entered !== undefined) known.set(keyOf(act), entered)
    receipts.push(receipt)
  }
  return receipts
}

/** The same act sent twice has one receipt; another act under a used id is refused. */
function receiptAgain(kept: KeptEntry, act: Act): Receipt | Refusal {
  const same =
    kept.type === act.type &&
    kept.unit === act.unit &&
    kept.body !== undefined &&
    canonical(kept.body) === canonical(act.body)
  return same ? { seq: kept.seq, leaf: leafOf(kept), again: true } : refuse('id-reused', { id: act.id })
}

/** Where entries go, and what goes with them. */
interface Into {
  readonly entries: KeptEntry[]
  readonly alongside: CompiledQuery[]
  readonly sealed?: Sealed | undefined
  readonly tellsEnds?: TellsEnds | undefined
}

function enter(
  org: Org,
  act: Act,
  at: Instant,
  { entries, alongside, sealed, tellsEnds }: Into,
): Receipt | Refusal {
  const { size, law } = org.head.get()
  const { by, id, type, unit, body, sig } = act
  const plain = { seq: size, at, by, id, type, law, unit, body }
  const entry = sig === undefined ? plain : { ...plain, sig }
  const subject = sealedSubject(act)
  const refusal =
    check(org, entry) ??
    (subject === undefined || sealed?.isReady() === true ? undefined : refuse('seal-missing'))
  if (refusal !== undefined) return refusal
  const before = [...sealedSubjects(org)]
  const telling = tellsEnds?.(org)
  apply(org, entry)
  const salt = nextSalt()
  const kept = keep(entry, salt, subject === undefined)
  entries.push(kept)
  if (subject !== undefined && sealed !== undefined)
    alongside.push(sealed.keepBody({ seq: size, salt, body: act.body }, subject))
  // What is sealed is deleted with the entry that ends it.
  const after = new Set(sealedSubjects(org))
  for (const ended of before) if (!after.has(ended)) alongside.push(...(sealed?.withdraw(ended) ?? []))
  alongside.push(...(telling?.(org) ?? []))
  return { seq: size, leaf: leafOf(kept), again: false }
}

function keep({ body, ...header }: Entry, salt: Uint8Array, isOpen: boolean): KeptEntry {
  const bodyHash = hashBody(salt, body)
  return isOpen ? { ...header, bodyHash, salt: toBase64(salt), body } : { ...header, bodyHash }
}

/** What a sealed act is about; undefined for every other. */
function sealedSubject({ type, body }: Act): string | undefined {
  if (!SEALED_ACTS.has(type)) return undefined
  const audience = ruleFor(type)?.audience(body)
  return audience?.kind === 'case' ? audience.case : undefined
}

const SALT_LENGTH = 16
let salts = randomBytes(0)

/** Random bytes are drawn for many salts at once: the call costs more than all else about an entry. */
function nextSalt(): Uint8Array {
  if (salts.length < SALT_LENGTH) salts = randomBytes(256 * SALT_LENGTH)
  const salt = salts.subarray(0, SALT_LENGTH)
  salts = salts.subarray(SALT_LENGTH)
  return salt
}

function leafOf(kept: KeptEntry): string {
  return toBase64(hashLeaf(leafText(kept)))
}

/** The receipts of acts that the record turned out to hold, or why there are none. */
export function receiptsOf(
  acts: readonly Act[],
  known: ReadonlyMap<string, KeptEntry>,
): readonly Receipt[] | Refusal {
  const receipts: Receipt[] = []
  for (const act of acts) {
    const kept = known.get(keyOf(act))
    const receipt =
      kept === undefined ? refuse('database-gone', { why: 'the connection broke' }) : receiptAgain(kept, act)
    if (isRefusal(receipt)) return receipt
    // Whoever asked has not heard of it yet: for them it is not entered again.
    receipts.push({ ...receipt, again: false })
  }
  return receipts
}

/** Author and id: what makes an act one act. */
export function keyOf({ by, id }: { readonly by: string; readonly id: string }): string {
  return `${by} ${id}`
}
