import { z } from 'zod'
import { METHODS } from '#modules/councils/core'
import { refuseToken } from '#modules/tokens/core'
import { CHOICES } from '#modules/voting/core'
import { boundBallots } from '#views/bound-votes.server.ts'
import { read, textsOf } from '#views/read.server.ts'
import { listCouncils, viewCouncil } from '#views/view-council.server.ts'
import { viewMandate } from '#views/view-mandate.server.ts'
import { viewRotation } from '#views/view-rotation.server.ts'
import { whoIs } from '#views/who.server.ts'
import { operation } from '../operation.server.ts'
import { idParams, instantShape, listOf, unitRefShape, whoShape } from '../shapes/common.ts'

const TAG = 'Units'

const whole = z.int()
const ruleFields = { method: z.enum(METHODS), seats: whole, fixed: whole }
const claimShape = z
  .object({ unit: z.string(), over: whole, under: whole })
  .nullable()
  .meta({ description: 'What a unit, by its name, had to show for a seat: `over` divided by `under`.' })
const choice = z.enum(CHOICES).nullable()

const seatingShape = z
  .object({
    seq: whole,
    at: instantShape,
    rule: z.object(ruleFields),
    members: whole,
    seats: whole,
    rows: listOf(
      z.object({
        unit: unitRefShape,
        members: whole,
        whole,
        rest: whole.meta({
          description: 'With `whole` the exact share: whole + rest / all members counted.',
        }),
        won: whole,
        seats: whole,
        sitting: whole,
      }),
    ),
    last: claimShape,
    next: claimShape,
    tie: z.object({ won: listOf(z.string()), lost: listOf(z.string()) }).nullable(),
  })
  .meta({ id: 'Seating' })

const boundBallotShape = z
  .object({
    mandate: z.string(),
    holder: whoShape,
    unit: unitRefShape,
    binding: z.string().meta({ description: 'The motion by which the unit bound its delegates.' }),
    question: whole.meta({ description: 'The place of the question on the ballot, from 0.' }),
    wanted: choice,
    choice: choice.meta({ description: 'null where no ballot was cast.' }),
    kept: z.boolean(),
  })
  .meta({ id: 'BoundBallot' })

const councilShape = z
  .object({
    id: z.string(),
    name: z.string(),
    area: unitRefShape,
    allotment: z
      .object({
        ...ruleFields,
        everyDays: whole.nullable(),
        due: instantShape.nullable(),
        motion: z.string(),
      })
      .nullable(),
    seating: seatingShape.nullable(),
    delegates: listOf(
      z.object({
        id: z.string(),
        unit: unitRefShape,
        office: z.string(),
        holder: whoShape,
        from: instantShape,
        until: instantShape,
        overdueDays: whole,
      }),
    ),
    bindings: listOf(
      z.object({
        id: z.string(),
        title: z.string(),
        unit: unitRefShape,
        question: z
          .object({
            motion: z.string(),
            number: whole,
            title: z.string(),
            amendment: whole.nullable(),
          })
          .nullable(),
        answer: choice,
        at: instantShape,
      }),
    ),
    votes: listOf(
      z.object({
        id: z.string(),
        kind: z.string(),
        number: whole,
        title: z.string(),
        at: instantShape,
        bound: listOf(boundBallotShape),
      }),
    ),
  })
  .meta({ id: 'Council' })

export const listAllCouncils = operation({
  method: 'get',
  path: '/councils',
  id: 'listCouncils',
  tag: TAG,
  summary: 'Councils: units that delegates decide',
  needs: 'read',
  answer: z.object({
    items: listOf(
      z.object({
        id: z.string(),
        name: z.string(),
        area: unitRefShape,
        seats: whole.nullable(),
        delegates: whole,
      }),
    ),
  }),
  run: ({ asker }) => read(asker, (org) => ({ items: listCouncils(org) })),
})

export const getCouncil = operation({
  method: 'get',
  path: '/councils/{id}',
  id: 'getCouncil',
  tag: TAG,
  summary: 'A council: seats with their arithmetic, delegates, what binds them and who departed from it',
  needs: 'read',
  params: idParams,
  answer: councilShape,
  async run({ asker, params: { id } }) {
    const view = await read(asker, (org, now) => viewCouncil(org, now, asker.member ?? '', id))
    if (view === undefined) return refuseToken('unknown-thing')
    const calls = await Promise.all(view.votes.map((vote) => boundBallots(asker, vote.id)))
    const who = await whoIs([...view.delegates, ...calls.flat()].map(({ holder }) => holder))
    return {
      ...view,
      delegates: view.delegates.map((each) => ({ ...each, holder: who(each.holder) })),
      votes: view.votes.map((vote, i) => ({
        ...vote,
        bound: (calls[i] ?? []).map((each) => ({ ...each, holder: who(each.holder) })),
      })),
    }
  },
})

export const getMandate = operation({
  method: 'get',
  path: '/mandates/{id}',
  id: 'getMandate',
  tag: TAG,
  summary: 'A mandate, with what was reported on it and when the next report is due',
  needs: 'read',
  params: idParams,
  answer: z
    .object({
      id: z.string(),
      unit: unitRefShape,
      council: unitRefShape.nullable(),
      office: z.string(),
      holder: whoShape,
      from: instantShape,
      until: instantShape,
      ended: instantShape.nullable(),
      everyDays: whole,
      due: instantShape.nullable(),
      overdueDays: whole,
      reports: listOf(z.object({ id: z.string(), at: instantShape, seq: whole, text: z.string() })),
    })
    .meta({ id: 'ReportedMandate' }),
  async run({ asker, params: { id } }) {
    const view = await read(asker, (org, now) => viewMandate(org, now, asker.member ?? '', id))
    if (view === undefined) return refuseToken('unknown-thing')
    const [who, texts] = await Promise.all([
      whoIs([view.holder]),
      textsOf(view.reports.map(({ text }) => text)),
    ])
    const reports = view.reports.map((report) => ({ ...report, text: texts.get(report.text) ?? '' }))
    return { ...view, holder: who(view.holder), reports }
  },
})

export const getRotation = operation({
  method: 'get',
  path: '/rotation',
  id: 'getRotation',
  tag: TAG,
  summary: 'Who has held which office, and how long; longest first',
  needs: 'read',
  answer: z.object({
    items: listOf(
      z.object({
        holder: whoShape,
        days: whole.meta({ description: 'Days in several offices at once count once.' }),
        isHolding: z.boolean(),
        tenures: listOf(
          z.object({
            office: z.string(),
            unit: unitRefShape,
            council: unitRefShape.nullable(),
            days: whole,
            consecutive: whole.meta({ description: 'Terms in a row, up to the last one.' }),
          }),
        ),
      }),
    ),
  }),
  async run({ asker }) {
    const all = await read(asker, viewRotation)
    const who = await whoIs(all.map(({ holder }) => holder))
    return { items: all.map((each) => ({ ...each, holder: who(each.holder) })) }
  },
})
