import { z } from 'zod'
import { derivedUuid } from '#kernel/ids'
import { isRefusal, refuse } from '#kernel/refusal'
import { holdWithSalt } from '#modules/record'
import { memberIdShape } from '#modules/record/core'
import { plenum } from '#views/plenum.server.ts'
import { challenge, commitWords, forSide, openWords } from '#views/panel-side.server.ts'
import { read } from '#views/read.server.ts'
import type { Answer, Sender } from '#views/sealed-acts.server.ts'
import { deedFields, deedIn } from '../deed.server.ts'
import type { Asker } from '../environment.ts'
import { plainTextShape } from '../shapes/acts.ts'

const tag = 'Panels'
const sideFields = {
  ...deedFields,
  side: z.string().max(40).meta({ description: 'By its name, such as `charged`.' }),
}
const wordsShape = z.strictObject({ ...sideFields, words: z.string().trim().min(1).max(1000) })

const commit = deedIn({
  tag,
  path: '/panels/{id}/commitment',
  id: 'commitForSide',
  summary: 'Commit your side to words for the lot, or to their hash, before it is drawn',
  body: wordsShape,
  enter: (sender, id, { side, words }, asker) =>
    enterForSide(sender, asker, { id, type: 'panel.commit', side, deed: commitWords(words) }),
})

const open = deedIn({
  tag,
  path: '/panels/{id}/seed',
  id: 'openForSide',
  summary: 'Open the words that your side has committed to',
  body: wordsShape,
  enter: (sender, id, { side, words }, asker) =>
    enterForSide(sender, asker, { id, type: 'panel.seed', side, deed: openWords(words) }),
})

const object = deedIn({
  tag,
  path: '/panels/{id}/challenge',
  id: 'challengeForSide',
  summary: 'Challenge somebody who was drawn; the first challenge of a side needs no reason',
  body: z.strictObject({
    ...sideFields,
    member: memberIdShape,
    reason: plainTextShape.nullable().default(null),
  }),
  enter(sender, id, { side, member, reason }, asker) {
    const hold = (text: string) => holdWithSalt(plenum().database, sender.salt, text)
    const deed = challenge(member, reason ?? '', hold)
    return enterForSide(sender, asker, { id, type: 'panel.challenge', side, deed })
  },
})

/** What a side does on a panel, be it one that the record does not name. */
export const panelSides = [commit, open, object]

interface ForSide {
  readonly id: string
  readonly type: string
  readonly side: string
  readonly deed: Parameters<typeof forSide>[3]
}

async function enterForSide(
  { member, act }: Sender,
  asker: Asker,
  { id, type, side, deed }: ForSide,
): Answer {
  const { unit, entering } = await read(asker, (org) => ({
    unit: org.panels.panels.get(id)?.asked,
    entering: forSide(org, id, { member, side }, deed),
  }))
  // Whoever speaks for no side is told what they are told of a panel that is not there.
  if (unit === undefined || (isRefusal(entering) && entering.code === 'not-of-side'))
    return refuse('unknown-panel')
  if (isRefusal(entering)) return entering
  const { body, by = member, alongside } = entering
  const entered = { by, id: derivedUuid(act, type), type, unit, body: { panel: id, ...body } }
  return plenum().clerk.submitAll([entered], alongside)
}
