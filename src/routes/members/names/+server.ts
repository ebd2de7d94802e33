import { render } from 'svelte/server'
import type { Who } from '#ui/effect.ts'
import { findForOffice, findTellers } from '#views/find-members.server.ts'
import { listMembers } from '#views/list-members.server.ts'
import { holdBack } from '../../shared/hold-back.server.ts'
import type { RequestHandler } from './$types.js'

const SHOWN = 8

/**
 * Members whose name contains `?q=`, as the lines that a field suggests while somebody types (`FindPeople`). `?for=` says which:
 * `office`, `tellers` of `?unit=`, or whoever is in the list. A page of sign-in would be no answer, so strangers get none.
 */
export const GET: RequestHandler = async (event) => {
  const { member } = event.locals
  if (member === undefined) return new Response(null, { status: 401 })
  holdBack(event, 'searches')
  const { searchParams } = event.url
  const part = searchParams.get('q') ?? ''
  const people = await find(event, member, part, searchParams)
  // Loaded here: what lists all routes reads this file where no component can be read.
  const { default: Suggestions } = await import('#ui/Suggestions.svelte')
  const { body } = render(Suggestions, { props: { people: people.slice(0, SHOWN) } })
  return new Response(body, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

async function find(
  event: { readonly locals: App.Locals },
  me: string,
  part: string,
  asked: URLSearchParams,
): Promise<readonly Who[]> {
  if (part.trim() === '') return []
  switch (asked.get('for') ?? '') {
    case 'office':
      return (await findForOffice(event, part)).people
    case 'tellers':
      return (await findTellers(event, asked.get('unit') ?? '', part)).people
    default:
      return (await listMembers(event, me, { part, status: null, from: 0, count: SHOWN })).rows
  }
}
