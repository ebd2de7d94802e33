import { search } from '#views/search.server.ts'
import { holdBack } from '../shared/hold-back.server.ts'
import { pageOf } from '../shared/paging.server.ts'
import type { PageServerLoad } from './$types.js'

const PAGE = 20

/** What is found by its words: `?q=`, `&kind=`, `&page=`. Visitors search the program, as they may read it. */
export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url
  if (searchParams.has('q')) holdBack(event, 'searches')
  const { page, from, count } = pageOf(event.url, PAGE)
  const question = searchParams.get('q') ?? ''
  const found = await search(event, { question, kind: searchParams.get('kind'), from, count })
  return { ...found, question: question.slice(0, 500), page, isMember: event.locals.member !== undefined }
}
