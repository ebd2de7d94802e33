import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ACT_KINDS } from '#organization'

const root = join(import.meta.dirname, '../..')

function read(pattern: string): string {
  return globSync(pattern, { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n')
}

test('every form by which a member enters an act says which, so that a registered device signs it', () => {
  const pages = read('src/{routes,ui}/**/*.svelte')
  const actions = read('src/routes/**/*.server.ts')
  const ofMembers = ACT_KINDS.filter(({ actors }) =>
    actors.some((each) => each === 'member' || each === 'lapsed'),
  )
  const entered = ofMembers.map(({ type }) => type).filter((type) => actions.includes(`'${type}'`))
  expect(entered.length).toBeGreaterThan(40)
  const signs = new Set([...pages.matchAll(/signs="([a-z]+\.(?:[a-z]+|\{))/g)].map(([, type]) => type))
  const isSigned = (type: string): boolean =>
    signs.has(type) || signs.has(`${type.slice(0, type.indexOf('.'))}.{`)
  expect(entered.filter((type) => !isSigned(type))).toEqual([])
})
