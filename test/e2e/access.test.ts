import { derivedUuid } from '#kernel/ids'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GROUP } from '../kit/group-within.ts'
import {
  ERASED_NAME,
  foundedWorld,
  foundingWorld,
  REASON,
  THINGS,
  type Asker,
  type World,
} from '../kit/two-worlds.ts'

// Who gets what from every route and every action there is. A route that is missing here fails the first test.

const root = join(import.meta.dirname, '../..')

/**
 * What the askers get, in the organization that is founded and in the one that is being founded. A form is sent with
 * nothing in it: 400 and 409 mean that it was read, and refused for what it said.
 */
type Answers = readonly [
  founded: Row<'nobody' | 'member' | 'lapsed' | 'outsider' | 'keeper'>,
  founding: Row<'nobody' | 'holder' | 'organizer'>,
]
type Row<Who extends Asker> = Readonly<Record<Who, string | number>>

interface Expected {
  /** Without it nothing is to be got here. */
  readonly get?: Answers
  /** By the name of the action; `post` where the route itself takes forms. */
  readonly posts?: Readonly<Record<string, Answers>>
}

const SIGN_IN = '303 /sign-in'

function answers(
  founded: readonly [string | number, string | number, string | number],
  founding: readonly [string | number, string | number, string | number],
): Answers {
  const [nobody, member, keeper] = founded
  const [first, holder, organizer] = founding
  return [
    { nobody, member, lapsed: member, outsider: member, keeper },
    { nobody: first, holder, organizer },
  ]
}

/** The same for everybody, everywhere. */
const all = (answer: string | number) => answers([answer, answer, answer], [answer, answer, answer])
/** For members, and for those on the founding roll; `listed` where it is something else for these. */
const members = (member: string | number, listed = member, keeper = member) =>
  answers([SIGN_IN, member, keeper], [SIGN_IN, SIGN_IN, listed])
/** Where it is something else for a member whose standing has lapsed, or for one who asks about a group of others. */
function but([founded, founding]: Answers, other: Partial<Row<'lapsed' | 'outsider'>>): Answers {
  return [{ ...founded, ...other }, founding]
}
/** For those who keep the roll, or enter what meetings decide. */
const keepers = (keeper: string | number) => answers([SIGN_IN, 403, keeper], [SIGN_IN, SIGN_IN, 403])
/** For whoever holds the code of the console. */
const setup = (holder: string | number) => answers([403, 403, 403], [403, holder, 403])

