import { bug } from '#kernel/bug'
import { sha256 } from '#kernel/hash'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { keyRequest, signBallot, voterKey } from '#modules/ballots/core'
import { ballotVote, secretVote } from '#modules/voting/core'
import type { Plenum } from '#organization/server'
import type { SecretCue } from './play.server.ts'

/** Casts a secret ballot the way a member's own device does it: its key is signed blindly, and under that key the ballot is cast. */
export async function castSecretly(
  { ballots, clerk }: Pick<Plenum, 'ballots' | 'clerk'>,
  { by, vote: id, choice }: SecretCue,
): Promise<void> {
  const asked = ballotVote(must(await clerk.read((org) => secretVote(org, id))))
  const [slip, salt] = [sha256(`${id} ${by}`).slice(0, 16), sha256(`${by} ${id}`)]
  const key = keyRequest(asked, slip, 0) ?? bug('a secret vote has no issuer')
  const issued =
    key.take(must(await ballots.issue(id, 'open', by, key.request))) ?? bug('a key is not signed')
  const content = { number: 1, choice, salt }
  const ballot = signBallot(asked.context, voterKey(slip, asked.context), [issued], content)
  must(await ballots.cast(id, 'open', asked, ballot))
}

function must<Value>(value: Value | Refusal): Value {
  return isRefusal(value) ? bug(`a secret ballot of the demonstration is refused: ${value.code}`) : value
}
