import { expect, test } from 'vitest'
import { deviceOf, formatDevice, parseDevice } from './device.ts'

test.each([
  ['Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'Firefox/Android'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Edge/Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    'Safari/iOS',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36',
    'Chrome/Linux',
  ],
  ['curl/8.0', ''],
  ['<script>alert(1)</script> Ana’s own laptop', ''],
  [null, ''],
])('of %s no more is kept than “%s”', (userAgent, kept) => {
  const device = deviceOf(userAgent)
  expect(formatDevice(device)).toBe(kept)
  expect(parseDevice(kept)).toEqual(device)
})
