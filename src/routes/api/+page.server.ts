import { apiDocument, viewDocument } from '#api/index.ts'
import type { PageServerLoad } from './$types.js'

/** The API for people: made of the very document that programs read. */
export const load: PageServerLoad = ({ url }) => viewDocument(apiDocument(), url.origin)