const TABLE: Readonly<Record<string, Expected>> = {
  '/': { get: all(200) },
  '/api': { get: all(200) },
  // Its operations have a table of their own in api-access.test.ts.
  '/api/v1/[...path]': { get: all(404), posts: {} },
  '/apply': { get: all(200), posts: { default: all(409) } },
  '/colours': { get: all('303 /'), posts: { post: all('303 /') } },
  '/decisions': { get: members(200) },
  '/design': { get: all(200), posts: { default: all(400) } },
  '/ballots/[vote]/cast': { posts: { post: all(415) } },
  '/ballots/[vote]/key': { posts: { post: all(415) } },
  // A form is not what a script sends, and a screen knows nobody: only its code opens it.
  '/ballots/[vote]/issue': { posts: { post: all(415) } },
  '/ballots/[vote]/opening': { get: all(404) },
  '/ballots/[vote]/screen': { get: all(200), posts: { open: answers([409, 409, 409], [404, 404, 404]) } },
  '/calendar/[secret].ics': { get: all(404) },
  // In a demonstration anybody may be anybody; on a real organization it is not found (see demonstration.test.ts).
  '/demonstration': { get: all(200), posts: { step: all(409) } },
  '/demonstration/clock': { posts: { post: answers([403, 400, 400], [403, 400, 400]) } },
  '/demonstration/mail': { get: all(200) },
  '/elections/[id]': {
    get: members(200, 404),
    posts: {
      nominate: members(400, 404),
      stand: members(409, 404),
      withdraw: members(409, 404),
      seed: members(400, 404),
      // Its vote is not open yet.
      vote: members(404),
    },
  },
  '/elections/[id]/ballots': { get: members(404) },
  '/elections/[id]/print': { get: members(404) },
  '/feed/[secret]': { get: all(404) },
  '/healthz': { get: all(200) },
  '/invitation/[token]': { get: all(200), posts: { default: all(409) } },
  '/language': { get: all('303 /'), posts: { post: all('303 /') } },
  '/join': { get: all(200), posts: { default: all(409) } },
  '/me': {
    get: members(200),
    posts: { move: members(400), contest: members(409), resign: members(409) },
  },
  '/me/devices': {
    get: members(200),
    posts: { register: members(409), revoke: members(409) },
  },
  '/me/security': {
    get: members(200),
    posts: {
      end: members(409),
      endOthers: members(409),
      addPasskey: members(409),
      renamePasskey: members(409),
      removePasskey: members(409),
      stopRecovery: members(400),
      password: members(409),
    },
  },
  '/me/security/factor': {
    get: members(200),
    posts: { begin: members(409), confirm: members(401), codes: members(409), end: members(409) },
  },
  '/me/notices': {
    get: members(200),
    posts: {
      save: members('303 /me/notices?done=notices'),
      reachable: members('303 /me/notices?done=notices'),
      feed: members(409),
      endFeed: members('303 /me/notices?done=notices'),
    },
  },
  '/me/tokens': { get: members(200), posts: { make: members(409), end: members(404) } },
  '/me/webhooks': {
    get: members(200),
    posts: { make: members(409), test: members(404), remove: members(404) },
  },
  '/me/security/passkey': { posts: { post: members(200) } },
  '/meetings/new': { get: keepers(200), posts: { enter: keepers(409), find: keepers(200) } },
  '/members': { get: members(200) },
  '/members/[id]': {
    get: members(200),
    posts: {
      vouch: but(members('303 /members/m?done=vouched', 409), { lapsed: 403 }),
      admit: members(403, 409, '303 /members/m?done=admitted'),
      refuse: members(409),
      notice: members(409),
      mend: members(403, 409, 409),
      erase: but(members(409), { lapsed: 403 }),
      invite: keepers(200),
      sheet: keepers(200),
    },
  },
  '/members/import': { get: keepers(200), posts: { preview: keepers(409), confirm: keepers(409) } },
  '/members/invitations': { get: keepers(200), posts: { mail: keepers(200), sheets: keepers(200) } },
  '/members/invitations/links.csv': { posts: { post: keepers(200) } },
  // Asked by a script: a page of sign-in would be no answer.
  '/members/names': { get: answers([401, 200, 200], [401, 401, 200]) },
  '/motions': { get: members(200) },
  '/motions/[id]': {
    get: members(200, 404),
    posts: {
      second: but(members(409, 404), { lapsed: 403 }),
      withdraw: but(members(409, 404), { lapsed: 403 }),
      confirm: but(members(409, 404), { lapsed: 403 }),
      petition: but(members(409, 404), { lapsed: 403 }),
      secondAmendment: members(400, 404),
      withdrawAmendment: members(400, 404),
      sign: members(400, 404),
      report: members(409, 404),
      state: members(409, 404),
      speak: members(409, 404),
    },
  },
  '/motions/[id]/amend': {
    get: but(members(200, 404), { lapsed: 403, outsider: 403 }),
    posts: { default: members(409, 404) },
  },
  '/motions/new': {
    get: members(200),
    posts: { propose: members(409), find: members(200), whatIf: members('303 /rulebook/what-if') },
  },
  '/councils': { get: members(200) },
  // There is none.
  '/councils/[id]': { get: members(404) },
  '/mandates/[id]': { get: members(200, 404), posts: { report: members(409, 404) } },
  '/operator': { get: all('303 /operator/sign-in') },
  '/operator/keys': { get: all('303 /operator/sign-in') },
  '/operator/mail': {
    get: all('303 /operator/sign-in'),
    posts: { again: all('303 /operator/sign-in'), test: all('303 /operator/sign-in') },
  },
  '/operator/sign-in': { get: all(200), posts: { default: all(403) } },
  '/operator/sign-out': {
    get: all('303 /operator/sign-in'),
    posts: { post: all('303 /operator/sign-in') },
  },
  '/offices': { get: members(200) },
  '/offices/[id]': { get: members(200, 404), posts: { petition: members(409, 404) } },
  '/cases': { get: members(200) },
  '/cases/new': { get: members(200), posts: { default: members(404) } },
  // A case that is none answers as one that is sealed from whoever asks.
  '/cases/[id]': {
    get: members(404),
    posts: {
      ...{ sign: members(404), withdraw: members(404), call: members(404), state: members(404) },
      ...{ lastWord: members(404), appeal: members(404), find: members(404), agree: members(404) },
      ...{ dissent: members(404), bar: members(404) },
      ...{ protect: members(404), reply: members(404), contest: members(404) },
    },
  },
  '/moderation': { get: members(200) },
  '/moderation/texts/[kind]/[about]/[id]': {
    get: members(200, 404),
    posts: {
      hide: members(409, 404),
      lift: but(members(409, 404), { lapsed: 403 }),
      withdraw: members(403, 404),
      erase: members(403, 404),
      appeal: members(409, 404),
    },
  },
  '/powers': { get: members(200) },
  '/rights': { get: all(200) },
  '/tendencies': { get: members(200) },
  '/tendencies/new': { get: members(200), posts: { default: members(409) } },
  '/tendencies/[id]': {
    get: members(200, 404),
    posts: {
      sign: members(403, 404, 409),
      take: members(400, 404),
      name: members(409, 404),
      agree: members(400, 404),
      // Its founder leaves, and has no say in it any more.
      leave: members(403, 404, '303 /tendencies/m?done=tendencyLeft'),
      end: members(403, 404),
    },
  },
  '/tendencies/[id]/platform': { get: members(200, 404), posts: { default: members(409, 404) } },
  '/complaints': { get: members(200) },
  '/complaints/new': { get: members(200), posts: { default: members(409) } },
  // Nobody learns whether there is one.
  '/complaints/[id]': {
    get: members(404),
    posts: {
      take: members(404),
      separate: members(404),
      write: members(404),
      close: members(404),
    },
  },
  '/complaints/[id]/refer': { get: members(404), posts: { default: members(404) } },
  // There is none here: a panel is called by what needs one.
  '/panels/[id]': {
    get: members(404),
    posts: {
      accept: members(404),
      recuse: members(404),
      commit: members(404),
      open: members(404),
      challenge: members(404),
      grant: members(404),
      agree: members(404),
    },
  },
  '/recalls/[id]': {
    get: members(200, 404),
    posts: { sign: but(members(409, 404), { lapsed: 403 }), vote: members(409, 404) },
  },
  '/program': { get: all(200) },
  '/program/[point]': {
    get: answers([200, 200, 200], [404, 404, 404]),
    posts: { rationale: members(409, 404) },
  },
  '/program/new': { get: all('303 /motions/new?enact=program.adopt') },
  '/record': { get: members(200) },
  '/record/checkpoint': { get: all(200) },
  // Without the sizes that it is asked about.
  '/record/consistency': { get: all(404) },
  '/record/entries/[seq]': { get: members(200) },
  '/record/entries/[seq]/proof': { get: members(200) },
  '/record/export': { get: members(200) },
  '/record/tile/[...path]': { get: all(200) },
  '/recover': { get: all(200), posts: { request: all('303 /recover/c'), open: all(409) } },
  '/recover/[code]': { get: all(404), posts: { default: all(404) } },
  '/recover/vouch': { get: members(200), posts: { default: members(409) } },
  '/rulebook': { get: members(200) },
  '/rulebook/[unit]/[version]': { get: members(200) },
  '/rulebook/what-if': { get: members(200) },
  '/search': { get: all(200) },
  '/setup': {
    get: answers(['303 /demonstration', '303 /demonstration', '303 /demonstration'], [200, 200, 200]),
    posts: {
      code: answers(['303 /demonstration', '303 /demonstration', '303 /demonstration'], [403, 403, 403]),
      found: setup(409),
      demonstration: setup('303 /setup'),
    },
  },
  '/setup/import': { get: setup(200), posts: { preview: setup(409), confirm: setup(409) } },
  '/setup/invitations': { get: setup(200), posts: { organizers: setup(200) } },
  '/setup/invitations/links.csv': { posts: { post: setup(200) } },
  '/setup/roll': { get: setup(200), posts: { strike: setup(400), link: setup(200) } },
  '/sign-in': { get: all(200), posts: { default: all(401) } },
  // Without a password that was right just now there is nothing to enter a code for.
  '/sign-in/code': { get: all('303 /sign-in'), posts: { default: all('303 /sign-in') } },
  '/sign-in/passkey': { get: all(200), posts: { default: all(401) } },
  '/sign-in/passkey/options': { posts: { post: all(200) } },
  '/sign-out': { get: all('303 /'), posts: { post: all('303 /') } },
  '/rotation': { get: members(200) },
  '/units': { get: members(200) },
  '/units/[id]': {
    get: members(200),
    posts: {
      join: but(members(409), { lapsed: 403, outsider: '303 /units/m?done=joined' }),
      leave: but(members(409), { outsider: '303 /units/m?done=left' }),
    },
  },
  '/unsubscribe/[token]/[level]': { get: all(200), posts: { default: all(404) } },
  '/votes': { get: members(200) },
  '/votes/[id]': { get: members(200, 404), posts: { default: members(409, 404) } },
  '/votes/[id]/polling': {
    get: members(200, 404),
    posts: {
      announce: members(409, 404),
      cancel: members(400, 404),
      mark: members(409, 404),
      takeBack: members(409, 404),
      batch: members(409, 404),
      papers: members(404),
    },
  },
  '/votes/[id]/board': { get: members(404) },
  // A form is not what a script sends.
  '/votes/[id]/issue': { posts: { post: answers([401, 415, 415], [401, 401, 415]) } },
  '/votes/[id]/roll-call': { get: members(200, 404) },
  // Last: from here on the founding is before those on its roll.
  '/setup/founding': {
    get: answers([SIGN_IN, '303 /', '303 /'], [SIGN_IN, SIGN_IN, 200]),
    posts: { default: answers([SIGN_IN, '303 /', '303 /'], [SIGN_IN, SIGN_IN, '303 /motions/m']) },
  },
}

