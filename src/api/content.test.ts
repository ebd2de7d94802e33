import { expect, test } from 'vitest'
import { readJson } from './content.server.ts'

function sent(body: BodyInit, type = 'application/json'): Request {
  return new Request('http://x/', { method: 'POST', body, headers: { 'content-type': type } })
}

test('reads JSON', async () => {
  expect(await readJson(sent('{"a":["ñ",null]}'), 100)).toEqual({ json: { a: ['ñ', null] } })
  expect(await readJson(sent('1', 'application/json; charset=utf-8'), 100)).toEqual({ json: 1 })
})

test.each([
  ['{"a":', 'application/json', 'not-json'],
  ['', 'application/json', 'not-json'],
  [new Uint8Array([0x22, 0xff, 0x22]), 'application/json', 'not-json'],
  ['{}', 'text/plain', 'media-type-wrong'],
  ['{}', '', 'media-type-wrong'],
  ['{}', 'application/jsonp', 'media-type-wrong'],
  [`"${'x'.repeat(100)}"`, 'application/json', 'content-too-large'],
  ['{"__proto__":{"a":1}}', 'application/json', 'json-unsound'],
  [String.raw`"\ud800"`, 'application/json', 'json-unsound'],
  [String.raw`{"\udc00":1}`, 'application/json', 'json-unsound'],
  [String.raw`["\u0000"]`, 'application/json', 'json-unsound'],
  ['['.repeat(40) + ']'.repeat(40), 'application/json', 'json-unsound'],
])('refuses %j sent as %j: %s', async (body, type, code) => {
  expect(await readJson(sent(body, type), 100)).toMatchObject({ code })
})

test('a body nested a million deep costs nothing', async () => {
  const depth = 1_000_000
  const answer = await readJson(sent('['.repeat(depth) + ']'.repeat(depth)), 3 * depth)
  expect(answer).toMatchObject({ refused: true })
})

test('stops reading a body that is too large and did not say so', async () => {
  let pulled = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled++
      controller.enqueue(new Uint8Array(1000))
    },
  })
  const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } }
  expect(await readJson(new Request('http://x/', init), 5000)).toMatchObject({ code: 'content-too-large' })
  expect(pulled).toBeLessThan(10)
})
