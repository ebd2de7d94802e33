import { COUNCIL, councilWorld, decide } from '../kit/council-world.ts'
import { commitmentTo } from '#modules/counting/core'
import {
  adopted,
  caseIn,
  caseWorld,
  charge,
  dayOf,
  EXPEL,
  find,
  holdProtectionVote,
  holdVote,
  nameBody,
  openBody,
  panellists,
  SALT,
  seatPanel,
  SUSPEND,
  TEXT,
} from '../kit/case-world.ts'
import {
  DAY,
  DEBATE,
  HOUR,
  inDebate,
  openVote,
  person,
  RESOLVE,
  ROOT,
  SOME_HASH,
  uuid,
  VOTING,
  type World,
} from '../kit/given.ts'
import {
  boardOf,
  close,
  deliver,
  makeIssuing,
  secretWorld,
  testVoteIn,
  type Issuing,
  type SecretWorld,
} from '../kit/secret-world.ts'
import { withPaper } from '../kit/secret-samples.ts'

// Histories of the sixth and seventh law that chance does not come by, for the kept records.

/** Charges on all their ways: overturned on appeal, bound for a time, expelled, withdrawn, never signed, and charged before. */
export function casesLived(issuing: Issuing): World {
  const world = caseWorld(issuing)
  overturned(world)
  adopted(world, { id: uuid('suspended'), member: 6, charging: [7, 8, 9] })
  adopted(world, { id: uuid('expelled'), member: 10, charging: [7, 8, 9], asked: EXPEL })
  world.pass(40 * DAY)
  const withdrawn = charge(world, { id: uuid('withdrawn'), member: 11 })
  world.given('nobody', 'case.withdraw', { case: withdrawn })
  chargedBefore(world, withdrawn)
  guarded(world)
  const unsigned = { id: uuid('unsigned'), member: 12 }
  world.given('nobody', 'case.name', nameBody(world, unsigned))
  world.given('nobody', 'case.open', openBody(unsigned))
  world.pass(800 * DAY)
  return world
}

/** A protective measure is asked for, answered, adopted, appealed against, and holds until its days have run. */
function guarded(world: SecretWorld): void {
  const id = charge(world, { id: uuid('guarded'), member: 13, charging: [7, 8, 9] })
  world.pass(6 * DAY)
  seatPanel(world, id)
  world.given('nobody', 'case.protect', { case: id, rights: ['stand'], days: 12, text: TEXT })
  world.given('nobody', 'case.reply', { case: id, text: TEXT })
  world.pass(3 * DAY)
  holdProtectionVote(world, id, 8, 2)
  world.given('nobody', 'case.contest', { case: id, text: TEXT })
  world.pass(HOUR)
  holdProtectionVote(world, id, 8, 2)
  world.pass(12 * DAY)
}

/** Everybody says what they can say, the panel is drawn from the seeds of both sides, and the appeal clears. */
function overturned(world: SecretWorld): void {
  const id = charge(world)
  const panel = caseIn(world, id).panel
  for (const side of ['charging', 'charged'])
    world.given('nobody', 'panel.commit', { panel, side, commitment: commitmentTo('my words', side) })
  for (const side of ['charging', 'charged'])
    world.given('nobody', 'panel.seed', { panel, side, seed: 'my words' })
  world.pass(HOUR)
  world.given('nobody', 'case.call', { case: id, side: 'charged', member: person(20) })
  world.given('nobody', 'case.state', { case: id, part: 'witness', witness: 0, text: TEXT })
  seatPanel(world, id)
  challenged(world, id)
  world.pass(20 * DAY)
  find(world, id, SUSPEND)
  world.given(panellists(world, id)[4] ?? '', 'panel.dissent', { panel, reasons: TEXT })
  holdVote(world, id, 10, 2)
  world.given('nobody', 'case.appeal', { case: id, text: TEXT })
  holdVote(world, id, 3, 10)
}

