import { z } from 'zod'
import type { Measure } from '#modules/discipline/core'
import { refuseToken } from '#modules/tokens/core'
import { openSaid, openSealed } from '#views/open-sealed.server.ts'
import { read } from '#views/read.server.ts'
import { viewCase, viewCases, type CaseLine } from '#views/view-case.server.ts'
import { readsSealed } from '../asker.server.ts'
import { operation } from '../operation.server.ts'
import {
  caseLineShape,
  caseShape,
  type measureAnswerShape,
  ownCaseShape,
  type CASE_DEEDS,
} from '../shapes/case.ts'
import { idParams, listOf } from '../shapes/common.ts'

const TAG = 'Cases'

type CaseView = NonNullable<ReturnType<typeof viewCase>>
type Deed = (typeof CASE_DEEDS)[number]

export const listCases = operation({
  method: 'get',
  path: '/cases',
  id: 'listCases',
  tag: TAG,
  summary: 'Cases, the newest first; nobody is named',
  needs: 'read',
  answer: z.object({ items: listOf(caseLineShape) }),
  async run({ asker }) {
    const { cases } = await read(asker, (org) => viewCases(org, ''))
    return { items: cases.map(lineAnswer) }
  },
})

export const listOwnCases = operation({
  method: 'get',
  path: '/me/cases',
  id: 'listOwnCases',
  tag: 'Me',
  summary: 'The cases that concern you, the newest first, and what you are in them',
  needs: 'sealed',
  answer: z.object({ items: listOf(ownCaseShape) }),
  async run({ asker }) {
    const { cases } = await read(asker, (org) => viewCases(org, asker.member ?? ''))
    const mine = cases.filter(({ roles }) => roles.length > 0)
    return { items: mine.map((each) => ({ ...lineAnswer(each), roles: each.roles })) }
  },
})

export const getCase = operation({
  method: 'get',
  path: '/cases/{id}',
  id: 'getCase',
  tag: TAG,
  summary: 'A case as everybody may know it, and for whom it concerns what is sealed in it',
  description:
    'What is sealed is for a token with the scope `sealed`, as far as its member’s part in the case goes. A case that has ended has nothing sealed any more.',
  needs: 'read',
  params: idParams,
  answer: caseShape,
  async run({ asker, params: { id } }) {
    const member = readsSealed(asker) ? (asker.member ?? '') : ''
    const view = await read(asker, (org, now) => viewCase(org, now, member, id))
    if (view === undefined) return refuseToken('unknown-thing')
    const { panel, protection } = view
    return {
      ...lineAnswer(view),
      panel,
      protection: protection === null ? null : await protectionAnswer(id, protection),
      sealed: await sealedAnswer(view),
    }
  },
})

type Protection = NonNullable<CaseView['protection']>

/** The protective measure, with what was said of it for whoever may read that. */
async function protectionAnswer(id: string, { rights, vote, said, ...rest }: Protection) {
  const open = vote?.isOpen === true ? vote.id : null
  return { ...rest, rights: [...rights], said: await openSaid(id, said), vote: open }
}

/** What is sealed, for whom the case concerns. */
async function sealedAnswer(view: CaseView) {
  const { id, roles, reads, vote } = view
  const opened = roles.length === 0 ? null : await openSealed(id, view.sealed)
  if (opened === null) return null
  const { findings, ...rest } = opened
  return {
    ...rest,
    ...{ roles, reads, may: deedsOf(view), vote: vote?.isOpen === true ? vote.id : null },
    findings: findings.map(({ measure, ...each }) => ({
      ...each,
      measure: measure === null ? null : measureAnswer(measure),
    })),
  }
}

function deedsOf({ may, protection }: CaseView): readonly Deed[] {
  const deeds: readonly (readonly [Deed, boolean])[] = [
    ['signature', may.sign],
    ['withdrawal', may.withdraw],
    ['witnesses', may.call],
    ['statements', may.state],
    ['last-word', may.lastWord],
    ['bar', may.bar],
    ['appeal', may.appeal],
    ['findings', may.find],
    ['dissent', may.dissent],
    ['protection', may.protect],
    ['protection/reply', protection?.may.reply === true],
    ['protection/appeal', protection?.may.contest === true],
  ]
  return deeds.flatMap(([deed, isPossible]) => (isPossible ? [deed] : []))
}

function measureAnswer(measure: Measure): z.infer<typeof measureAnswerShape> {
  const { kind } = measure
  return measure.kind === 'suspension'
    ? { kind, rights: [...measure.rights], days: measure.days }
    : { kind, rights: [], days: null }
}

function lineAnswer(line: CaseLine): z.infer<typeof caseLineShape> {
  const { id, number, unit, ground, asked, measure, at, charged, charging, stage, votes } = line
  return {
    ...{ id, number, unit, at, charged, charging, votes },
    ground: { kind: ground.kind, number: ground.number, text: ground.text },
    asked: measureAnswer(asked),
    measure: measure === null ? null : measureAnswer(measure),
    ...{ stage: stage.kind, until: stage.until, why: stage.why },
  }
}
