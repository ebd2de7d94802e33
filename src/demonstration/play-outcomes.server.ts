import type { Choice, OpenVote } from '#modules/voting/core'
import type { Org } from '#organization'
import { castId } from './people.ts'
import { idFor, type Play } from './play.server.ts'
import { playCaseVote } from './play-cases.server.ts'
import { createElectionReactions } from './play-elections.server.ts'
import { createPanelReactions } from './play-panels.server.ts'
import { playVote, type Question } from './play-votes.server.ts'
import type { CastKey } from './script/cast.ts'
import type { MeetingScript, MotionScript, ReportScript } from './script/kinds.ts'
import { MEETINGS, MOTIONS } from './script/story.ts'

const motions = new Map(MOTIONS.map((script) => [idFor('motion', script.key), script]))
const meetings = new Map(MEETINGS.map((script) => [idFor('motion', script.key), script]))

/** Plans what follows from what has just fallen due: ballots for votes that opened, dissent from what was decided. */
export function createReactions(play: Play): (org: Org) => void {
  const seen = new Set<string>()
  const isNew = (id: string): boolean => !seen.has(id) && seen.add(id).has(id)
  const elect = createElectionReactions(play)
  const seat = createPanelReactions(play)
  return (org) => {
    elect(org)
    seat(org)
    for (const vote of org.voting.votes.values())
      if (vote.status === 'open' && isNew(vote.id)) react(play, org, vote)
    for (const [id, { key, reports = [] }] of motions) {
      const stage = org.motions.motions.get(id)?.stage
      if (stage?.kind === 'decided' && isNew(id))
        for (const [n, report] of reports.entries()) playReport(play, key, report, n, stage.at)
    }
  }
}

function react(play: Play, org: Org, vote: OpenVote): void {
  const { kind, id } = vote.subject
  if (kind === 'case') playCaseVote(play, org, vote)
  const [motion, meeting] = [motions.get(id), meetings.get(id)]
  if (kind === 'review' && meeting?.review !== undefined)
    playVote(play, org, vote, meeting.review.turnout, [
      { going: meeting.review, known: stances(meeting, 'no', 'yes') },
    ])
  if (motion?.vote === undefined) return
  const questions =
    kind === 'amendments'
      ? vote.items.map((item) => amendmentQuestion(motion, item.id))
      : [{ going: motion.vote, known: stances(motion, 'yes', 'no') }]
  playVote(play, org, vote, motion.vote.turnout, questions)
}

function amendmentQuestion({ key, amendments = [] }: MotionScript, id: string): Question {
  const script = amendments.find((_, n) => idFor('amendment', key, n) === id)
  const behind = script === undefined ? [] : [script.by, ...script.seconds]
  return { going: { yes: script?.yes ?? 0.5, abstain: 0.1 }, known: answers(behind, 'yes') }
}

/** Who spoke for it, proposed or seconded it, and who spoke against it: nobody votes against their own words. */
function stances(
  script: MotionScript | MeetingScript,
  pro: Choice,
  con: Choice,
): ReadonlyMap<string, Choice> {
  const { by, speeches = [] } = script
  const behind = 'seconds' in script ? [by, ...script.seconds] : [by, script.confirmedBy]
  const speaking = (side: 'for' | 'against'): readonly CastKey[] =>
    speeches.filter((speech) => speech.side === side).map((speech) => speech.by)
  return new Map([
    ...answers(behind, pro),
    ...answers(speaking('for'), pro),
    ...answers(speaking('against'), con),
  ])
}

function answers(cast: readonly CastKey[], choice: Choice): ReadonlyMap<string, Choice> {
  return new Map(cast.map((key) => [castId(key), choice]))
}

function playReport(
  play: Play,
  key: string,
  { by, text, signers }: ReportScript,
  n: number,
  decidedAt: number,
): void {
  const report = idFor('report', key, n)
  const days = (count: number): number => decidedAt + count * 86_400_000
  play.add(days(1.3), () => [
    { by: castId(by), type: 'report.file', body: { report, motion: idFor('motion', key), text } },
  ])
  for (const [i, signer] of signers.entries())
    play.add(days(1.8 + i * 0.6), () => [{ by: castId(signer), type: 'report.sign', body: { report } }])
}
