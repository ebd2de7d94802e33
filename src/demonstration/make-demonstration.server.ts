import { randomBytes } from 'node:crypto'
import { bug } from '#kernel/bug'
import { uuidV7 } from '#kernel/ids'
import type { Instant } from '#kernel/instant'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { unitOf, type Org } from '#organization'
import type { Plenum } from '#organization/server'
import { castSecretly } from './cast-secretly.server.ts'
import { makePeople } from './people.ts'
import { createPlay, type Cue, type Play, type Scene } from './play.server.ts'
import { playCase } from './play-cases.server.ts'
import { playComplaint } from './play-complaints.server.ts'
import { playHiding } from './play-hidings.server.ts'
import { playFounding } from './play-founding.server.ts'
import { playApplicant, playLife } from './play-members.server.ts'
import { playMeeting } from './play-meeting.server.ts'
import { playMotion } from './play-motion.server.ts'
import { createReactions } from './play-outcomes.server.ts'
import { playAccount, playRecall } from './play-elections.server.ts'
import { playTendency } from './play-tendencies.server.ts'
import { playRationale } from './play-rationale.server.ts'
import { DAYS } from './script/league.ts'
import {
  ACCOUNTS,
  CASES,
  COMPLAINTS,
  HIDINGS,
  MEETINGS,
  MOTIONS,
  RATIONALES,
  RECALLS,
  TENDENCIES,
} from './script/story.ts'

/** How far a demonstration has been made: days of its life, of all. */
export type Told = (day: number, of: number) => void

/**
 * Makes the demonstration where nothing is founded yet: eighteen months of a league's life, each act through the clerk at
 * its own time, until the clock stands at the present. What falls due is entered when it is due.
 */
export async function makeDemonstration(plenum: Plenum, told: Told): Promise<Refusal | undefined> {
  const present = plenum.clock.wall()
  const play = createPlay(plenum.database, makePeople(), present)
  const begin = play.at(0)
  const refusal = await plenum.beginDemonstration(begin)
  if (refusal !== undefined) return refusal
  plan(play)
  // A database server without a key for what is sealed has a demonstration without cases.
  if (await plenum.sealed.ready()) planSealed(play)
  await perform(plenum, play, present, (at) => {
    told(Math.round(((at - begin) / (present - begin)) * DAYS), DAYS)
  })
  plenum.clock.shift(plenum.clock.wall() - plenum.clock.now())
  await plenum.access.endSetup()
  return undefined
}

/** All that is known beforehand. Ballots and minority reports are planned once their vote opens or closes. */
function plan(play: Play): void {
  playFounding(play)
  for (const person of play.people)
    if (person.joins > 0) playApplicant(play, person)
    else playLife(play, person, 20)
  for (const motion of MOTIONS) playMotion(play, motion)
  for (const meeting of MEETINGS) playMeeting(play, meeting)
  for (const rationale of RATIONALES) playRationale(play, rationale)
  for (const tendency of TENDENCIES) playTendency(play, tendency)
  for (const account of ACCOUNTS) playAccount(play, account)
  for (const recall of RECALLS) playRecall(play, recall)
  for (const hiding of HIDINGS) playHiding(play, hiding)
}

function planSealed(play: Play): void {
  for (const each of CASES) playCase(play, each)
  for (const complaint of COMPLAINTS) playComplaint(play, complaint)
}

async function perform(
  plenum: Plenum,
  play: Play,
  until: Instant,
  told: (at: Instant) => void,
): Promise<void> {
  const { clerk, clock } = plenum
  const react = createReactions(play)
  for (;;) {
    const due = (await clerk.read((org) => org.deadlines.next()?.at)) ?? Infinity
    const scene = play.next()
    const at = Math.min(due, scene?.at ?? Infinity)
    if (at > until) return
    clock.shift(Math.max(0, at - clock.now()))
    told(at)
    if (due <= at) await clerk.submitAll([])
    else await enterScene(plenum, play.take())
    // Time goes on while entries are written: what fell due meanwhile has come in with a scene.
    await clerk.read(react)
  }
}

/** All that happens in a scene is entered together. A refusal means that the script breaks a rule: it has to be mended. */
async function enterScene(plenum: Plenum, scene: Scene | undefined): Promise<void> {
  const { clerk } = plenum
  const all = await clerk.read((org, now) => scene?.play(org, now) ?? [])
  for (const cue of all) if ('choice' in cue) await castSecretly(plenum, cue)
  const cues = all.flatMap((cue) => ('choice' in cue ? [] : [sealedIn(plenum, cue)]))
  const acts = await clerk.read((org, now) => cues.map((cue) => actOf(org, cue, now)))
  if (acts.length === 0) return
  const rows = cues.flatMap((cue) => cue.rows ?? [])
  const entered = await clerk.submitAll(acts, rows)
  if (isRefusal(entered))
    bug(`a scene of the demonstration is refused: ${JSON.stringify([entered, acts[0]]).slice(0, 2000)}`)
}

/** Holds the sealed text of a cue, for as long as what it is about lasts. */
function sealedIn({ sealed: safe }: Plenum, cue: Cue): Cue {
  const { sealed, body, rows = [] } = cue
  if (sealed === undefined) return cue
  const { ref, row } = safe.hold(sealed.about, randomBytes(16), sealed.text)
  return { ...cue, body: { ...body, [sealed.field]: ref }, rows: [...rows, row] }
}

function actOf(org: Org, { by, type, body, unit }: Cue, now: Instant) {
  const belongs = unit ?? unitOf(org, type, body) ?? null
  return { by, id: uuidV7(now, randomBytes(10)), type, unit: belongs, body }
}
