import { bug } from '#kernel/bug'
import type { Json } from '#kernel/canonical'
import type { Clause } from '#modules/motions/core'
import type { Org } from '#organization'
import { castId } from './people.ts'
import { idFor, type Play } from './play.server.ts'
import type { AmendmentScript, ChangeScript, Does, MotionScript, SpeechScript } from './script/kinds.ts'

// Days after it was proposed, fitted to seven days of debate whose last day takes no amendments.
const SECONDS_FROM = 0.3
const SECONDS_APART = 0.45
const AMENDMENTS_FROM = 1.6
const AMENDMENTS_UNTIL = 5.2
const SPEECHES_FROM = 1.1
const SPEECHES_UNTIL = 7
// Terms in a row that nobody may exceed: the league's rules have two.
const MOST_TERMS = 2

/** A motion from its proposal to the end of its debate. Its votes are played when they open. */
export function playMotion(play: Play, script: MotionScript): void {
  const { key, day, unit, by, title, seconds, withdrawnAfter, speeches = [], amendments = [] } = script
  const { secondedAfter = SECONDS_FROM } = script
  const motion = idFor('motion', key)
  play.add(play.at(day), (org) => {
    const { clauses, enactment } = partsOf(org, script)
    const body = { motion, title, clauses, enactment }
    return [{ by: castId(by), type: 'motion.propose', unit: idFor('unit', unit), body }]
  })
  for (const [n, each] of seconds.entries())
    play.add(play.at(day + secondedAfter + n * SECONDS_APART), ({ motions }) => {
      // A small council needs fewer seconds than a branch.
      const waits = motions.motions.get(motion)?.stage.kind === 'seconding'
      return waits ? [{ by: castId(each), type: 'motion.second', body: { motion } }] : []
    })
  if (withdrawnAfter !== undefined)
    play.add(play.at(day + withdrawnAfter), () => [
      { by: castId(by), type: 'motion.withdraw', body: { motion } },
    ])
  for (const [n, each] of amendments.entries()) {
    const apart = (AMENDMENTS_UNTIL - AMENDMENTS_FROM) / amendments.length
    playAmendment(play, script, each, n, day + AMENDMENTS_FROM + n * apart)
  }
  playSpeeches(play, key, speeches, day + SPEECHES_FROM, day + SPEECHES_UNTIL)
}

/** Speeches one after the other, evenly between two days. */
export function playSpeeches(
  play: Play,
  key: string,
  speeches: readonly SpeechScript[],
  from: number,
  until: number,
): void {
  for (const [n, { by, side, text }] of speeches.entries())
    play.add(play.at(from + ((n + 0.5) * (until - from)) / speeches.length), () => {
      const { ref, row } = play.hold(text)
      const body = { speech: idFor('speech', key, n), motion: idFor('motion', key), side, text: ref }
      return [{ by: castId(by), type: 'speech.give', body, rows: [row] }]
    })
}

function playAmendment(
  play: Play,
  { key }: MotionScript,
  { by, reason, changes, seconds }: AmendmentScript,
  n: number,
  day: number,
): void {
  const motion = idFor('motion', key)
  const amendment = idFor('amendment', key, n)
  play.add(play.at(day), ({ motions }) => {
    const { clauses } = motions.motions.get(motion) ?? bug(`the motion ${key} is not there to be amended`)
    const { ref, row } = play.hold(reason)
    const body = {
      amendment,
      motion,
      changes: changes.map((change, i) => changeOf(change, clauses, idFor('inserted', key, n, i))),
      reason: ref,
    }
    return [{ by: castId(by), type: 'amendment.propose', body, rows: [row] }]
  })
  for (const [i, each] of seconds.entries())
    play.add(play.at(day + 0.2 + i * 0.15), () => [
      { by: castId(each), type: 'amendment.second', body: { amendment } },
    ])
}

function changeOf(change: ChangeScript, clauses: readonly Clause[], fresh: string): Json {
  const idOf = (number: number): string =>
    clauses[number - 1]?.id ?? bug(`there is no clause ${number} to amend`)
  if ('remove' in change) return { kind: 'remove', clause: idOf(change.remove) }
  if ('clause' in change) return { kind: 'replace', clause: idOf(change.clause), text: change.to }
  return {
    kind: 'insert',
    after: change.after === 0 ? null : idOf(change.after),
    clause: fresh,
    text: change.add,
  }
}

interface Parts {
  readonly clauses: { readonly id: string; readonly text: string }[]
  readonly enactment: Json
}

/** The clauses with their ids, and what the motion carries out. A changed point's clauses keep theirs. */
function partsOf({ program }: Org, { key, text, does = { kind: 'resolve' } }: MotionScript): Parts {
  const fresh = text.map((each, n) => ({ id: idFor('clause', key, n + 1), text: each }))
  if (!('point' in does)) return { clauses: fresh, enactment: enactmentOf(key, does) }
  const point =
    program.points.get(pointId(does.point)) ?? bug(`there is no point ${does.point} for the motion ${key}`)
  const kept = fresh.map(({ id, text: each }, n) => ({ id: point.clauses[n]?.id ?? id, text: each }))
  const about = { point: point.id, revision: point.revision }
  return does.kind === 'change'
    ? { clauses: kept, enactment: { kind: 'program.change', ...about } }
    : { clauses: fresh, enactment: { kind: 'program.strike', ...about } }
}

function enactmentOf(key: string, does: Exclude<Does, { readonly point: string }>): Json {
  switch (does.kind) {
    case 'resolve':
      return { kind: 'resolve' }
    case 'conduct':
      return { kind: 'conduct.adopt' }
    case 'found':
      return { kind: 'organization.ratify', points: true }
    case 'adopt':
      return { kind: 'program.adopt', as: does.as }
    case 'rules':
      return { kind: 'rules.adopt', rules: does.rules }
    case 'form': {
      const { unit, name, as, parent, decidedBy } = does
      return {
        kind: 'unit.form',
        unit: idFor('unit', unit),
        name,
        as,
        parent: idFor('unit', parent),
        decidedBy,
      }
    }
    case 'rename':
      return { kind: 'unit.rename', unit: idFor('unit', does.unit), name: does.name }
    case 'give': {
      const { office, duties, to, days, council } = does
      return {
        kind: 'mandate.give',
        mandate: idFor('mandate', key),
        office,
        duties: [...duties],
        council: council === undefined ? null : idFor('unit', council),
        member: castId(to),
        days,
      }
    }
    case 'recall':
      return { kind: 'mandate.recall', mandate: idFor('mandate', does.mandate) }
    case 'open':
    case 'allot':
    case 'bind':
      return officeEnactmentOf(key, does)
  }
}

function officeEnactmentOf(
  key: string,
  does: Extract<Does, { readonly kind: 'open' | 'allot' | 'bind' }>,
): Json {
  const council = does.council === undefined ? null : idFor('unit', does.council)
  switch (does.kind) {
    case 'open': {
      const { office, seats, days, duties } = does
      const opened = { office: idFor('office', key), title: office, seats, days, termsMost: MOST_TERMS }
      return { kind: 'office.open', ...opened, duties: [...duties], council }
    }
    case 'allot': {
      const { method, seats, fixed, everyDays } = does
      return { kind: 'council.allot', council, method, seats, fixed, everyDays }
    }
    case 'bind':
      return { kind: 'mandate.bind', council, question: idFor('motion', does.question), answer: does.answer }
  }
}

/** A point by its name in the script: the motion that adopted it, and the number of its clause there. */
export function pointId(name: string): string {
  const [key = '', clause = ''] = name.split('/')
  return idFor('clause', key, Number(clause))
}
