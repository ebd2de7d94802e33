import { expect, test } from 'vitest'
import { localPath } from './local-path.server.ts'

test.each(['/', '/members?q=a', '/sign-in?next=%2Fme'])('goes on to %s', (path) => {
  expect(localPath(path)).toBe(path)
})

test.each([
  null,
  '',
  'members',
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/a\nb',
  '/a\\b',
])('does not go on to %j', (path) => {
  expect(localPath(path)).toBe('/')
})