/** A side strikes somebody without a word, and another whom the rest of the panel lets go; who follows is silent first. */
function challenged(world: SecretWorld, id: string): void {
  const panel = caseIn(world, id).panel
  const strike = (reason: typeof TEXT | null): string => {
    const [member = ''] = panellists(world, id)
    world.given('nobody', 'panel.challenge', { panel, side: 'charged', member, reason })
    return member
  }
  strike(null)
  world.pass(4 * DAY)
  seatPanel(world, id)
  const member = strike(TEXT)
  for (const other of panellists(world, id).slice(1, 4)) world.given(other, 'panel.grant', { panel, member })
  seatPanel(world, id)
}

/** Whoever is charged again with what they were charged with shows it, and the case stops. */
function chargedBefore(world: World, earlier: string): void {
  const deed = { kind: 'deed', on: dayOf(world.now - 2 * DAY) } as const
  const again = charge(world, { id: uuid('again'), member: 11, deed })
  world.given('nobody', 'case.bar', { case: again, earlier, salt: SALT })
  world.given('nobody', 'case.stop', { case: again })
}

/** A secret vote that waits for issuers, opens once they delivered, and closes with papers from a polling session. */
export async function issuersAndPaper(): Promise<readonly (readonly [string, World])[]> {
  const issuing = await makeIssuing(3, 2)
  const world = secretWorld(issuing)
  // The keys that were delivered with the rules serve one vote: the second waits.
  vote(world, 'First')
  inDebate(world, 'Second', RESOLVE, ['We wait.'])
  world.pass(DEBATE)
  const next = await makeIssuing(3, 2)
  world.issuing = { ...next, seeds: issuing.seeds }
  deliver(world, world.issuing)
  world.pass(HOUR)
  closeEmpty(world)

  const paper = withPaper(await makeIssuing())
  const session = {
    vote: paper.id,
    session: uuid('session'),
    from: paper.world.now + HOUR,
    until: paper.world.now + 3 * HOUR,
    place: { hash: SOME_HASH, length: 5 },
  }
  paper.world.given(person(0), 'polling.announce', session)
  paper.world.given(person(0), 'polling.announce', { ...session, session: uuid('other session') })
  paper.world.given(person(0), 'polling.cancel', { vote: paper.id, session: uuid('other session') })
  close(paper, paper.board)
  return [
    ['issuers-wait', world],
    ['paper', paper.world],
  ]
}

function vote(world: SecretWorld, name: string): void {
  inDebate(world, name, RESOLVE, [`${name}.`])
  world.pass(DEBATE)
  closeEmpty(world)
}

function closeEmpty(world: SecretWorld): void {
  const id = openVote(world)
  world.boards.set(id, { ...boardOf([], []), issued: testVoteIn(world, id).issuers.map(() => 0) })
  world.pass(VOTING)
}

/** A tendency that lists no signatories, a group that is left, and a council whose seats are shared out. */
export function quietlyUnited(): World {
  const world = councilWorld()
  const tendency = uuid('quiet')
  const stance = { stance: 'own', point: null, clauses: ['We own it.'], salience: 3, rationale: '' }
  const founded = { tendency, unit: ROOT, name: 'The quiet ones', platform: [stance], listed: false }
  world.given(person(0), 'tendency.found', founded, ROOT)
  const by = (verb: string, n: number, more: object = {}): void => {
    world.given('nobody', `unlisted.${verb}`, { tendency, member: person(n), ...more })
  }
  for (const n of [1, 2, 3]) {
    by('sign', n)
    by('take', 0, { taken: person(n) })
  }
  const proposal = uuid('quieter')
  const change = { kind: 'name', name: 'The still ones' }
  world.given(person(0), 'tendency.change', { proposal, tendency, change })
  for (const n of [1, 2]) by('agree', n, { proposal })
  by('leave', 3)
  const choir = uuid('choir')
  const form = { kind: 'unit.form', unit: choir, name: 'Choir', as: 'group', parent: ROOT }
  decide(world, 'Choir', { ...form, decidedBy: 'members' })
  world.given(person(4), 'unit.join', {}, choir)
  world.given(person(4), 'unit.leave', {}, choir)
  const seats = { method: 'hamilton', seats: 5, fixed: 1, everyDays: 30 }
  decide(world, 'Seats', { kind: 'council.allot', council: COUNCIL, ...seats })
  world.pass(31 * DAY)
  return world
}
