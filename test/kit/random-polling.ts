import type { Json } from '#kernel/canonical'
import { fromBase64, toBase64 } from '#kernel/bytes'
import { HOUR } from '#kernel/instant'
import { signKeyStatement } from '#modules/ballots/core'
import { clausesOf, ROOT, uuid, type World } from './given.ts'
import { anybody, heldAt, officerAt, pick, pickLate, type Numbers } from './random-picks.ts'
import { ISSUERS } from './random-secrets.ts'

// Who issues keys in the secret votes of a random history, and where members vote who have no device.

/** Issuers as a motion names them: one, both or none; now and then too few of them have to sign, or more than there are. */
export function namingAt({ a, c }: Numbers): Json {
  const issuers = ISSUERS.slice(0, 1 + (a % 2)).map(({ named }) => named)
  if (c % 9 === 0) return { kind: 'issuers.name', issuers: [], k: 1 }
  return { kind: 'issuers.name', issuers, k: c % 7 === 0 ? c % 5 : 2 + (c % issuers.length) }
}

export const POLLING_ACTS = {
  /** A motion that names issuers, with all who are needed behind it. */
  nameIssuers: (world: World, step: Numbers) => {
    const motion = uuid('issuers', world.entries.length)
    const body = { motion, title: 'Issuers', clauses: clausesOf('They sign.'), enactment: namingAt(step) }
    world.when(anybody(world, step.b), 'motion.propose', body, ROOT)
    for (const id of world.org.members.ids.values()) world.when(id, 'motion.second', { motion })
  },
  /** An issuer delivers keys that nobody has used; now and then one again, or one that another has signed. */
  deliver: (world: World, { a, b, c }: Numbers) => {
    const { delivered } = world.org.voting.issuers
    const issuer = pick(ISSUERS, a)
    const other = c % 9 === 0 ? pick(ISSUERS, a + 1) : issuer
    const left = (issuer?.moduli ?? []).filter((modulus) => !delivered.has(modulus))
    const moduli = (b % 8 === 0 ? issuer?.moduli : left)?.slice(0, 1 + (b % 2)) ?? []
    const keys = moduli.map((modulus) => ({
      modulus,
      signature: toBase64(
        signKeyStatement(other?.seed ?? new Uint8Array(32), fromBase64(modulus) ?? new Uint8Array()),
      ),
    }))
    world.when('nobody', 'issuer.deliver', { issuer: issuer?.named.key ?? '', keys }, null)
  },
  /** Polling sessions of secret votes, and their cancelling. */
  poll: (world: World, { a, b, c }: Numbers) => {
    const secret = [...world.org.voting.votes.values()].filter((vote) => vote.secret !== undefined)
    const open = secret.filter(({ status }) => status === 'open')
    const vote = (b % 8 === 0 ? undefined : pickLate(open, b)) ?? pickLate(secret, b)
    const by = officerAt(world, a, 'meetings')
    const [session, from] = [uuid('session', world.entries.length), world.now + (c % 9) * HOUR]
    const body = {
      vote: vote?.id ?? uuid('no vote'),
      session,
      from,
      until: from + 3 * HOUR,
      place: heldAt(world),
    }
    world.when(by, 'polling.announce', body)
    if (c % 4 === 0) world.when(by, 'polling.cancel', { vote: body.vote, session })
  },
} satisfies Readonly<Record<string, (world: World, step: Numbers) => unknown>>
