import { hasBit } from '#kernel/bitmap'
import { fromBase64, toBase64 } from '#kernel/bytes'
import { refuse, type Refusal } from '#kernel/refusal'
import { whyChoiceInvalid, type ChoiceForm } from '#modules/ballots/core'
import type { MembersSlice } from '#modules/members/core'
import type { Polling } from './polling-bodies.ts'
import { packChoice } from './secret-ballot.ts'
import type { OpenVote } from './state.ts'

/** What stands in a closing entry about polling sessions: choices on paper, base64 in ascending order, and how they came about. */
export interface Polled {
  readonly paper: readonly string[]
  readonly polling?: Polling
}

/** How many members took a paper ballot, whether or not it was counted. */
export function papersTaken({ polling }: Pick<Polled, 'polling'>): number {
  return sum(polling?.officers.map(({ papers }) => papers))
}

/**
 * Why this cannot be what was done at polling sessions: more papers than members took one, papers that no two tellers answer
 * for, or more keys from screens than were given out at all.
 */
export function whyPollingUnfit(
  { onRoll }: Pick<OpenVote, 'onRoll'>,
  { paper, polling, issued }: Polled & { readonly issued: readonly number[] },
  { indices }: MembersSlice['members'],
): Refusal | undefined {
  if (polling === undefined) return paper.length === 0 ? undefined : refuse('polling-unfit')
  const { officers, batches } = polling
  const ids = officers.map(({ member }) => member)
  const isTeller = (id: string): boolean => hasBit(onRoll, indices.get(id) ?? -1)
  const fits =
    isAscending(ids) &&
    ids.every((id) => indices.has(id)) &&
    officers.every(({ screens, papers }) => screens + papers > 0) &&
    sum(officers.map(({ screens }) => screens)) <= (issued[0] ?? 0) &&
    batches.every(({ tellers }) => isAscending(tellers) && tellers.every(isTeller)) &&
    sum(batches.map(({ papers }) => papers)) === paper.length &&
    paper.length <= papersTaken({ polling })
  return fits ? undefined : refuse('polling-unfit')
}

/** What papers say, packed as ballots are. The refusal's `number` says which is none, from 1. */
export function readPapers(form: ChoiceForm, paper: readonly string[]): readonly string[] | Refusal {
  const packed: string[] = []
  for (const [i, text] of paper.entries()) {
    const choice = fromBase64(text) ?? new Uint8Array()
    const refusal = whyChoiceInvalid(form, choice)
    if (refusal !== undefined || text < (paper[i - 1] ?? '')) return refuse('paper-unfit', { number: i + 1 })
    packed.push(packChoice(form, choice))
  }
  return packed
}

/** The papers of these choices, as a closing entry lists them: in an order that says nothing of who gave them in. */
export function listPapers(choices: readonly Uint8Array[]): string[] {
  return choices.map(toBase64).sort()
}

/** In order and none twice. */
export function isAscending(texts: readonly string[]): boolean {
  return texts.every((text, i) => i === 0 || (texts[i - 1] ?? '') < text)
}

function sum(counts: readonly number[] = []): number {
  return counts.reduce((total, count) => total + count, 0)
}
