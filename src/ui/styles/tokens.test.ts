import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const tokens = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

/** The custom properties that a block sets, whichever way it is indented. */
function block(opening: string): string[] {
  const start = tokens.indexOf(opening)
  expect(start, opening).toBeGreaterThan(-1)
  const inside = tokens.slice(start + opening.length, tokens.indexOf('}', start))
  return inside
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('--'))
}

test('dark by the device and dark by choice are the same colours', () => {
  const chosen = block(":root[data-colours='dark'] {")
  expect(chosen.length).toBeGreaterThan(10)
  expect(block(":root:not([data-colours='light']) {")).toEqual(chosen)
})

test('every colour has a dark twin', () => {
  const names = (lines: string[]) => lines.map((line) => line.split(':')[0])
  const colours = block(':root {').filter((line) => /#|rgb/.test(line))
  expect(names(block(":root[data-colours='dark'] {"))).toEqual(names(colours))
})
