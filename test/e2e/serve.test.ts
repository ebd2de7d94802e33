import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from '../kit/browser.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

const data = mkdtempSync(join(tmpdir(), 'plenum-e2e-'))
const form = { 'content-type': 'application/x-www-form-urlencoded' }

afterAll(() => {
  rmSync(data, { recursive: true, force: true })
})

/** The status of a form post to the home page. SvelteKit refuses a foreign one with 403 before it looks for a page. */
function post(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers: { ...form, ...headers } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.on('error', reject)
    sent.end('a=1')
  })
}

describe('without a public origin', () => {
  let server: StartedServer
  let port: string
  beforeAll(async () => {
    server = await startServer({ data })
    port = new URL(server.url).port
  })
  afterAll(() => server.stop())

  test.each(['localhost', '127.0.0.1'])('takes a form over plain http from %s', async (host) => {
    const origin = `http://${host}:${port}`
    expect(await post(server.url, { host: `${host}:${port}`, origin })).not.toBe(403)
  })

  test('refuses a form from a foreign page', async () => {
    expect(await post(server.url, { origin: 'http://evil.example' })).toBe(403)
  })

  test('refuses a foreign page that sends our private headers', async () => {
    const spoofed = { 'x-plenum-host': 'evil.example', 'x-plenum-protocol': 'http' }
    expect(await post(server.url, { origin: 'http://evil.example', ...spoofed })).toBe(403)
  })

  test.each([true, false])('shows a page (JavaScript: %s)', async (javaScript) => {
    const { page, close } = await launch({ javaScript, viewport: { width: 360, height: 640 } })
    const response = await page.goto(server.url)
    expect(response?.ok()).toBe(true)
    expect(await page.locator('h1').count()).toBe(1)
    await close()
  })
})

describe('behind a proxy', () => {
  let server: StartedServer
  beforeAll(async () => {
    server = await startServer({ data, env: { PLENUM_ORIGIN: 'https://plenum.example.org' } })
  })
  afterAll(() => server.stop())

  test('takes a form from the public origin only', async () => {
    expect(await post(server.url, { origin: 'https://plenum.example.org' })).not.toBe(403)
    expect(await post(server.url, { origin: 'http://plenum.example.org' })).toBe(403)
    expect(await post(server.url, { origin: server.url })).toBe(403)
  })

  test('tells browsers to come over https only, and a server without https does not', async () => {
    const { headers } = await fetch(server.url)
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
    const plain = await startServer({ data: `${data}-plain` })
    expect((await fetch(plain.url)).headers.has('strict-transport-security')).toBe(false)
    await plain.stop()
    rmSync(`${data}-plain`, { recursive: true, force: true })
  })
})

test('stops when asked, and soon', async () => {
  const server = await startServer({ data })
  await fetch(server.url)
  const asked = performance.now()
  expect(await server.stop()).toBe(0)
  expect(performance.now() - asked).toBeLessThan(5_000)
})
