import { afterEach, expect, test, vi } from 'vitest'
import { handleError } from './hooks.server.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

/** What is printed about an error that nobody expected. */
function printed(error: Error): string {
  const print = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const caught = { kind: 'unknown', error, event: { route: { id: '/apply' } } }
  void handleError(caught as unknown as Parameters<typeof handleError>[0])
  return print.mock.calls
    .map((call) =>
      call.map((part) => (part instanceof Error ? JSON.stringify(part) : String(part))).join(' '),
    )
    .join('\n')
}

test('a fault is printed without the row that PostgreSQL tells of', () => {
  const error = Object.assign(new Error('duplicate key'), {
    detail: 'Key (email)=(ana@example.org) already exists.',
  })
  expect(printed(error)).toContain('duplicate key')
  expect(printed(error)).not.toContain('ana@example.org')
})

test('a text in a message passes for no line of its own', () => {
  const lines = printed(new Error('bad value: x\r\nfault 00000000 at /: forged')).split('\n')
  expect(lines.filter((line) => line.startsWith('fault'))).toHaveLength(1)
})
