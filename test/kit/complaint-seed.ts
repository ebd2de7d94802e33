import { derivedUuid } from '#kernel/ids'
import { voteIdFor } from '#modules/voting/core'
import type { Seeding } from './seed-organization.ts'
import { firstElection, carry, stand } from './showcase-offices.ts'

const OFFICE = derivedUuid('complaints', 'office')
const DAY = 24
const MOST_DAYS = 60

/** Has the first two members elected for complaints, for which the fourth law's office is opened by motion. */
export async function electForComplaints(seeding: Seeding): Promise<void> {
  const { enter, members, plenum, root } = seeding
  const enactment = {
    ...{ kind: 'office.open', office: OFFICE, title: 'Complaints', seats: 2, days: 300 },
    ...{ termsMost: 2, duties: ['complaints'], council: null },
  }
  await carry(seeding, OFFICE, 'Somebody to tell', 'Whoever holds it listens.', enactment)
  const election = firstElection(OFFICE)
  for (const { id } of members.slice(0, 2)) await stand(seeding, election, id)
  const passTo = async (stage: string): Promise<void> => {
    for (let days = 0; days < MOST_DAYS; days++) {
      const kind = await plenum.clerk.read((org) => org.elections.elections.get(election)?.stage.kind)
      if (kind === stage) return
      await seeding.pass(DAY)
    }
    throw new Error(`the election for complaints never came to ${stage}`)
  }
  await passTo('voting')
  const vote = voteIdFor({ kind: 'election', id: election })
  for (const [n, { id }] of members.entries())
    await enter(id, 'ballot.rank', { vote, ranks: [[n % 2], [(n + 1) % 2]] }, root)
  await passTo('over')
}
