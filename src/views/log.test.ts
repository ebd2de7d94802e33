import { expect, test } from 'vitest'
import { createLog, type Log } from './log.server.ts'

/** The lines that a log of this level writes. */
function logged(level: string | undefined, write: (log: Log) => void): readonly Record<string, unknown>[] {
  let text = ''
  write(createLog(level, { write: (line) => (text += line) }))
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

test('a fault is logged without the row that PostgreSQL tells of', () => {
  const error = Object.assign(new Error('duplicate key'), {
    detail: 'Key (email)=(ana@example.org) already exists.',
  })
  const [line] = logged('error', (log) => {
    log.fault('/apply', '0a1b2c3d', error)
  })
  expect(line).toMatchObject({ level: 'error', where: '/apply', number: '0a1b2c3d' })
  expect(line?.['trace']).toContain('duplicate key')
  expect(JSON.stringify(line)).not.toContain('ana@example.org')
})

test('a text in a message passes for no line of its own', () => {
  const lines = logged('error', (log) => {
    log.fault('/apply', null, new Error('bad value: x\r\n{"level":"info","msg":"forged"}'))
  })
  expect(lines).toHaveLength(1)
})

test.each([
  ['silent', []],
  ['error', ['fault']],
  ['info', ['opened', 'fault']],
  ['debug', ['request', 'opened', 'fault']],
  [undefined, ['opened', 'fault']],
  ['loud', ['opened', 'fault']],
])('at the level %s it says what belongs there', (level, expected) => {
  const lines = logged(level, (log) => {
    log.request('GET', '/motions/[id]', 200, 3.4)
    log.event('opened', { entries: 3 })
    log.fault('/', null, new Error('x'))
  })
  expect(lines.map(({ msg }) => msg)).toEqual(expected)
})

test('a line holds what is named and nothing else', () => {
  const [line] = logged('debug', (log) => {
    log.request('POST', null, 404, 3.6)
  })
  expect({ ...line, time: '' }).toEqual({
    level: 'debug',
    time: '',
    method: 'POST',
    route: 'none',
    status: 404,
    ms: 4,
    msg: 'request',
  })
})
