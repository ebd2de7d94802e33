import { refuse, type Refusal } from '#kernel/refusal'
import { enterImport, previewImport } from '#views/import.server.ts'
import { read } from '#views/read.server.ts'
import { keepsWholeRoll } from '#views/roll.server.ts'
import type { Asker } from '../environment.ts'
import { operation } from '../operation.server.ts'
import {
  importedAnswer,
  importedShape,
  importPreviewShape,
  MOST_IMPORT_BYTES,
  sentFileShape,
  sourceOf,
} from '../shapes/import.ts'

const TAG = 'Members'

/** Only who keeps the roll of the whole brings many at once. */
async function whyNot(asker: Asker): Promise<Refusal | undefined> {
  const keeps = await read(asker, (org) => keepsWholeRoll(org, asker.member ?? ''))
  return keeps ? undefined : refuse('needs-duty', { duty: 'roll' })
}

export const previewMembers = operation({
  method: 'post',
  path: '/imports/preview',
  id: 'previewImport',
  tag: TAG,
  summary: 'What a file of members would come to; enters nothing',
  needs: 'roll',
  body: sentFileShape,
  mostBytes: MOST_IMPORT_BYTES,
  answer: importPreviewShape,
  async run({ asker, body }) {
    return (await whyNot(asker)) ?? previewImport(asker, sourceOf(body, false))
  },
})

export const importMembers = operation({
  method: 'post',
  path: '/imports',
  id: 'importMembers',
  tag: TAG,
  summary: 'Enter a file of members as applicants, all or none',
  needs: 'roll',
  body: sentFileShape,
  mostBytes: MOST_IMPORT_BYTES,
  status: 201,
  answer: importedShape,
  async run({ asker, body }) {
    return (await whyNot(asker)) ?? importedAnswer(await enterImport(asker, sourceOf(body, false)))
  },
})
