import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { DAY } from '#kernel/instant'
import { choiceOfLetters } from '#modules/ballots/core'
import { SCOPES, type Scope } from '#modules/tokens/core'
import type { SecretQuestion } from '#modules/voting/core'
import { field, makeToken, openApi, type ApiAnswer, type ApiCaller } from './api.ts'
import { PASSWORD, seedOrganization, type Seeded, type SeedOptions } from './seed-organization.ts'
import { testVoter } from './secret-voter.ts'
import { startServer, type StartedServer } from './server.ts'
import { Visitor } from './visitor.ts'

/** Every scope there is but the one for what is sealed. */
export const UNSEALED: readonly Scope[] = SCOPES.filter((scope) => scope !== 'sealed')

/** An organization whose members do everything by tokens, each answer held against the document. */
export interface ApiMembers {
  readonly seeded: Seeded
  readonly server: StartedServer
  readonly api: ApiCaller
  idOf(n: number): string
  nameOf(n: number): string
  /** The token of the n-th member with these scopes, made once. */
  token(n: number, scopes?: readonly Scope[]): Promise<string>
  /** Reads as the n-th member, with every scope unless others are named. */
  get(n: number, path: string, scopes?: readonly Scope[]): Promise<ApiAnswer>
  /** Sends it under an id of its own; answers whatever comes. */
  send(n: number, path: string, body?: object, scopes?: readonly Scope[]): Promise<ApiAnswer>
  /** The same, which has to be entered; the id of what it made, or was done in. */
  enter(n: number, path: string, body?: object): Promise<string>
  /** Enters an act of the n-th member; its code, where it is refused. */
  act(n: number, type: string, body: object): Promise<string | undefined>
  /** Moves the demonstration's clock, day by day. */
  pass(days: number): Promise<void>
  /** The day before that on the server's clock. */
  yesterday(): Promise<string>
  /** Casts the secret ballot of the n-th member. */
  cast(n: number, vote: string, choice: 'yes' | 'no'): Promise<void>
  close(): Promise<void>
}

/** Seeds it with one point of unity, which has held for two days, and starts a server on it. */
export async function openApiMembers(options: SeedOptions = {}): Promise<ApiMembers> {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-api-'))
  const seeded = await seedOrganization(folder, { points: ['We cross no picket line.'], ...options })
  const env = { PLENUM_DEMONSTRATION: '1', PLENUM_LOG: 'debug', PLENUM_API_CALLS: '0' }
  const server = await startServer({ data: folder, env })
  const api = await openApi(server.url)
  const tokens = new Map<string, Promise<string>>()
  const token = (n: number, scopes: readonly Scope[] = SCOPES): Promise<string> => {
    const key = `${n} ${scopes.join(' ')}`
    const made = tokens.get(key) ?? tokenOf(server.url, seeded, n, scopes)
    tokens.set(key, made)
    return made
  }
  const members: ApiMembers = {
    ...{ seeded, server, api, token },
    idOf: (n) => seeded.members[n]?.id ?? '',
    nameOf: (n) => seeded.members[n]?.name ?? '',
    get: async (n, path, scopes) => api.call('GET', path, { token: await token(n, scopes) }),
    async send(n, path, body = {}, scopes) {
      const json = { id: randomUUID(), ...body }
      return api.call('POST', path, { token: await token(n, scopes), json })
    },
    async enter(n, path, body) {
      const answer = await members.send(n, path, body)
      expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBe(201)
      return String(field(answer.body, 'id'))
    },
    async act(n, type, body) {
      const answer = await members.send(n, '/acts', { type, body })
      return answer.status === 201 ? undefined : String(field(answer.body, 'code'))
    },
    async pass(days) {
      for (let day = 0; day < days; day++) {
        const json = { hours: 24 }
        const moved = await api.call('POST', '/demonstration/clock', { token: await token(0), json })
        expect(moved.status).toBe(200)
      }
    },
    async yesterday() {
      const { body } = await members.get(0, '/me/needs')
      return new Date(Number(field(body, 'now')) - DAY).toISOString().slice(0, 10)
    },
    async cast(n, vote, choice) {
      const opened = await members.get(n, '/record/entries?type=vote.open&limit=200')
      const items = field(opened.body, 'items') as readonly {
        body: { vote: string; secret: SecretQuestion }
      }[]
      const announced = items.find(({ body }) => body.vote === vote)?.body
      if (announced === undefined) throw new Error(`no entry opened the vote ${vote}`)
      const device = testVoter(announced, new Uint8Array(16).fill(n + 1))
      const json = { requests: [device.request] }
      const issued = await api.call('POST', `/votes/${vote}/issue`, { token: await token(n), json })
      expect(issued.status).toBe(200)
      const [answer = ''] = field(issued.body, 'answers') as readonly string[]
      const cast = await fetch(`${server.url}/ballots/${vote}/cast`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: new Uint8Array(device.take(answer).ballot(choiceOfLetters(choice === 'yes' ? 'y' : 'n'))),
      })
      expect(cast.status).toBe(200)
    },
    async close() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await members.pass(2)
  return members
}

async function tokenOf(
  url: string,
  { members }: Seeded,
  n: number,
  scopes: readonly Scope[],
): Promise<string> {
  const visitor = new Visitor()
  await visitor.send(`${url}/sign-in`, { login: members[n]?.login ?? '', password: PASSWORD })
  const cookie = `plenum-session=${visitor.cookie('plenum-session') ?? ''}`
  const ask = (_who: string, path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(url + path, { ...init, headers: { ...(init.headers as object), accept: 'text/html', cookie } })
  return makeToken({ url, ask }, 'member', scopes, 366)
}
