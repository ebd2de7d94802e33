import { z } from 'zod'
import { refuseToken } from '#modules/tokens/core'
import { read } from '#views/read.server.ts'
import { viewOffice, viewOffices } from '#views/view-office.server.ts'
import { whoIs } from '#views/who.server.ts'
import { operation } from '../operation.server.ts'
import {
  idParams,
  instantShape,
  listOf,
  motionRefShape,
  unitRefShape,
  whoShape,
  whyNotShape,
} from '../shapes/common.ts'
import { electionStageShape } from '../shapes/election.ts'

const TAG = 'Offices'

const lineFields = {
  id: z.string(),
  title: z.string(),
  unit: unitRefShape,
  seats: z.int().meta({ description: 'How many hold it at a time.' }),
  closed: instantShape.nullable(),
}

const tenureFields = {
  id: z.string().meta({ description: 'Of the mandate.' }),
  holder: whoShape,
  term: z.int(),
  from: instantShape,
  until: instantShape,
}

export const listOffices = operation({
  method: 'get',
  path: '/offices',
  id: 'listOffices',
  tag: TAG,
  summary: 'Offices that members elect, with who holds them; those that are open first',
  needs: 'read',
  answer: z.object({
    items: listOf(
      z
        .object({
          ...lineFields,
          holders: listOf(z.object(tenureFields)),
          election: z.string().nullable().meta({ description: 'The election that is under way.' }),
        })
        .meta({ id: 'OfficeLine' }),
    ),
  }),
  async run({ asker }) {
    const offices = await read(asker, viewOffices)
    const who = await whoIs(offices.flatMap(({ holders }) => holders.map(({ holder }) => holder)))
    return {
      items: offices.map((office) => ({
        ...office,
        holders: office.holders.map((each) => ({ ...each, holder: who(each.holder) })),
      })),
    }
  },
})

const officeShape = z
  .object({
    ...lineFields,
    termDays: z.int(),
    termsMost: z.int().meta({ description: 'Terms in a row that nobody may exceed.' }),
    motion: motionRefShape.nullable(),
    mandate: listOf(z.string()).meta({ description: 'What its motion says, clause by clause.' }),
    mandates: listOf(
      z.object({
        ...tenureFields,
        ended: instantShape.nullable(),
        vacancy: z
          .enum(['countback', 'by-election', 'left-empty'])
          .nullable()
          .meta({ description: 'How the seat was filled where it fell empty before its term ended.' }),
        recall: z.string().nullable().meta({ description: 'The petition for a recall that is under way.' }),
      }),
    ).meta({ description: 'Newest first.' }),
    elections: listOf(
      z.object({
        id: z.string(),
        number: z.int(),
        term: z.int(),
        at: instantShape,
        stage: electionStageShape,
      }),
    ).meta({ description: 'Newest first.' }),
    mayPetition: whyNotShape.meta({
      description: 'Why you could not start a petition to recall the newest holder, if so.',
    }),
  })
  .meta({ id: 'Office' })

export const getOffice = operation({
  method: 'get',
  path: '/offices/{id}',
  id: 'getOffice',
  tag: TAG,
  summary: 'An office: its mandate, who holds and held it, its elections',
  description:
    'The act `recall.petition` about one of its mandates starts a petition; its body’s `petition` is an id of yours.',
  needs: 'read',
  params: idParams,
  answer: officeShape,
  async run({ asker, params: { id } }) {
    const view = await read(asker, (org, now) => viewOffice(org, now, asker.member ?? '', id))
    if (view === undefined) return refuseToken('unknown-thing')
    const { office, people, mandates, elections, refused } = view
    const who = await whoIs(people)
    return {
      ...office,
      mandates: mandates.map((each) => ({ ...each, holder: who(each.holder) })),
      elections,
      mayPetition: refused,
    }
  },
})
