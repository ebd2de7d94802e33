import { randomBytes } from 'node:crypto'
import { bug } from '#kernel/bug'
import { toBase64 } from '#kernel/bytes'
import type { Json } from '#kernel/canonical'
import { DAY } from '#kernel/instant'
import { caseOfRound, commitmentToMember } from '#modules/discipline/core'
import { NOBODY } from '#modules/record/core'
import type { OpenVote } from '#modules/voting/core'
import type { Org } from '#organization'
import { castId } from './people.ts'
import { idFor, type Cue, type Play } from './play.server.ts'
import { pointId } from './play-motion.server.ts'
import { playVote } from './play-votes.server.ts'
import type { CaseScript } from './script/kinds.ts'
import { CASES } from './script/story.ts'

// Days between the signatures on a charge, and between those of a panel who agree.
const APART = 0.4

const cases = new Map(CASES.map((script) => [idFor('case', script.key), script]))

/** A charge, all that is said in its case, and what is asked for meanwhile. Its panel is seated as it is drawn. */
export function playCase(play: Play, script: CaseScript): void {
  const { key, day, charging, statements, protection, finding } = script
  const id = idFor('case', key)
  play.add(play.at(day), () => opening(play, script))
  for (const [n, by] of charging.slice(1).entries())
    play.add(play.at(day + (n + 1) * APART), () => [
      { by: NOBODY, type: 'case.sign', body: { case: id, by: castId(by) } },
      ...(n + 2 === charging.length
        ? [{ by: NOBODY, type: 'case.charge', body: { case: id, charging: charging.length } }]
        : []),
    ])
  const say = (at: number, type: string, body: Readonly<Record<string, Json>>, text: string): void => {
    play.add(play.at(at), () => [
      { by: NOBODY, type, body: { case: id, ...body }, sealed: { about: id, field: 'text', text } },
    ])
  }
  for (const { day: said, part, text } of statements) say(said, 'case.state', { part, witness: null }, text)
  if (protection !== undefined) {
    const { rights, days, text, reply } = protection
    say(protection.day, 'case.protect', { rights: [...rights], days }, text)
    say(reply.day, 'case.reply', {}, reply.text)
  }
  play.add(play.at(finding.day), (org) => propose(org, script))
  for (let n = 1; n <= finding.agree; n++)
    play.add(play.at(finding.day + n * APART), (org) => {
      const panel = panelOf(org, id)
      const by = panel.seats[n]?.member ?? bug(`the panel on ${key} has too few seats`)
      return [{ by, type: 'panel.agree', body: { panel: panel.id, proposal: idFor('finding', key) } }]
    })
}

/** What is sealed of a charge, then what is public; both are entered by nobody. */
function opening(play: Play, script: CaseScript): readonly Cue[] {
  const { key, unit, member, charging, ground, deed, asked, facts } = script
  const id = idFor('case', key)
  const salt = toBase64(randomBytes(16))
  const parts = { case: id, unit: idFor('unit', unit) }
  const on = Math.floor(play.at(deed) / DAY) * DAY
  const named = { ...parts, member: castId(member), salt, charging: charging.map(castId), cites: null }
  const commitment = commitmentToMember(id, castId(member), salt)
  const opened = { ...parts, ground: { kind: 'unity', point: pointId(ground) }, commitment }
  return [
    {
      ...{ by: NOBODY, type: 'case.name', body: { ...named, deed: { kind: 'deed', on } } },
      sealed: { about: id, field: 'facts', text: facts },
    },
    { by: NOBODY, type: 'case.open', body: { ...opened, asked: asked } },
  ]
}

function propose(org: Org, { key, finding }: CaseScript): readonly Cue[] {
  const id = idFor('case', key)
  const panel = panelOf(org, id)
  const by = panel.seats[0]?.member ?? bug(`nobody sits on the panel on ${key}`)
  const body = { panel: panel.id, proposal: idFor('finding', key), outcome: finding.outcome as Json }
  const sealed = { about: id, field: 'reasons', text: finding.reasons }
  return [{ by, type: 'panel.propose', body, sealed }]
}

function panelOf({ cases: all, panels }: Org, id: string) {
  return panels.panels.get(all.cases.get(id)?.panel ?? '') ?? bug(`the case ${id} has no panel`)
}

/** Ballots of a vote about a case that has just opened. */
export function playCaseVote(play: Play, org: Org, vote: OpenVote): void {
  const going = cases.get(caseOfRound(org, vote.subject.id)?.id ?? '')?.protection?.vote
  if (going !== undefined) playVote(play, org, vote, going.turnout, [{ going, known: new Map() }])
}
