import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { OFFICES_SHOWN } from './showcase-offices.ts'
import { SHOWN } from './showcase.ts'

// Addresses of every page of the program in the showcase organization. A page whose address has no parameters is found by
// itself; one that has some needs a sample here.

const routes = join(import.meta.dirname, '../../src/routes')

/** Addresses for pages with parameters, and further states of others. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  '/ballots/[vote]/screen': [`/ballots/${SHOWN.openVote}/screen`],
  '/votes/[id]/polling': [`/votes/${SHOWN.openVote}/polling`],
  '/elections/[id]': [OFFICES_SHOWN.elected, OFFICES_SHOWN.electing, OFFICES_SHOWN.nominating].map(
    (id) => `/elections/${id}`,
  ),
  '/elections/[id]/print': [`/elections/${OFFICES_SHOWN.elected}/print`],
  '/invitation/[token]': ['/invitation/no-such-invitation'],
  '/members': ['/members', '/members?status=member', '/members?q=nobody-of-this-name'],
  '/members/[id]': [`/members/${SHOWN.member}`],
  '/motions': ['/motions', '/motions?group=decided', '/motions?group=other'],
  '/motions/[id]': [SHOWN.debate, SHOWN.decided, SHOWN.seconding, SHOWN.voting].map((id) => `/motions/${id}`),
  '/motions/[id]/amend': [`/motions/${SHOWN.debate}/amend`],
  '/motions/new': [
    '/motions/new',
    '/motions/new?enact=resolve',
    '/motions/new?enact=rules.adopt',
    '/motions/new?enact=mandate.give',
    '/motions/new?enact=council.allot',
    '/motions/new?enact=mandate.bind',
    '/motions/new?enact=office.open',
    `/motions/new?enact=program.change&point=${SHOWN.point}`,
  ],
  '/moderation/texts/[kind]/[about]/[id]': [
    `/moderation/texts/recall/${OFFICES_SHOWN.recall}/${OFFICES_SHOWN.recall}`,
  ],
  '/offices/[id]': [`/offices/${OFFICES_SHOWN.office}`],
  '/cases/[id]': [`/cases/${SHOWN.case}`],
  '/tendencies/[id]': [`/tendencies/${SHOWN.tendency}`],
  '/tendencies/[id]/platform': [`/tendencies/${SHOWN.tendency}/platform`],
  // Called by what needs one: there is none in the showcase.
  '/panels/[id]': ['/panels/no-such-panel'],
  // There is none that concerns whoever looks.
  '/complaints/[id]': ['/complaints/none'],
  '/complaints/[id]/refer': ['/complaints/none/refer'],
  '/program/[point]': [`/program/${SHOWN.point}`],
  '/record/entries/[seq]': ['/record/entries/3'],
  '/recalls/[id]': [`/recalls/${OFFICES_SHOWN.recall}`],
  '/recover/[code]': ['/recover/no-such-code'],
  '/rulebook/[unit]/[version]': [`/rulebook/${SHOWN.root}/1`],
  '/councils/[id]': [`/councils/${SHOWN.council}`],
  '/mandates/[id]': [`/mandates/${SHOWN.mandate}`],
  '/units/[id]': [`/units/${SHOWN.root}`, `/units/${SHOWN.group}`],
  '/unsubscribe/[token]/[level]': ['/unsubscribe/no-such-token/nothing'],
  '/votes/[id]': [SHOWN.openVote, SHOWN.amendmentsVote, SHOWN.decidedVote, SHOWN.failedVote].map(
    (id) => `/votes/${id}`,
  ),
  '/votes/[id]/roll-call': [`/votes/${SHOWN.decidedVote}/roll-call`],
}

/** Every page, with samples for parameters; what has none is in `missing`. */
export function samplePages(): { readonly pages: readonly string[]; readonly missing: readonly string[] } {
  const routes = pageRoutes()
  const pages = routes.flatMap((route) => SAMPLES[route] ?? (route.includes('[') ? [] : [route]))
  const missing = routes.filter((route) => route.includes('[') && SAMPLES[route] === undefined)
  return { pages: [...pages, '/no-such-page'], missing }
}

/** The route of every page: `/members/[id]`. */
export function pageRoutes(): readonly string[] {
  const files = globSync('**/+page.svelte', { cwd: routes })
  return files.map((file) => `/${dirname(file)}`.replace(/^\/\.$/, '/')).sort()
}

/** The route that an address belongs to: the one with the fewest parameters that fits. */
export function routeOf(path: string): string | undefined {
  const parts = path.split('/')
  const fits = (route: string) => {
    const own = route.split('/')
    return own.length === parts.length && own.every((part, n) => part.startsWith('[') || part === parts[n])
  }
  const parameters = (route: string) => route.split('[').length
  return pageRoutes()
    .filter(fits)
    .sort((a, b) => parameters(a) - parameters(b))[0]
}
