import type { Refusal } from '#kernel/refusal'
import { refuseToken } from './messages.ts'
import type { Scope } from './scopes.ts'

/** What a member asks for: a name to know the token by, what it may be used for, and for how many days. */
export interface TokenWish {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly days: number
}

const MOST_DAYS = 366
export const MOST_NAME = 80

/** Why such a token is not made. */
export function checkTokenWish({ name, scopes, days }: TokenWish): Refusal | undefined {
  if (name === '') return refuseToken('token-name-missing')
  if (name.length > MOST_NAME) return refuseToken('token-name-long', { most: MOST_NAME })
  if (scopes.length === 0) return refuseToken('token-without-scope')
  const fits = Number.isInteger(days) && days >= 1 && days <= MOST_DAYS
  return fits ? undefined : refuseToken('token-days-wrong', { most: MOST_DAYS })
}
