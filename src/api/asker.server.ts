import { isRefusal, type Refusal } from '#kernel/refusal'
import { statusOf, type MemberStatus } from '#modules/members/core'
import { allows, refuseToken, type Scope } from '#modules/tokens/core'
import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import type { Asker, Surroundings } from './environment.ts'

/** Who has left, was refused or struck off has no tokens; one that a race left behind is worth nothing. */
const ENDED: readonly (MemberStatus | undefined)[] = ['former', 'expelled', 'refused', 'struck', undefined]

/** Who calls: by a token, or for reading by the browser's session. Refusal: `token-invalid`. */
export async function askerOf(request: Request, { locals }: Surroundings): Promise<Asker | Refusal> {
  const header = request.headers.get('authorization')
  const seen = await seenBy(request, locals.seen)
  if (header !== null) return byToken(header, seen)
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  const member = isReading ? locals.member : undefined
  return {
    locals: { ...locals, member, seen },
    member,
    scopes: member === undefined ? [] : ['read'],
    token: undefined,
  }
}

async function byToken(header: string, seen: number): Promise<Asker | Refusal> {
  const [, secret] = /^Bearer +(\S+)$/i.exec(header) ?? []
  const { tokens, clock } = plenum()
  const token = secret === undefined ? undefined : await tokens.use(secret, clock.now())
  if (token === undefined) return refuseToken('token-invalid')
  const { id, member, scopes } = token
  // Nothing else of the browser's counts where a token speaks.
  const locals = { member, seen } as App.Locals
  const status = await read({ locals }, ({ members }) => statusOf(members, member))
  return ENDED.includes(status) ? refuseToken('token-invalid') : { locals, member, scopes, token: id }
}

/** How much of the record the caller has seen: no answer is older. Receipts name it, and `Plenum-Seen` brings it back. */
async function seenBy(request: Request, known: number): Promise<number> {
  const named = Number(request.headers.get('plenum-seen') ?? 0)
  if (!Number.isSafeInteger(named) || named <= known) return known
  return Math.min(named, await plenum().clerk.read((org) => org.head.get().size, named))
}

/** The member who calls, where they may do what needs this scope. Refusals: `token-needed`, `scope-missing`. */
export function memberWith(asker: Asker, scope: Scope): string | Refusal {
  if (asker.member === undefined) return refuseToken('token-needed')
  return allows(asker.scopes, scope) ? asker.member : refuseToken('scope-missing', { scope })
}

/** Whether the caller's token may read what is sealed, where it concerns their member. */
export function readsSealed({ scopes }: Asker): boolean {
  return allows(scopes, 'sealed')
}

/** Why this caller may not use something that needs this scope. */
export function refusedFor(asker: Asker, scope: Scope): Refusal | undefined {
  const member = memberWith(asker, scope)
  return isRefusal(member) ? member : undefined
}
