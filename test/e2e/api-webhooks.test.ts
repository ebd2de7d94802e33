import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Webhook } from 'standardwebhooks'
import { derivedUuid } from '#kernel/ids'
import { field, makeToken, openApi, type ApiCaller } from '../kit/api.ts'
import { PASSWORD } from '../kit/seed-organization.ts'
import { foundedWorld, THINGS, type World } from '../kit/two-worlds.ts'

interface Got {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

let world: World
let api: ApiCaller
let token: string
const got: Got[] = []
let answer = 500
const receiver = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => (body += part.toString()))
  request.on('end', () => {
    got.push({ headers: request.headers, body })
    response.writeHead(answer).end()
    answer = 204
  })
})

beforeAll(async () => {
  process.env['PLENUM_WEBHOOKS_LOCAL'] = '1'
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  world = await foundedWorld()
  api = await openApi(world.url)
  token = await makeToken(world, 'member', ['read', 'act', 'webhooks'])
})
afterAll(async () => {
  delete process.env['PLENUM_WEBHOOKS_LOCAL']
  receiver.close()
  await world.close()
})

test('is signed, tried again with the same name, and carries what its member may read', async () => {
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
  const made = await api.call('POST', '/webhooks', {
    token,
    json: { url, types: ['speech.give', 'ballot.cast'] },
  })
  expect(made.status).toBe(201)
  const body = { speech: derivedUuid('w'), motion: THINGS.motion, side: 'for', text: 'Told.' }
  await api.call('POST', '/acts', { token, json: { id: derivedUuid('x'), type: 'speech.give', body } })
  for (let tries = 0; got.length < 2 && tries < 90; tries++) await sleep(1000)
  const [first, second] = got
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
  const signed = new Webhook(String(field(made.body, 'secret')))
  const message = signed.verify(second?.body ?? '', second?.headers as Record<string, string>)
  expect(message).toMatchObject({ type: 'speech.give', data: { body: { motion: THINGS.motion } } })
  const list = await api.call('GET', '/webhooks', { token })
  expect(list.body).toMatchObject({ items: [{ lastAnswer: '204', failingSince: null }] })
  expect(JSON.stringify(list.body)).not.toContain('whsec_')
})

test('is made on a page with the password, tried, and its member gets a letter when the receiver wants no more', async () => {
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/page`
  const refused = await world.post('member', '/me/webhooks?/make', {
    url,
    'password-now': 'a wrong password',
  })
  expect(refused.status).toBe(409)
  const fields = { url, type: 'law.adopt', 'password-now': PASSWORD }
  const made = await (await world.post('member', '/me/webhooks?/make', fields)).text()
  const [secret = ''] = /whsec_[A-Za-z0-9+/=]{44}/.exec(made) ?? []
  const page = await (await world.ask('member', '/me/webhooks')).text()
  expect(page).not.toContain('whsec_')
  expect(page).toContain('nothing was sent yet')
  const list = await api.call('GET', '/webhooks', { token })
  const { id } = (field(list.body, 'items') as { id: string; url: string }[]).find(
    (each) => each.url === url,
  ) ?? { id: '' }
  answer = 410
  got.length = 0
  expect((await world.post('keeper', '/me/webhooks?/test', { webhook: id })).status).toBe(404)
  expect((await world.post('member', '/me/webhooks?/test', { webhook: id })).status).toBe(303)
  await expect.poll(() => got.length, { timeout: 60_000 }).toBe(1)
  const [{ body, headers } = { body: '', headers: {} }] = got
  expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
    type: 'webhook.test',
    data: { webhook: id },
  })
  const mailbox = async () => (await world.ask('nobody', '/demonstration/mail')).text()
  await expect.poll(mailbox, { timeout: 60_000 }).toContain('A program of yours is told nothing more')
  expect(await (await world.ask('member', '/me/webhooks')).text()).toContain('Given up on')
  expect((await api.call('POST', `/webhooks/${id}/test`, { token })).status).toBe(404)
})
