import { bug } from '#kernel/bug'
import { derivedUuid } from '#kernel/ids'
import { DAY } from '#kernel/instant'
import { refuse } from '#kernel/refusal'
import { giveMandate } from '#modules/delegates/core'
import { setStatus, statusAt } from '#modules/members/core'
import { addPoint } from '#modules/program/core'
import {
  countShape,
  PUBLIC,
  type EnactmentContext,
  type EnactmentRule,
  type Rules,
} from '#modules/record/core'
import { organizationOf, rulesFor } from '#modules/units/core'
import { loseKeys } from '#modules/voting/core'
import { z } from 'zod'
import type { Org } from './org.ts'

/** The newest behaviour of `check` and `apply` that this program knows. */
export const NEWEST_LAW = 7

const ratifyShape = z.strictObject({
  kind: z.literal('organization.ratify'),
  /** Whether the clauses of the founding motion become points of unity. */
  points: z.boolean(),
})

export type FoundingEnactments = { 'organization.ratify': z.infer<typeof ratifyShape> }

/** What makes an organization of a list of people: they ratify the roll and the rules, and points of unity if there are some. */
export const foundingEnactments: {
  readonly 'organization.ratify': EnactmentRule<Org, FoundingEnactments['organization.ratify']>
} = {
  'organization.ratify': {
    shape: ratifyShape,
    question: () => 'unity',
    check(org, { unit }) {
      const organization = organizationOf(org.units)
      if (organization.status !== 'founding') return refuse('ratified-already')
      return organization.root === unit ? undefined : refuse('unit-elsewhere', { unit: organization.root })
    },
    apply(org, context, { points }) {
      org.units.organization.set({ ...organizationOf(org.units), status: 'ratified' })
      admitFounders(org, context)
      if (!points) return
      const { seq, motion, unit, clauses } = context
      for (const clause of clauses)
        addPoint(org, { id: clause.id, kind: 'unity', unit, clauses: [clause] }, { seq, motion })
    },
  },
}

/** The founding roll becomes the roll; its organizers keep it, and enter what meetings decide, for a year at most. */
function admitFounders(org: Org, { seq, at, unit, motion }: EnactmentContext): void {
  const { members } = org
  const days = Math.min(366, rulesFor(org, unit).rules.termDays)
  for (let index = 0; index < members.ids.length; index++) {
    if (statusAt(members, index) !== 'listed') continue
    setStatus(members, index, 'member')
    if (!members.organizers.has(index)) continue
    giveMandate(org, {
      id: derivedUuid('founding-mandate', members.ids.at(index) ?? bug('a member without an id')),
      unit,
      council: null,
      office: 'organizer',
      duties: ['roll', 'meetings'],
      holder: index,
      from: at,
      until: at + days * DAY,
      seq,
      motion,
      ended: null,
    })
  }
}

const lawShape = z.strictObject({ law: countShape(1, 1_000_000) })
/** The body of `record.restored`. */
export const restoredShape = z.strictObject({
  origin: z.string().min(1).max(300),
  size: z.int().min(0),
  root: z.string().length(44),
})

export type OrganizationActs = {
  'law.adopt': z.infer<typeof lawShape>
  'record.restored': z.infer<typeof restoredShape>
}

/** What the record says about itself. */
export const organizationRules: Rules<Org, OrganizationActs> = {
  'law.adopt': {
    actors: ['clerk'],
    shape: lawShape,
    audience: () => PUBLIC,
    check(org, { body: { law } }) {
      if (law !== org.head.get().law + 1) return refuse('law-out-of-order')
      return law > NEWEST_LAW ? refuse('newer-law', { law, known: NEWEST_LAW }) : undefined
    },
    apply(org, { body }) {
      org.head.set({ ...org.head.get(), law: body.law })
    },
  },
  'record.restored': {
    actors: ['clerk'],
    shape: restoredShape,
    audience: () => PUBLIC,
    // It stands where the restored part ends: at exactly the size it names.
    check: (_org, { seq, body }) =>
      body.size === seq ? undefined : refuse('restored-elsewhere', { size: body.size }),
    apply(org, { at, body }) {
      loseKeys(org, at)
      org.devices.origin.set(nextOrigin(body.origin))
    },
  },
}

/** The name of the log that follows this one after a restore: the number after the last slash raised. */
export function nextOrigin(origin: string): string | undefined {
  const [, name, number] = /^(.+\/)([1-9]\d{0,8})$/.exec(origin) ?? []
  return name === undefined ? undefined : `${name}${Number(number) + 1}`
}

/** What may be entered before the founding is ratified, besides what belongs to ratifying it. */
export const FOUNDING_ACTS: ReadonlySet<string> = new Set([
  'organization.found',
  'founding.place',
  'founding.member',
  'founding.strike',
])

/** Whether roll and places of the founding may still change: not while it is before the members, nor once ratified. */
export function foundingIsOpen(org: Org): boolean {
  if (org.units.organization.get()?.status === 'ratified') return false
  const last = org.motions.motions.get(org.motions.order.at(-1) ?? '')
  return last === undefined || last.stage.kind === 'decided'
}
