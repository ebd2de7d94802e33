import { expect, test } from 'vitest'
import { qrOf } from './qr.server.ts'

test('a QR code is a square with a quiet border and a finder pattern in its corner', () => {
  const { size, path } = qrOf('https://plenum.example.org/invitation/7K3M-Q0ZD-XW2P-11RB')
  const dots = new Set(path.match(/M\d+ \d+/g))
  expect(size).toBeGreaterThanOrEqual(29)
  for (let i = 0; i < 7; i++) expect(dots.has(`M${4 + i} 4`)).toBe(true)
  expect(dots.has('M5 5')).toBe(false)
  expect([...dots].some((dot) => /^M[0-3] /.test(dot))).toBe(false)
})
