import { z } from 'zod'
import { isRefusal, type Refusal } from '#kernel/refusal'
import type { Json } from '#kernel/canonical'
import { NOBODY } from '#modules/record/core'
import { enterActs } from '#views/enter-acts.server.ts'
import { enterImport, previewImport } from '#views/import.server.ts'
import { makeLinks } from '#views/invitations.server.ts'
import { listedMembers, whyNotSetup } from '#views/setup.server.ts'
import { operation } from '../operation.server.ts'
import { answerJson } from '../respond.server.ts'
import { foundingActShape, receiptShape } from '../shapes/acts.ts'
import { linkShape, listOf } from '../shapes/common.ts'
import {
  importedAnswer,
  importedShape,
  importPreviewShape,
  MOST_IMPORT_BYTES,
  sentFileShape,
  sourceOf,
} from '../shapes/import.ts'
import type { Surroundings } from '../environment.ts'

const TAG = 'Setup'

/** Where the code of the console stands. */
const HEADER = 'plenum-setup-code'
const BY_CODE = `By the code on the console, in the header \`Plenum-Setup-Code\`; without a token. It ends with the founding.`

interface Caller {
  readonly request: Request
  readonly surroundings: Surroundings
}

function whyNot({ request, surroundings }: Caller): Promise<Refusal | undefined> {
  return whyNotSetup(surroundings.address, request.headers.get(HEADER) ?? '')
}

export const enterFounding = operation({
  method: 'post',
  path: '/setup/acts',
  id: 'enterFoundingAct',
  tag: TAG,
  summary: 'Enter an act of the founding',
  description: `${BY_CODE} The founding roll itself comes by \`/setup/imports\`, which holds names apart.`,
  needs: 'public',
  body: foundingActShape,
  status: 201,
  again: 'The same act had been entered before',
  answer: receiptShape,
  async run(call) {
    const refusal = await whyNot(call)
    if (refusal !== undefined) return refusal
    const { id, type, unit = null, body } = call.body
    // Its shape has parsed it: only what JSON can hold stands in it.
    const receipts = await enterActs([{ by: NOBODY, id, type, unit, body: body as Json, texts: {} }])
    if (isRefusal(receipts)) return receipts
    return answerJson(call.request, receipts[0]?.again === true ? 200 : 201, receipts[0])
  },
})

export const previewFoundingRoll = operation({
  method: 'post',
  path: '/setup/imports/preview',
  id: 'previewFoundingRoll',
  tag: TAG,
  summary: 'What a file with the founding roll would come to; enters nothing',
  description: BY_CODE,
  needs: 'public',
  body: sentFileShape,
  mostBytes: MOST_IMPORT_BYTES,
  answer: importPreviewShape,
  async run(call) {
    return (await whyNot(call)) ?? previewImport(call.asker, sourceOf(call.body, true))
  },
})

export const importFoundingRoll = operation({
  method: 'post',
  path: '/setup/imports',
  id: 'importFoundingRoll',
  tag: TAG,
  summary: 'Enter a file with the founding roll, all or none',
  description: BY_CODE,
  needs: 'public',
  body: sentFileShape,
  mostBytes: MOST_IMPORT_BYTES,
  status: 201,
  answer: importedShape,
  async run(call) {
    return (await whyNot(call)) ?? importedAnswer(await enterImport(call.asker, sourceOf(call.body, true)))
  },
})

export const inviteFounders = operation({
  method: 'post',
  path: '/setup/invitations',
  id: 'inviteFounders',
  tag: TAG,
  summary: 'Make links for those on the founding roll who have no password yet',
  description: `${BY_CODE} Making a link ends the member’s earlier one.`,
  needs: 'public',
  body: z.strictObject({
    members: listOf(z.string().max(40)).nullable().meta({ description: 'Only these; null: all.' }),
  }),
  status: 201,
  answer: z.object({ items: listOf(linkShape) }),
  async run(call) {
    const refusal = await whyNot(call)
    if (refusal !== undefined) return refusal
    const { members } = call.body
    const listed = await listedMembers(call.asker)
    const wanted = members === null ? listed : listed.filter((member) => members.includes(member))
    return { items: await makeLinks(call.surroundings.origin, wanted) }
  },
})
