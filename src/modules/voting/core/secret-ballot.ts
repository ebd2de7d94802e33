import { bug } from '#kernel/bug'
import { fromBase64 } from '#kernel/bytes'
import {
  choiceIn,
  issuerKey,
  lettersOf,
  ranksOf,
  type ChoiceForm,
  type SecretBallot,
  type SecretVote as BallotVote,
} from '#modules/ballots/core'
import { packRanks } from './papers.ts'
import { mayShareRanks } from './ranked.ts'
import type { Secret } from './secret.ts'
import type { VoteBase } from './state.ts'

type Asked = Pick<VoteBase, 'items' | 'ranked'>

/** What the choice of a secret ballot looks like: a letter a question, or a rank a candidate. */
export function choiceForm({ items, ranked }: Asked, ranksMost: number | null): ChoiceForm {
  if (ranked === undefined) return { kind: 'questions', length: items.length }
  const { length } = ranked.candidates
  return { kind: 'ranks', length, most: ranksMost ?? length, mayShare: mayShareRanks(ranked.method) }
}

const made = new WeakMap<Secret, BallotVote>()

/** A secret vote as the room of cryptography knows it; made once, as big numbers are read for it. */
export function ballotVote(vote: Asked & { readonly secret: Secret }): BallotVote {
  const { secret } = vote
  const known = made.get(secret) ?? {
    context: fromBase64(secret.context) ?? bug('a context is no base64'),
    issuers: secret.issuers.map(
      ({ modulus }) => issuerKey(fromBase64(modulus) ?? new Uint8Array()) ?? bug('an issuer has no key'),
    ),
    k: secret.k,
    needsFirst: secret.issuers.some(({ named }) => named !== undefined),
    form: choiceForm(vote, secret.ranksMost),
  }
  made.set(secret, known)
  return known
}

/** The choice of a secret ballot as open ballots are packed. */
export function packChoice({ kind }: ChoiceForm, choice: Uint8Array): string {
  return kind === 'questions' ? lettersOf(choice) : packRanks(ranksOf(choice))
}

/** What the ballots and papers of a board say, which was checked before. */
export function packedOn(
  vote: Asked & { readonly secret?: Secret },
  { board, paper }: { readonly board: readonly string[]; readonly paper: readonly string[] },
): readonly string[] {
  const form = choiceForm(vote, vote.secret?.ranksMost ?? null)
  const bytesOf = (text: string): Uint8Array => fromBase64(text) ?? new Uint8Array()
  const choices = [...board.map((text) => choiceIn(form, bytesOf(text))), ...paper.map(bytesOf)]
  return choices.map((choice) => packChoice(form, choice))
}

/** Ballots whose signatures this process has checked, by the vote's context: it never has to twice. */
const checked = new Map<string, Map<string, SecretBallot>>()
const MOST_VOTES = 4

/** Remembers a ballot that was checked, with its base64: a close asks for tens of thousands, and checking one takes a fifth of a millisecond. */
export function keepChecked({ context }: Pick<Secret, 'context'>, text: string, ballot: SecretBallot): void {
  const ballots = checked.get(context) ?? new Map<string, SecretBallot>()
  ballots.set(text, ballot)
  checked.delete(context)
  checked.set(context, ballots)
  const [oldest] = checked.keys()
  if (checked.size > MOST_VOTES && oldest !== undefined) checked.delete(oldest)
}

/** The ballot in this text, if it was checked in this vote before. */
export function findChecked({ context }: Pick<Secret, 'context'>, text: string): SecretBallot | undefined {
  return checked.get(context)?.get(text)
}
