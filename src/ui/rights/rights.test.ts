import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rights as english } from '../words/en/rights.ts'
import { rights as spanish } from '../words/es/rights.ts'
import { RIGHTS, type Right } from './rights.ts'

const root = join(import.meta.dirname, '../../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const rights = Object.keys(RIGHTS) as Right[]

/** The line that README and docs have for a right. */
function lineOf(id: Right): string {
  const { right, floor } = english.list[id]
  return `| ${right} | ${floor} | “${RIGHTS[id].name}” (\`${RIGHTS[id].file}\`) |`
}

describe.each(rights)('the right %s', (id) => {
  test('is proved by a test that there is', () => {
    const { file, name } = RIGHTS[id]
    const source = read(file)
    expect([`'${name}'`, `'${name}:`].some((quoted) => source.includes(quoted.replace(/:$/, '')))).toBe(true)
  })

  test.each(['README.md', 'docs/rights.md'])('stands in %s as it stands on the page', (file) => {
    expect(read(file)).toContain(lineOf(id))
  })

  test('has words in both languages', () => {
    expect(spanish.list[id].right).not.toBe(english.list[id].right)
    expect(spanish.list[id].floor).not.toBe(english.list[id].floor)
  })
})

test.each(['README.md', 'docs/rights.md'])('%s lists no right that the page does not', (file) => {
  const lines = read(file).match(/^\| .* \| “.*” \(`src\/.*`\) \|$/gm) ?? []
  expect(lines).toEqual(rights.map(lineOf))
})
