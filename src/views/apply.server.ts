import { setTimeout as sleep } from 'node:timers/promises'
import { sha256 } from '#kernel/hash'
import { derivedUuid, shortId } from '#kernel/ids'
import { HOUR } from '#kernel/instant'
import { toBase64 } from '#kernel/bytes'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { findAddresses, hashPerson, insertPerson } from '#modules/members'
import { readApplicant } from '#modules/members/core'
import { NOBODY } from '#modules/record/core'
import { alone } from './alone.server.ts'
import { refusalOf } from './may.server.ts'
import { plenum } from './plenum.server.ts'
import { read } from './read.server.ts'
import { createThrottle } from './throttle.server.ts'

const applications = createThrottle(20, HOUR)

/** What somebody applies with. `id` and `salt` are as secret as the form or call that brought them. */
export interface Application {
  readonly id: string
  readonly salt: Uint8Array
  readonly name: string
  readonly email: string
  readonly home: string
  /** Whether they accept the points of unity. */
  readonly accepted: boolean
}

/** Applies for membership, from some address. Refusals also: `apply-throttled`, `points-not-accepted`. */
export async function applyForMembership(
  asker: { readonly locals: App.Locals },
  address: string,
  application: Application,
): Promise<Refusal | undefined> {
  const minutes = applications.minutesLeft(address)
  if (minutes > 0) return refuse('apply-throttled', { minutes })
  applications.count(address)
  const [refusal] = await Promise.all([enterApplication(asker, application), sleep(LEAST_TIME)])
  return refusal
}

// Longer than entering takes, so that how long an answer takes does not tell whether anything was entered.
const LEAST_TIME = 300

/**
 * Whoever types an address that is held gets the same thanks, after the same checks, in the same time and with the same
 * cookies: no answer tells who is on the roll. Ids follow from what was typed, so that a form sent again with another
 * address is another application and not a refusal.
 */
async function enterApplication(
  asker: { readonly locals: App.Locals },
  { id, salt, name, email, home, accepted }: Application,
): Promise<Refusal | undefined> {
  const applicant = readApplicant(name, email)
  if (isRefusal(applicant)) return applicant
  if (!accepted) return refuse('points-not-accepted')
  const typed = [id, toBase64(salt), applicant.name, applicant.email ?? '', home]
  const member = shortId('m', sha256(JSON.stringify(typed)))
  const person = { ...applicant, member, salt }
  const body = { member, home, details: hashPerson(person) }
  const act = { by: NOBODY, type: 'member.apply', unit: null, body }
  return alone(async () => {
    const { clerk, database } = plenum()
    const held = await findAddresses(database, applicant.email === null ? [] : [applicant.email])
    const refusal = clerk.trouble() ?? (await read(asker, (org, now) => refusalOf(org, now, act)))
    // The same form sent twice is the same application.
    const again = refusal?.code === 'id-taken'
    if (refusal !== undefined && !again) return refusal
    if (again || held.size > 0) return undefined
    const answer = await clerk.submit({ ...act, id: derivedUuid(...typed) }, [insertPerson(database, person)])
    return isRefusal(answer) ? answer : undefined
  })
}
