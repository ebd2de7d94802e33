import type { Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import type { Issuer } from './open-issuer.server.ts'
import {
  askStanding,
  deliverKeys,
  provedVote,
  reportCount,
  timeBy,
  type Standing,
} from './organization.server.ts'

/** Keeps an issuer in step with its organization. */
export interface Follower {
  /** Takes up votes that opened, delivers keys, reports counts, ends what is over. Refusals are told, and tried again. */
  follow(): Promise<void>
  /** The same, for a vote that somebody asks about and that is not known yet; not more often than every few seconds. */
  look(vote: string): Promise<void>
  now(): Instant
}

export interface FollowOptions {
  /** Keys that lie ready with the organization. */
  readonly stock: number
  /** Hears what went wrong, and what was done. */
  readonly tell: (what: Refusal | string) => void
}

const LOOK_EVERY = 2000
/** A count is reported on for so long after the end of its vote. */
const REPORT_FOR = 60 * 60 * 1000

/** A follower of the organization that the issuer was made for. */
export function createFollower(issuer: Issuer, { stock, tell }: FollowOptions): Follower {
  let now = (): Instant => Date.now()
  let work: Promise<void> = Promise.resolve()
  let looked = Number.NEGATIVE_INFINITY

  async function once(): Promise<void> {
    const standing = await askStanding(issuer.settings.organization)
    const trouble = isRefusal(standing) ? standing : whyAnother(issuer, standing)
    if (!isRefusal(standing) && trouble === undefined) {
      now = timeBy(standing)
      await takeVotes(standing)
      await deliver(standing)
    } else if (trouble !== undefined) tell(trouble)
    const ended = issuer.endClosed(now())
    for (const vote of ended) tell(`The vote ${vote} is over: its key is destroyed.`)
    if (trouble === undefined) await report()
  }

  async function takeVotes({ votes }: Standing): Promise<void> {
    const known = new Set(issuer.votes().map(({ seq }) => seq))
    for (const { vote, seq } of votes) {
      if (known.has(seq)) continue
      const opened = await provedVote(issuer, seq)
      if (isRefusal(opened)) {
        if (opened.code !== 'issuer-opening-foreign') tell(opened)
      } else if (issuer.take(opened)) tell(`The vote ${vote} is open: keys are signed in it.`)
      else tell(`The vote ${vote} announces a key that another vote has used: nothing is signed in it.`)
    }
  }

  async function deliver({ issuers }: Standing): Promise<void> {
    const named = issuers.find(({ key }) => key === issuer.key)
    if (named === undefined || named.unused >= stock) return
    await issuer.stock(stock)
    const keys = issuer.undelivered().slice(0, Math.min(20, stock - named.unused))
    if (keys.length === 0) return
    const refused = await deliverKeys(issuer, keys)
    if (refused !== undefined) tell(refused)
    else {
      issuer.delivered(keys.map(({ modulus }) => modulus))
      tell(`${keys.length} keys for votes to come were delivered.`)
    }
  }

  async function report(): Promise<void> {
    const due = issuer
      .votes()
      .filter(({ issued, reported, closes }) => issued > reported && now() < closes + REPORT_FOR)
    for (const { vote, modulus } of due) {
      const count = await reportCount(issuer, vote, modulus)
      // A vote that has closed meanwhile takes none: the committee compares by hand.
      if (!isRefusal(count)) issuer.reported(modulus, count)
    }
  }

  const follow = (): Promise<void> => (work = work.then(once, once))
  return {
    follow,
    async look(vote) {
      if (issuer.knows(vote)) return
      if (performance.now() - looked > LOOK_EVERY) {
        looked = performance.now()
        await follow()
      } else await work
    },
    now: () => now(),
  }
}

function whyAnother({ settings }: Issuer, { origin, key }: Standing): Refusal | undefined {
  return origin === settings.origin && key === settings.logKey
    ? undefined
    : refuse('issuer-log-another', { found: origin, trusted: settings.origin })
}
