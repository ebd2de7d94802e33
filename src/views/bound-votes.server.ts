import { boundVotes } from '#modules/councils/core'
import { idAt } from '#modules/members/core'
import { readRollCall } from '#modules/voting'
import type { Choice, CountedBallot } from '#modules/voting/core'
import type { Org } from '#organization'
import { named, type Named } from './view-council.server.ts'
import { plenum } from './plenum.server.ts'
import { read } from './read.server.ts'

/** A delegate's vote beside what the unit wanted. */
export interface BoundBallot {
  readonly mandate: string
  readonly holder: string
  readonly unit: Named
  /** The motion by which the unit bound its delegates. */
  readonly binding: string
  readonly question: number
  readonly wanted: Choice | null
  readonly choice: Choice | null
  readonly kept: boolean
}

type Ballots = ReadonlyMap<string, CountedBallot>

/** Roll calls of closed votes in councils: few ballots, and they never change. */
const known = new Map<string, Ballots>()
const MOST_KNOWN = 200

/** The roll call of a closed vote in a council beside the bindings at its close; empty where nobody was bound. */
export async function boundBallots(
  event: { readonly locals: App.Locals },
  id: string,
): Promise<readonly BoundBallot[]> {
  if (!(await read(event, (org) => hasBindings(org, id)))) return []
  const ballots = await rollCallOf(event, id)
  return read(event, (org) => compare(org, id, ballots))
}

function hasBindings({ voting, councils }: Org, id: string): boolean {
  const vote = voting.votes.get(id)
  return (
    vote?.status === 'closed' && [...councils.bindings.values()].some(({ council }) => council === vote.unit)
  )
}

async function rollCallOf(event: { readonly locals: App.Locals }, id: string): Promise<Ballots> {
  const found = known.get(id)
  if (found !== undefined) return found
  const vote = await read(event, ({ voting }) => voting.votes.get(id))
  if (vote?.status !== 'closed') return new Map()
  const ballots = await readRollCall(plenum().store, vote)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(id, ballots)
  return ballots
}

function compare(org: Org, id: string, ballots: Ballots): readonly BoundBallot[] {
  const vote = org.voting.votes.get(id)
  if (vote?.status !== 'closed') return []
  const mandates = [...org.delegates.mandates.values()]
  const ballotOf = (holder: number) => ballots.get(idAt(org.members, holder))
  return boundVotes({ councils: org.councils, mandates }, vote, ballotOf).map(
    ({ binding, mandate, question, choice, kept }) => ({
      mandate: mandate.id,
      holder: idAt(org.members, mandate.holder),
      unit: named(org, binding.unit),
      binding: binding.motion,
      question,
      wanted: binding.answer,
      choice,
      kept,
    }),
  )
}

/** What units bind this member to on the questions of an open vote; for the ballot, before it is cast. */
export function boundOn(
  org: Org,
  member: string,
  vote: { readonly unit: string; readonly items: readonly { readonly id: string }[] },
) {
  const holder = org.members.indices.get(member)
  const units = [...org.delegates.mandates.values()].flatMap((mandate) =>
    mandate.holder === holder && mandate.council === vote.unit && mandate.ended === null ? mandate.unit : [],
  )
  return [...org.councils.bindings.values()].flatMap(({ motion, unit, council, question, answer, ended }) => {
    const isMine = ended === null && council === vote.unit && units.includes(unit)
    const isAsked = question === null || vote.items.some(({ id }) => id === question)
    if (!isMine || !isAsked) return []
    const title = org.motions.motions.get(motion)?.title ?? ''
    const number = question === null ? null : (org.motions.amendments.get(question)?.number ?? null)
    return [{ motion, title, unit: named(org, unit).name, amendment: number, answer }]
  })
}
