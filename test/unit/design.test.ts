import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

// The page `/design` shows every component of `src/ui`, by itself or within another, so that whoever changes one sees what it does.
// What only one page is made of is looked at there: such pieces are named here with their page.

const PIECES: Readonly<Record<string, readonly string[]>> = {
  '/': ['home/HomeChances', 'home/HomeNeeds', 'home/HomeNews', 'home/HomeStanding'],
  '/api': ['api/ApiFields', 'api/ApiOperation', 'api/ApiSchema', 'api/ApiTypeText'],
  '/councils/[id]': ['councils/Seats'],
  '/elections/[id]': ['charts/FlowChart'],
  '/demonstration': ['demonstration/StepInto', 'demonstration/Walk'],
  '/me': ['members/LeaveForms'],
  '/me/devices': ['devices/DeviceList', 'devices/RegisterDevice'],
  '/me/notices': ['notices/FeedAddresses', 'notices/PreferencesForm'],
  '/me/security': [
    'recovery/RecoveryList',
    'security/FactorState',
    'security/PasskeyList',
    'security/PasswordForm',
    'security/SessionList',
  ],
  '/me/security/factor': ['security/FactorChange', 'security/FactorSetUp', 'security/RecoveryCodes'],
  '/me/tokens': ['tokens/MakeToken', 'tokens/TokenList'],
  '/me/webhooks': ['webhooks/MakeWebhook', 'webhooks/WebhookList'],
  '/members/[id]': ['members/ApplicationForms', 'members/KeeperForms', 'members/ReasonForm'],
  '/members/invitations': ['members/PaperForm'],
  '/motions/[id]': [
    'motions/AmendmentCard',
    'motions/AmendmentPreview',
    'motions/Decision',
    'motions/Reports',
    'motions/Speeches',
  ],
  '/operator/mail': ['notices/MailLines'],
  '/program': ['program/PointList'],
  '/program/[point]': ['program/RevisionLine'],
  '/record/entries/[seq]': ['record/Sentence'],
  '/rulebook/what-if': ['rulebook/VoteUnder'],
  '/search': ['search/MarkedText', 'search/SearchHit'],
  '/setup': [
    'setup/FoundForm',
    'setup/FoundingSteps',
    'setup/MakingDemonstration',
    'setup/OfferDemonstration',
  ],
  '/units': ['units/UnitTree'],
}

/** Brings the one `h1` of its page, so that it cannot stand on another. */
const HEADINGS = ['operator/OperatorHeading']

const SOURCE = join(import.meta.dirname, '../../src')
const files = globSync('**/*.svelte', { cwd: SOURCE })
const imports = new Map(files.map((file) => [file, importsOf(file)]))
const components = files.flatMap((file) => (file.startsWith('ui/') ? [nameOf(file)] : [])).sort()
const shown = new Set(
  ['routes/design/+page.svelte', 'routes/+layout.svelte'].flatMap((page) => [...within(page)]),
)

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(SOURCE, file), 'utf8')
  return [...text.matchAll(/ from '([^']+\.svelte)'/g)].map(([, path = '']) =>
    path.startsWith('#ui/') ? path.slice(1) : join(file, '..', path),
  )
}

function nameOf(file: string): string {
  return file.slice('ui/'.length, -'.svelte'.length)
}

/** The components that stand on a page, also within others. */
function within(file: string, found = new Set<string>()): ReadonlySet<string> {
  for (const each of imports.get(file) ?? []) {
    if (each.startsWith('ui/')) found.add(nameOf(each))
    within(each, found)
  }
  return found
}

/** The addresses of the pages on which a component stands. */
function pagesOf(component: string): readonly string[] {
  return files.flatMap((file) => {
    const page = /^routes(.*)\/\+page\.svelte$/.exec(file)?.[1]
    return page !== undefined && within(file).has(component) ? [page === '' ? '/' : page] : []
  })
}

describe('the page of components', () => {
  it('shows each but the pieces of single pages', () => {
    const named = [...Object.values(PIECES).flat(), ...HEADINGS]
    expect(components.filter((each) => !shown.has(each))).toEqual(named.sort())
  })

  it('leaves out no piece that a second page is made of', () => {
    for (const [page, pieces] of Object.entries(PIECES))
      for (const piece of pieces) expect(pagesOf(piece), piece).toEqual([page])
  })
})
