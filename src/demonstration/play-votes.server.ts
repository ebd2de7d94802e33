import { hasBit } from '#kernel/bitmap'
import { atLeast } from '#kernel/fraction'
import { MINUTE, type Instant } from '#kernel/instant'
import { statusOf } from '#modules/members/core'
import { choiceOfLetters } from '#modules/ballots/core'
import type { Choice, OpenVote } from '#modules/voting/core'
import type { Org } from '#organization'
import { chance, type Chance } from './chance.ts'
import { awake, type Cue, type Play, type SecretCue } from './play.server.ts'
import type { Going } from './script/kinds.ts'

/** How one question is answered, and who is known to answer it how. */
export interface Question {
  readonly going: Pick<Going, 'yes' | 'abstain' | 'oneShort'>
  readonly known: ReadonlyMap<string, Choice>
}

// When ballots come: many on the first evening, few in the middle, some at the last minute. Shares of the voting time.
const WAVES = [0.03, 0.06, 0.12, 0.24, 0.3, 0.43, 0.5, 0.63, 0.7, 0.81, 0.9, 0.95, 0.98]

/** Ballots of a vote that has just opened, in waves until it closes. */
export function playVote(
  play: Play,
  org: Org,
  vote: OpenVote,
  turnout: number,
  questions: readonly Question[],
): void {
  const luck = chance('vote', vote.id)
  const known = new Set(questions.flatMap((question) => [...question.known.keys()]))
  const voters = votersIn(play, org, vote, { turnout, known }, luck)
  const answers = questions.map((question) => answersOf(voters, question, luck))
  playBallots(play, vote, voters, luck, (member) => ballot(vote, member, answers))
}

/** Ballots of these voters, in waves until the vote closes. */
export function playBallots(
  play: Play,
  vote: OpenVote,
  voters: readonly string[],
  luck: Chance,
  ballotOf: (member: string) => Cue | SecretCue,
): void {
  const waves = luck.shuffle(voters).map((member) => ({ member, wave: WAVES[waveOf(luck)] ?? 0 }))
  for (const wave of WAVES) {
    const members = waves.filter((each) => each.wave === wave).map(({ member }) => member)
    if (members.length === 0) continue
    const at = moment(vote, wave)
    play.add(at, (now) => members.filter((id) => isThere(now, id)).map(ballotOf))
  }
}

function waveOf(luck: Chance): number {
  // The earlier waves are the larger ones, and the last one is not the smallest.
  return Math.floor(luck.roll() < 0.12 ? WAVES.length - 1 : luck.roll() ** 1.6 * WAVES.length)
}

function moment({ opens, closes }: OpenVote, share: number): Instant {
  const at = awake(opens + share * (closes - opens))
  return Math.min(Math.max(at, opens + MINUTE), closes - MINUTE)
}

/** Those on the roll who take part: who has spoken up, then the more zealous, with some luck. */
export function votersIn(
  { people }: Play,
  { members }: Org,
  vote: OpenVote,
  { turnout, known }: { readonly turnout: number; readonly known: ReadonlySet<string> },
  luck: Chance,
): readonly string[] {
  const zeal = new Map(people.map((each) => [each.id, each.zeal]))
  const onRoll = members.ids.values().filter((_, index) => hasBit(vote.onRoll, index))
  const willing = onRoll
    .map((id) => ({ id, will: known.has(id) ? 2 : (zeal.get(id) ?? 0.5) + luck.between(0, 0.5) }))
    .sort((a, b) => b.will - a.will)
  return willing.slice(0, Math.round(turnout * vote.roll.size)).map(({ id }) => id)
}

/** Everybody's answer to one question, so that the shares come out as the script says. */
function answersOf(
  voters: readonly string[],
  { going, known }: Question,
  luck: Chance,
): ReadonlyMap<string, Choice> {
  const answers = new Map<string, Choice>()
  for (const id of voters) {
    const choice = known.get(id)
    if (choice !== undefined) answers.set(id, choice)
  }
  const open = luck.shuffle(voters.filter((id) => !answers.has(id)))
  const abstaining = Math.round((going.abstain ?? 0.06) * voters.length)
  const cast = voters.length - abstaining
  const yes = going.oneShort === true ? atLeast('2/3', cast) - 1 : Math.round(going.yes * cast)
  const missing = yes - [...answers.values()].filter((choice) => choice === 'yes').length
  for (const [n, id] of open.entries())
    answers.set(id, n < abstaining ? 'abstain' : n < abstaining + missing ? 'yes' : 'no')
  return answers
}

function ballot(
  vote: OpenVote,
  member: string,
  answers: readonly ReadonlyMap<string, Choice>[],
): Cue | SecretCue {
  const choices = answers.map((each) => each.get(member) ?? 'abstain')
  if (vote.secret !== undefined)
    return {
      by: member,
      vote: vote.id,
      // Letters are those that answers begin with.
      choice: choiceOfLetters(choices.map((choice) => choice.charAt(0)).join('')),
    }
  return { by: member, type: 'ballot.cast', body: { vote: vote.id, choices } }
}

/** Somebody may have left since the vote opened. */
function isThere({ members }: Org, id: string): boolean {
  return ['member', 'listed'].includes(statusOf(members, id))
}
