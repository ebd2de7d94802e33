import { expect, test } from 'vitest'
import type { Letter } from './letter.ts'
import { renderHtml, renderText } from './render.ts'

const LETTER: Letter = {
  language: 'en',
  subject: 'A notice for you',
  opening: 'This is a notice. '.repeat(12).trim(),
  sections: [
    {
      heading: 'What waits',
      lines: [
        {
          text: 'Vote on motion 1, “<script>alert(1)</script>”',
          href: 'https://x.org/?a=1&b="2"',
          detail: 'until Monday',
        },
      ],
    },
  ],
  closing: ['The end.'],
  footer: [{ text: 'Root: AAAA' }],
}

test('plain text has short lines and whole links', () => {
  const text = renderText(LETTER)
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(72)
  expect(text).toContain('\n  https://x.org/?a=1&b="2"\n')
  expect(text).toContain('(until Monday)')
  expect(text.endsWith('-- \nRoot: AAAA\n')).toBe(true)
})

test('HTML escapes every text and loads nothing', () => {
  const html = renderHtml(LETTER)
  expect(html).not.toContain('<script')
  expect(html).toContain('&lt;script&gt;')
  expect(html).toContain('href="https://x.org/?a=1&amp;b=&quot;2&quot;"')
  expect(html).not.toMatch(/src=|url\(|@import|<img|<link/)
  expect(html).toContain('prefers-color-scheme: dark')
})
