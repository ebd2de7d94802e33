import type { Json } from '#kernel/canonical'
import type { Instant } from '#kernel/instant'
import { idAt, indexOf } from '#modules/members/core'
import { diffWords } from '#modules/motions/core'
import { NOBODY } from '#modules/record/core'
import { pathUp } from '#modules/units/core'
import {
  countSignatories,
  isListed,
  proposalsOf,
  type Platform,
  type Proposal,
  type Stance,
  type Tendency,
} from '#modules/tendencies/core'
import type { Org } from '#organization'
import { SOME_ID, whyNot, type Possible } from './may.server.ts'
import { recordOf } from './tendency-record.server.ts'

/** All tendencies, those that live first, the oldest before. */
export function viewTendencies(org: Org) {
  return [...org.tendencies.tendencies.values()]
    .sort((a, b) => Number(a.stage.kind === 'ended') - Number(b.stage.kind === 'ended') || a.seq - b.seq)
    .map((tendency) => lineOf(org, tendency))
}

/** One tendency: its platform against the program, who signed, what is put to them, what was done under its name, and what the reader can do. */
export function viewTendency(org: Org, now: Instant, member: string, id: string) {
  const tendency = org.tendencies.tendencies.get(id)
  if (tendency === undefined) return undefined
  const me = indexOf(org.members, member)
  const isMine = tendency.signatories.includes(me)
  const seen = isListed(tendency) || isMine ? tendency : seenFromOutside(tendency)
  const [signatories, waiting] = [seen.signatories, seen.waiting].map((list) =>
    list.map((index) => idAt(org.members, index)),
  )
  const proposals = proposalsOf(org, id).toReversed()
  return {
    tendency: {
      ...lineOf(org, tendency),
      by: idAt(org.members, tendency.by),
      at: tendency.at,
      revision: tendency.revision,
      seq: tendency.seq,
      listed: isListed(tendency),
    },
    people: [...seen.signatories, ...seen.waiting, tendency.by, ...proposals.map(({ by }) => by)].map(
      (index) => idAt(org.members, index),
    ),
    platform: platformOf(org, tendency.platform),
    signatories: signatories ?? [],
    waiting: waiting ?? [],
    proposals: proposals.map((proposal) => proposalOf(org, tendency, proposal, me)),
    record: recordOf(org, id),
    seats: seatsOf(org, seen),
    isMine,
    isWaiting: tendency.waiting.includes(me),
    may: {
      sign: whyNot(org, now, {
        unit: tendency.unit,
        ...(isListed(tendency)
          ? { by: member, type: 'tendency.sign', body: { tendency: id } }
          : { by: NOBODY, type: 'unlisted.sign', body: { tendency: id, member } }),
      }),
      change: whyNoChange(org, now, member, tendency),
    },
  }
}

/** Why a member cannot put a change of it to its signatories; null where they can. */
export function whyNoChange(org: Org, now: Instant, member: string, { id, unit }: Tendency): string | null {
  const body = { proposal: SOME_ID, tendency: id, change: { kind: 'end' } }
  return whyNot(org, now, { by: member, type: 'tendency.change', unit, body })
}

/** Of a tendency that does not list its signatories others see who founded it, as long as they are in it. */
function seenFromOutside({ by, signatories }: Tendency) {
  return { signatories: signatories.filter((index) => index === by), waiting: [] }
}

function lineOf(org: Org, tendency: Tendency) {
  const { id, name, unit, stage, needed } = tendency
  return {
    id,
    name,
    unit: { id: unit, name: org.units.units.get(unit)?.name ?? unit },
    stage,
    needed,
    count: countSignatories(org, tendency),
  }
}

/** A platform for reading: each stance with its point as it stands now, and what a change would change in it. */
function platformOf(org: Org, platform: Platform) {
  return platform.map((stance) => ({
    ...stance,
    point: pointOf(org, stance),
    parts:
      stance.stance === 'change' ? diffWords(textOf(org, stance.point), stance.clauses.join('\n\n')) : [],
  }))
}

function pointOf({ program }: Org, { point: id }: Stance) {
  const point = id === null ? undefined : program.points.get(id)
  return point === undefined
    ? null
    : { id: point.id, number: point.number, kind: point.kind, struck: point.struck, text: clausesOf(point) }
}

function textOf({ program }: Org, id: string | null): string {
  const point = id === null ? undefined : program.points.get(id)
  return point === undefined ? '' : clausesOf(point)
}

function clausesOf({ clauses }: { readonly clauses: readonly { readonly text: string }[] }): string {
  return clauses.map(({ text }) => text).join('\n\n')
}

function proposalOf(
  org: Org,
  tendency: Tendency,
  { id, by, at, change, agreed, held }: Proposal,
  me: number,
) {
  return {
    id,
    by: idAt(org.members, by),
    at,
    kind: change.kind,
    name: change.kind === 'name' ? change.name : null,
    platform: change.kind === 'platform' ? platformOf(org, change.platform) : null,
    agreed: agreed.filter((index) => tendency.signatories.includes(index)).length,
    needed: Math.floor(tendency.signatories.length / 2) + 1,
    held,
    hasAgreed: agreed.includes(me),
  }
}

/** Offices that its signatories hold now. */
function seatsOf(org: Org, { signatories }: Pick<Tendency, 'signatories'>) {
  return [...org.delegates.mandates.values()]
    .filter(({ ended, holder }) => ended === null && signatories.includes(holder))
    .map(({ id, office, holder }) => ({ id, office, holder: idAt(org.members, holder) }))
}

/** Units of which the reader can found a tendency, and for the one asked for the points that a platform can be about. */
export function viewPlatformForm(org: Org, unit: string) {
  const path = pathUp(org.units, unit).map(({ id }) => id)
  return org.program.order.values().flatMap((id) => {
    const point = org.program.points.get(id)
    return point === undefined || point.struck || !path.includes(point.unit)
      ? []
      : [{ id, number: point.number, kind: point.kind, text: clausesOf(point) }]
  })
}

/** What tendencies say beside a motion, in the order in which they formed: none stands before another by having spoken first. */
export function statementsBeside(org: Org, motion: string) {
  return (org.tendencies.statements.get(motion) ?? [])
    .flatMap((statement) => {
      const tendency = org.tendencies.tendencies.get(statement.tendency)
      return tendency === undefined ? [] : [{ tendency, statement }]
    })
    .sort((a, b) => a.tendency.seq - b.tendency.seq)
    .map(({ tendency: { id, name }, statement: { by, at, text } }) => ({
      ...{ id, name, at, text },
      by: idAt(org.members, by),
    }))
}

/** A tendency as it is named beside a candidate or a report; null where there is none. */
export function tendencyRef({ tendencies }: Org, id: string | undefined) {
  const tendency = id === undefined ? undefined : tendencies.tendencies.get(id)
  return tendency === undefined ? null : { id: tendency.id, name: tendency.name }
}

/** The tendencies under whose name somebody could enter such an act now. */
export function namesFor(
  org: Org,
  now: Instant,
  { by, type, unit, body }: Omit<Possible, 'body'> & { readonly body: Readonly<Record<string, Json>> },
) {
  const me = indexOf(org.members, by)
  return [...org.tendencies.tendencies.values()]
    .filter(({ signatories }) => signatories.includes(me))
    .filter((tendency) => {
      // What is said beside a motion is entered under the unit of the tendency.
      const named = { by, type, unit: unit ?? tendency.unit, body: { ...body, tendency: tendency.id } }
      return whyNot(org, now, named) === null
    })
    .map(({ id, name }) => ({ id, name }))
}
