import { commitmentToMember } from '#modules/discipline/core'
import {
  caseWorld,
  dayOf,
  find,
  holdVote,
  NORTH,
  POINT,
  SALT,
  seatPanel,
  SUSPEND,
  TEXT,
} from '../kit/case-world.ts'
import { complainIn, electForComplaints } from '../kit/complaint-world.ts'
import { DAY, person, uuid, type World } from '../kit/given.ts'
import type { Issuing, SecretWorld } from '../kit/secret-world.ts'

const NORTHERN = Array.from({ length: 16 }, (_, n) => n)
const [COMPLAINANT, ABOUT, REPRESENTATIVE] = [4, 5, 6]

/** Complaints about harm on their ways: answered late, settled after a separation, and referred to a case that goes to its vote. */
export function complaintsMade(issuing: Issuing): World {
  const world = caseWorld(issuing)
  electForComplaints(world, NORTH, [0, 1], NORTHERN)
  complainIn(world, { id: uuid('unanswered'), unit: NORTH, complainant: 7, about: 8, to: [0, 1] })
  world.pass(7 * DAY)
  const settled = take(world, 'settled', 9, 10)
  world.given('nobody', 'complaint.separate', { complaint: settled, days: 14 }, NORTH)
  world.given('nobody', 'complaint.write', { complaint: settled, by: person(9), text: TEXT }, NORTH)
  world.given('nobody', 'complaint.close', { complaint: settled, how: 'settled' }, NORTH)
  refer(world, take(world, 'referred', COMPLAINANT, ABOUT))
  return world
}

function take(world: World, name: string, complainant: number, about: number): string {
  const parties = { complainant, about, representative: REPRESENTATIVE }
  const id = complainIn(world, { id: uuid(name), unit: NORTH, ...parties, to: [0, 1] })
  world.given('nobody', 'complaint.take', { complaint: id }, NORTH)
  return id
}

/** Those who know of the complaint charge, and the case goes the way of every other. */
function refer(world: SecretWorld, complaint: string): void {
  const id = uuid('referred case')
  const about = { case: id, complaint, unit: NORTH }
  const charging = [COMPLAINANT, REPRESENTATIVE, 0].map(person)
  const sealed = { member: person(ABOUT), salt: SALT, charging, on: dayOf(world.now - DAY), facts: TEXT }
  world.given('nobody', 'referral.name', { ...about, ...sealed }, NORTH)
  const commitment = commitmentToMember(id, person(ABOUT), SALT)
  const open = { ground: { kind: 'unity', point: POINT }, asked: SUSPEND, commitment, charging: 3 }
  world.given('nobody', 'referral.open', { ...about, ...open }, NORTH)
  world.pass(6 * DAY)
  seatPanel(world, id)
  world.pass(20 * DAY)
  find(world, id, SUSPEND)
  holdVote(world, id, 10, 2)
  world.pass(90 * DAY)
}