let founded: World
let founding: World

beforeAll(async () => {
  founded = await foundedWorld()
  founding = await foundingWorld()
})
afterAll(async () => {
  await founded.close()
  await founding.close()
})

/** An address of the route at which there is something in the founded organization. */
function pathOf(world: World, route: string, who?: Asker): string {
  const { root, points, members } = world.seeded
  const isApart = who === 'outsider'
  const member = world === founded ? THINGS.applicant : (members[0]?.id ?? '')
  return route
    .replace('/members/[id]', `/members/${member}`)
    .replace('/motions/[id]', `/motions/${isApart ? GROUP.motion : THINGS.motion}`)
    .replace('/votes/[id]/roll-call', `/votes/${THINGS.closedVote}/roll-call`)
    .replace('/votes/[id]', `/votes/${isApart ? GROUP.vote : THINGS.vote}`)
    .replace('/units/[id]', `/units/${isApart ? GROUP.id : root}`)
    .replace('/offices/[id]', `/offices/${GROUP.office}`)
    .replace('/cases/[id]', `/cases/${THINGS.motion}`)
    .replace('/tendencies/[id]', `/tendencies/${GROUP.tendency}`)
    .replace(
      '/moderation/texts/[kind]/[about]/[id]',
      `/moderation/texts/recall/${GROUP.recall}/${GROUP.recall}`,
    )
    .replace('/elections/[id]', `/elections/${GROUP.election}`)
    .replace('/recalls/[id]', `/recalls/${GROUP.recall}`)
    .replace('/councils/[id]', `/councils/${root}`)
    .replace('/mandates/[id]', `/mandates/${derivedUuid('founding-mandate', members[0]?.id ?? '')}`)
    .replace('[unit]/[version]', `${root}/1`)
    .replace('[point]', points[0] ?? 'none')
    .replace('[seq]', '0')
    .replace('[vote]', THINGS.vote)
    .replace('[token]', 'nonsense')
    .replace('[level]', 'urgent')
    .replace('[code]', 'nonsense')
    .replace('[...path]', '0/000.p/1')
}

