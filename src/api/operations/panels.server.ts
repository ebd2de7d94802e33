import { z } from 'zod'
import { isOnCase } from '#modules/discipline/core'
import { refuseToken } from '#modules/tokens/core'
import { read } from '#views/read.server.ts'
import { viewPanel } from '#views/view-panel.server.ts'
import { whoIs } from '#views/who.server.ts'
import { readsSealed } from '../asker.server.ts'
import { operation } from '../operation.server.ts'
import { idParams, instantShape, listOf, unitRefShape, whoShape, whyNotShape } from '../shapes/common.ts'

const sideShape = z.object({
  name: z.string(),
  isMine: z.boolean().meta({ description: 'Whether you speak for it.' }),
  commitment: z.string().nullable(),
  opened: z.string().nullable().meta({ description: 'The words, once they are open.' }),
})

const panelShape = z
  .object({
    id: z.string(),
    subject: z.object({ kind: z.string(), id: z.string() }).meta({ description: 'What it finds on.' }),
    stage: z.enum(['called', 'seeding', 'seating', 'sitting', 'decided', 'undecided', 'ended']),
    commitUntil: instantShape.nullable().meta({ description: 'While the lot is made ready.' }),
    findFrom: instantShape.nullable().meta({ description: 'When the panel can find; while it sits.' }),
    until: instantShape
      .nullable()
      .meta({ description: 'When the lot is drawn, or until when it has to find.' }),
    size: z.int().meta({ description: 'Seats.' }),
    round: z.int().meta({ description: 'Which draw: another where all who were drawn had left.' }),
    unit: unitRefShape.meta({ description: 'Whose roll it is drawn from.' }),
    pool: z.int().nullable().meta({ description: 'Members on that roll when it was frozen.' }),
    sides: listOf(sideShape),
    clerkSeed: z.string().nullable(),
    order: listOf(
      z.object({
        number: z.int(),
        member: whoShape,
        what: z.enum(['sits', 'asked', 'follows', 'recused', 'silent', 'challenged']),
      }),
    ),
    findings: listOf(
      z.object({
        id: z.string(),
        by: whoShape,
        agreed: listOf(whoShape),
        holds: z.boolean().meta({ description: 'More than half of all seats agree.' }),
        mayAgree: whyNotShape,
      }),
    ),
    dissents: listOf(whoShape),
    mayAccept: whyNotShape,
    mayRecuse: whyNotShape,
  })
  .meta({ id: 'Panel' })

export const getPanel = operation({
  method: 'get',
  path: '/panels/{id}',
  id: 'getPanel',
  tag: 'Panels',
  summary: 'A panel drawn by lot: how it was drawn, who sits, what it found',
  description:
    'By acts one takes a seat (`panel.accept`), steps aside (`panel.recuse`), gives words for a side that the record names (`panel.commit`, ' +
    '`panel.seed`), challenges (`panel.challenge`), and finds (`panel.propose`, `panel.agree`, `panel.dissent`). On the panel of a case these ' +
    'take the scope `sealed`, without which you are not told what you can do; its sides act by `/panels/{id}/commitment`, `/panels/{id}/seed` ' +
    'and `/panels/{id}/challenge`, and it finds by `/cases/{id}/findings`.',
  needs: 'read',
  params: idParams,
  answer: panelShape,
  async run({ asker, params: { id } }) {
    // What somebody is in a case, and with it which side they speak for, is sealed.
    const view = await read(asker, (org, now) => {
      const isTold = readsSealed(asker) || !isOnCase(org.panels, id)
      return viewPanel(org, now, isTold ? (asker.member ?? '') : '', id)
    })
    if (view === undefined) return refuseToken('unknown-thing')
    const who = await whoIs(view.people)
    const { subject, stage, unit, clerk, mine, order, findings, dissents, sides } = view
    const { size, round, pool } = view
    return {
      ...{ id, size, round, pool, clerkSeed: clerk.seed, stage: stage.kind },
      subject: { kind: subject.kind, id: subject.id },
      ...{ commitUntil: stage.commitUntil, findFrom: stage.from, until: stage.until },
      unit: { id: unit.id, name: unit.name },
      sides: sides.map(({ name, isMine, commitment, opened }) => ({ name, isMine, commitment, opened })),
      order: order.map(({ number, member, what }) => ({ number, member: who(member), what })),
      findings: findings.map(({ id: finding, by, agreed, holds, mayAgree }) => ({
        ...{ id: finding, by: who(by), agreed: agreed.map(who), holds, mayAgree },
      })),
      dissents: dissents.map(who),
      mayAccept: mine.mayAccept,
      mayRecuse: mine.mayRecuse,
    }
  },
})
