import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Webhook } from 'standardwebhooks'
import { derivedUuid } from '#kernel/ids'
import { field, makeToken, openApi, type ApiCaller } from '../kit/api.ts'
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