/** The status, and where it sends one: without what comes after it, and with an `m` for any id. */
async function told(asked: Promise<Response>): Promise<string | number> {
  const answer = await asked
  await answer.text()
  const to = answer.headers.get('location')
  if (to === null) return answer.status
  return `${answer.status} ${to
    .replace(/\?(?:next|unit)=.*/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|m-[0-9a-z]{12}/, 'm')
    .replace(/([0-9A-Z]{4}-){3}[0-9A-Z]{4}/, 'c')}`
}

/** What each asker of a row gets, one after the other. */
async function each(
  row: Partial<Row<Asker>>,
  ask: (who: Asker) => Promise<Response>,
): Promise<Partial<Row<Asker>>> {
  const answers: Partial<Record<Asker, string | number>> = {}
  for (const who of Object.keys(row) as Asker[]) answers[who] = await told(ask(who))
  return answers
}

function postPath(world: World, route: string, action: string, who?: Asker): string {
  const path = pathOf(world, route, who)
  return action === 'post' || action === 'default' ? path : `${path}?/${action}`
}

const rows = Object.entries(TABLE)

test('the table has every route and every action', async () => {
  const found: Record<string, readonly string[]> = {}
  for (const file of globSync('src/routes/**/+{page.svelte,page.server.ts,server.ts}', { cwd: root })) {
    const route = `/${file.split('/').slice(2, -1).join('/')}`
    const module = file.endsWith('.ts')
      ? ((await import(join(root, file))) as Readonly<Record<string, object>>)
      : {}
    const posts = file.endsWith('/+server.ts')
      ? 'POST' in module
        ? ['post']
        : []
      : Object.keys(module['actions'] ?? {})
    found[route] = [...(found[route] ?? []), ...posts].sort()
  }
  const listed = rows.map(([route, { posts = {} }]) => [route, Object.keys(posts).sort()] as const)
  expect(Object.fromEntries(listed)).toEqual(found)
})

