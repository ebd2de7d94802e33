import { expect, test } from 'vitest'
import { renderAtom, renderCalendar, type Feed } from './feed.ts'

const FEED: Feed = {
  id: '00000000-0000-8000-8000-000000000001',
  title: 'Plenum',
  language: 'en',
  now: Date.UTC(2027, 0, 4, 12),
  entries: [
    {
      id: '00000000-0000-8000-8000-000000000002',
      at: Date.UTC(2027, 0, 3, 18, 30),
      title: 'A <b>bold</b> hall; “Größe”, and a title that is so long that a calendar has to break it',
      href: 'https://plenum.example.org/motions/1?a=1&b=2',
    },
  ],
}

test('Atom escapes what would be markup', () => {
  const xml = renderAtom(FEED)
  expect(xml).toContain('<title>A &lt;b&gt;bold&lt;/b&gt; hall;')
  expect(xml).toContain('<link href="https://plenum.example.org/motions/1?a=1&amp;b=2"/>')
  expect(xml).toContain('<updated>2027-01-03T18:30:00.000Z</updated>')
})

test('a calendar’s lines are short, end as they must, and join to what they say', () => {
  const lines = renderCalendar(FEED).split('\r\n')
  expect(lines.at(-1)).toBe('')
  for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  const joined = lines.join('\r\n').replaceAll('\r\n ', '')
  expect(joined).toContain(
    'SUMMARY:A <b>bold</b> hall\\; “Größe”\\, and a title that is so long that a calendar has to break it',
  )
  expect(joined).toContain('DTSTART:20270103T183000Z')
})
