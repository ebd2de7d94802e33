import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, expect, test } from 'vitest'
import configuration from '../.dependency-cruiser.mjs'
import { harmless, planted } from './planted-violations.ts'

const root = join(import.meta.dirname, '..')
const rules = (configuration.forbidden ?? []).map(({ name }) => name ?? '')

/** Which rules each file under src of a project breaks. */
async function violations(project: string): Promise<Map<string, string[]>> {
  const { output } = await cruise(
    ['src'],
    {
      ...configuration.options,
      baseDir: project,
      preserveSymlinks: true,
      validate: true,
      ruleSet: { forbidden: configuration.forbidden ?? [] },
    },
    { conditionNames: ['import', 'node', 'default', 'types'], exportsFields: ['exports'] },
  )
  const broken = new Map<string, string[]>()
  for (const { from, rule } of (output as ICruiseResult).summary.violations) {
    const names = broken.get(from) ?? []
    broken.set(from, names.includes(rule.name) ? names : [...names, rule.name].sort())
  }
  return broken
}

const planting = mkdtempSync(join(tmpdir(), 'plenum-boundaries-'))
afterAll(() => {
  rmSync(planting, { recursive: true, force: true })
})

function plant(files: Record<string, string>): void {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as object
  writeFileSync(join(planting, 'package.json'), JSON.stringify(manifest))
  symlinkSync(join(root, 'node_modules'), join(planting, 'node_modules'))
  for (const [path, code] of Object.entries(files)) {
    mkdirSync(dirname(join(planting, path)), { recursive: true })
    writeFileSync(join(planting, path), code)
  }
}

plant({ ...harmless, ...Object.fromEntries(planted.map(({ file, code }) => [file, code])) })
const found = await violations(planting)

test.each(planted)('$file breaks $breaks', ({ file, breaks }) => {
  expect(found.get(file)).toEqual([...breaks].sort())
})

test.each(Object.keys(harmless))('%s breaks nothing', (file) => {
  expect(found.get(file)).toBeUndefined()
})

test.each(rules)('%s has a planted violation', (rule) => {
  expect(planted.flatMap(({ breaks }) => breaks)).toContain(rule)
})

test('our own tree breaks no rule', async () => {
  expect(Object.fromEntries(await violations(root))).toEqual({})
})