test('whoever has no address signs in with none that is another’s', async () => {
  const pasted = 'name,email,organizer\nHas Address,has@example.org,yes\nNo Address,,'
  const csv = Buffer.from(pasted).toString('base64')
  expect(await told(founding.post('holder', '/setup/import?/confirm', { csv }))).toBe(
    '303 /setup?done=imported',
  )
  const links = await (await founding.post('holder', '/setup/invitations/links.csv')).text()
  const path = /"No Address","","[^"]*(\/invitation\/[^"]+)"/.exec(links)?.[1] ?? ''
  const password = 'a long enough password'
  const fields = { password, 'password-again': password, login: 'HAS@example.org' }
  expect(await told(founding.post('nobody', path, fields))).toBe(409)
  expect(await told(founding.post('nobody', path, { ...fields, login: 'free@example.org' }))).toBe(
    '303 /?done=welcome',
  )
})

describe.each(rows)('%s', (route, { get = all(405), posts = { post: all(405) } }) => {
  test('shows itself to whom it may', async () => {
    for (const [world, row] of [
      [founded, get[0]],
      [founding, get[1]],
    ] as const)
      expect(await each(row, (who) => world.ask(who, pathOf(world, route, who)))).toEqual(row)
  })

  test('takes no form from another site', async () => {
    for (const action of Object.keys(posts)) {
      expect(
        await told(founded.post('keeper', postPath(founded, route, action), {}, 'https://evil.example')),
      ).toBe(403)
      expect(await told(founding.post('holder', postPath(founding, route, action), {}, 'null'))).toBe(403)
    }
  })

  test.each(Object.entries(posts))('takes the form “%s” from whom it may', async (action, [now, before]) => {
    for (const [world, row] of [
      [founded, now],
      [founding, before],
    ] as const)
      expect(await each(row, (who) => world.post(who, postPath(world, route, action, who)))).toEqual(row)
  })

  test('gives its data to nobody who does not get the page', async () => {
    if (get[0].nobody !== SIGN_IN) return
    const answer = await founded.ask('nobody', `${pathOf(founded, route)}/__data.json`)
    expect(await answer.text()).not.toContain('"type":"data"')
  })

  test('is kept by no cache, framed by no page, and runs no script', async () => {
    const { headers } = await founded.ask('keeper', pathOf(founded, route))
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'self';.*frame-ancestors 'none'$/,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    const isOpen = ['/record/checkpoint', '/record/tile/[...path]', '/healthz'].includes(route)
    if (!isOpen) expect(headers.get('cache-control')).toMatch(/no-store/)
  })
})

test('cookies are for no script and no other site', async () => {
  const { login } = founded.seeded.members[4] ?? { login: '' }
  const answer = await founded.post('nobody', '/sign-in', {
    login,
    password: 'a long enough password',
    next: '//evil.example',
  })
  expect(answer.headers.get('location')).toBe('/')
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^plenum-session=[^;]+;.*; HttpOnly; SameSite=Lax$/),
  ])
})

