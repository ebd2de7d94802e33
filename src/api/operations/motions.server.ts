import { z } from 'zod'
import { isRefusal } from '#kernel/refusal'
import { idAt } from '#modules/members/core'
import type { ClauseDiff, Motion } from '#modules/motions/core'
import { refuseToken } from '#modules/tokens/core'
import { GROUPS, lineOf, motionsIn } from '#views/motion-lines.server.ts'
import { read, textsOf } from '#views/read.server.ts'
import { viewAmendments } from '#views/view-amendments.server.ts'
import { viewMotion } from '#views/view-motion.server.ts'
import { whoIs } from '#views/who.server.ts'
import type { AnyEnactment, Org } from '#organization'
import { cursorAt, pageOf, pageShape, placeIn, slicePage } from '../cursor.ts'
import { operation } from '../operation.server.ts'
import { idParams, listOf } from '../shapes/common.ts'
import { motionLineShape, motionShape, previewShape, speechShape } from '../shapes/motion.ts'
import { motionAnswer } from './motion-answer.server.ts'

const TAG = 'Motions'

export const listMotions = operation({
  method: 'get',
  path: '/motions',
  id: 'listMotions',
  tag: TAG,
  summary: 'Motions, newest first',
  needs: 'read',
  query: pageShape.extend({
    group: z.enum(GROUPS).optional().meta({ description: 'Only those that stand there.' }),
    unit: z.string().max(40).optional().meta({ description: 'Only those of this unit.' }),
  }),
  answer: pageOf(motionLineShape),
  async run({ asker, query: { group, unit, limit, cursor } }) {
    const below = placeIn(cursor, Number.MAX_SAFE_INTEGER)
    if (isRefusal(below)) return below
    const lines = await read(asker, (org) =>
      (group === undefined ? GROUPS : [group])
        .flatMap((each) => motionsIn(org, each))
        .filter((motion) => motion.number < below && (unit === undefined || motion.unit === unit))
        .sort((a, b) => b.number - a.number)
        .slice(0, limit + 1)
        .map((motion) => ({ ...lineOf(org, motion), unit: unitName(org, motion.unit) })),
    )
    const items = lines.slice(0, limit)
    const who = await whoIs(items.map(({ by }) => by))
    return {
      items: items.map((line) => ({ ...line, by: who(line.by) })),
      next: lines.length > limit ? cursorAt(items.at(-1)?.number ?? 0) : null,
    }
  },
})

function unitName(org: Org, id: string) {
  return { id, name: org.units.units.get(id)?.name ?? id }
}

export const getMotion = operation({
  method: 'get',
  path: '/motions/{id}',
  id: 'getMotion',
  tag: TAG,
  summary: 'A motion: its way, its amendments with what they change, its decision',
  needs: 'read',
  params: idParams,
  answer: motionShape,
  async run({ asker, params: { id } }) {
    const found = await read(asker, (org, now) => {
      const motion = org.motions.motions.get(id)
      const view = viewMotion(org, now, asker.member ?? '', id, new URLSearchParams())
      return motion === undefined || view === undefined
        ? undefined
        : // Its shape was checked when the motion was entered.
          { motion, view, enactment: motion.enactment as AnyEnactment, unit: unitName(org, motion.unit) }
    })
    if (found === undefined) return refuseToken('unknown-thing')
    return motionAnswer(found)
  },
})

export const listSpeeches = operation({
  method: 'get',
  path: '/motions/{id}/speeches',
  id: 'listSpeeches',
  tag: TAG,
  summary: 'The speeches on a motion, in the order in which they were given',
  needs: 'read',
  params: idParams,
  query: pageShape,
  answer: pageOf(speechShape),
  async run({ asker, params: { id }, query }) {
    const page = await read(asker, ({ motions, members }) =>
      motions.motions.has(id)
        ? slicePage(
            (motions.speeches.get(id)?.values() ?? []).map((speech) => ({
              ...speech,
              by: idAt(members, speech.by),
            })),
            query,
          )
        : refuseToken('unknown-thing'),
    )
    if (isRefusal(page)) return page
    const [who, texts] = await Promise.all([
      whoIs(page.items.map(({ by }) => by)),
      textsOf(page.items.map(({ text }) => text)),
    ])
    const items = page.items.map((each) => ({
      ...each,
      by: who(each.by),
      text: texts.get(each.text) ?? '',
    }))
    return { items, next: page.next }
  },
})

export const previewText = operation({
  method: 'get',
  path: '/motions/{id}/text',
  id: 'previewText',
  tag: TAG,
  summary: 'The text of a motion if these amendments pass',
  description: 'Without any named, those are made that collide with no other.',
  needs: 'read',
  params: idParams,
  query: z.object({
    with: z
      .union([z.string(), listOf(z.string())])
      .optional()
      .meta({ description: 'Ids of amendments.' }),
  }),
  answer: previewShape,
  async run({ asker, params: { id }, query }) {
    const asked = new URLSearchParams(query.with === undefined ? [] : [['preview', '1']])
    for (const each of [query.with ?? []].flat()) asked.append('with', each)
    const found = await read(asker, (org, now) => {
      const motion = org.motions.motions.get(id)
      if (motion === undefined) return undefined
      return { motion, preview: viewAmendments(org, now, asker.member ?? '', motion, asked).preview }
    })
    return found === undefined ? refuseToken('unknown-thing') : previewAnswer(found.motion, found.preview)
  },
})

/** Once the question is closed, or where nothing is proposed, the text is the text. */
function previewAnswer(
  { clauses }: Motion,
  preview: ReturnType<typeof viewAmendments>['preview'],
): z.infer<typeof previewShape> {
  if (preview === null) return { chosen: [], clauses, diffs: null, collisions: [] }
  const { choices, diffs, collisions } = preview
  return {
    chosen: choices.filter(({ chosen }) => chosen).map(({ id: each }) => each),
    clauses: diffs === null ? null : diffs.filter(({ kind }) => kind !== 'removed').map(clauseAfter),
    diffs,
    collisions,
  }
}

function clauseAfter({ id, parts }: ClauseDiff) {
  const kept = parts.filter(({ kind }) => kind !== 'deleted')
  return { id, text: kept.map(({ text }) => text).join('') }
}