describe('what is closed', () => {
  /** Every page, file and entry that this member can get, as one text each. */
  async function everything(who: Asker): Promise<readonly (readonly [path: string, text: string])[]> {
    const pages = Object.keys(TABLE).flatMap((route) => [
      pathOf(founded, route),
      `${pathOf(founded, route)}/__data.json`,
    ])
    const { entries } = (await (await founded.ask(who, '/healthz')).json()) as { entries: number }
    const seqs = Array.from({ length: entries }, (_, seq) => [
      `/record/entries/${seq}`,
      `/record/entries/${seq}/proof`,
    ]).flat()
    const more = [
      `/members/${THINGS.refused}`,
      `/members/${THINGS.erased}`,
      '/members?q=Erased',
      '/members?q=example.org',
      '/members?status=refused',
      `/votes/${THINGS.vote}/roll-call`,
      `/votes/${THINGS.vote}/roll-call/__data.json`,
    ]
    const found: [string, string][] = []
    for (const path of [...pages, ...seqs, ...more])
      found.push([path, await (await founded.ask(who, path)).text()])
    return found
  }
  const where = (all: readonly (readonly [string, string])[], what: RegExp) =>
    all.filter(([, text]) => what.test(text)).map(([path]) => path)

  test('a member finds no address of another, no reason for a refusal, nobody who was refused', async () => {
    const all = await everything('member')
    expect(where(all, /member(?!5@)\d@example\.org|applicant\d@example\.org/)).toEqual([])
    expect(where(all, new RegExp(REASON))).toEqual([])
    expect(where(all, /Applicant 1|Somebody Erased/)).toEqual([])
  })

  test('whoever keeps the roll reads the reason, until the person is erased with it', async () => {
    const read = async (who: Asker, id: string) => (await founded.ask(who, `/members/${id}`)).text()
    expect(await read('keeper', THINGS.refused)).toContain(REASON)
    expect(await read('keeper', THINGS.erased)).toContain(REASON)
    await founded.post('keeper', `/members/${THINGS.erased}?/erase`)
    expect(await read('keeper', THINGS.erased)).not.toContain(REASON)
    expect(where(await everything('keeper'), new RegExp(ERASED_NAME))).toEqual([])
  })

  test('the body of a ballot is for its voter until the close, that of a vouch for those concerned', async () => {
    const lines = async (who: Asker) => {
      const text = await (await founded.ask(who, '/record/export')).text()
      const all = text
        .split('\n')
        .flatMap((line) =>
          line === '' ? [] : [JSON.parse(line) as { type?: string; body?: unknown; salt?: unknown }],
        )
      return {
        ballots: all.filter(({ type }) => type === 'ballot.cast').at(-1),
        vouch: all.find(({ type }) => type === 'member.vouch'),
      }
    }
    for (const who of ['member', 'keeper'] as const)
      for (const line of Object.values(await lines(who))) {
        expect(line).not.toHaveProperty('body')
        expect(line).not.toHaveProperty('salt')
      }
    expect((await lines('voucher')).vouch).toHaveProperty('body', { member: THINGS.applicant })
  })

  test('no page of an open vote changes when somebody else votes', async () => {
    const paths = [
      '/',
      '/votes',
      `/votes/${THINGS.vote}`,
      `/motions/${THINGS.voted}`,
      '/motions',
      '/decisions',
      '/units',
    ]
    const see = () =>
      Promise.all(
        paths.map(async (path) =>
          // Every form has an id and a salt of its own, and the clock goes on.
          (await (await founded.ask('member', path)).text())
            .replaceAll(/name="(act|salt)" value="[^"]*"/g, '')
            .replaceAll(/<time.*?<\/time>/g, ''),
        ),
      )
    const before = await see()
    const answer = await founded.post('voucher', `/votes/${THINGS.vote}`, { 'choice-0': 'yes' })
    expect(answer.status).toBe(303)
    expect(await see()).toEqual(before)
    expect(await told(founded.ask('member', `/votes/${THINGS.vote}/roll-call`))).toBe(403)
  })
})

describe('an application', () => {
  const send = async (email: string, more: Readonly<Record<string, string>> = {}) => {
    const fields = { name: 'Nobody Known', email, home: founded.seeded.root, accepted: 'yes', ...more }
    const answer = await founded.post('nobody', '/apply', fields)
    return {
      status: answer.status,
      to: answer.headers.get('location'),
      cookies: answer.headers.getSetCookie(),
    }
  }
  const key = { act: '01890000-0000-7000-8000-000000000001', salt: 'AAAAAAAAAAAAAAAAAAAAAA==' }

  test('tells nobody whether an address is held: neither by its answer nor by its cookies', async () => {
    const held = founded.seeded.members[4]?.login ?? ''
    expect(await send('one@example.org')).toEqual(await send(held))
    expect(await send('two@example.org', { home: 'nowhere' })).toEqual(await send(held, { home: 'nowhere' }))
  })

  test('nor when the same form is sent again with another address', async () => {
    const held = founded.seeded.members[4]?.login ?? ''
    await send('three@example.org', key)
    expect(await send('four@example.org', key)).toEqual(await send(held, key))
  })
})

test('what the servers print holds no secret and no name', () => {
  const output = founded.output() + founding.output().replace(/setup\?code=\S+/, '')
  expect(output).not.toMatch(/example\.org|password|plenum-session|invitation|fault/i)
})
