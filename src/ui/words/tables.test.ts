import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES, type InLanguages } from '#kernel/language'
import { PRESETS } from '#modules/rulebook/core'

/** What is said alike in both languages: names, commands, figures, and words that are the same. */
const ALIKE: readonly RegExp[] = [
  /^common\.(common\.program|count|officeName|sayNumber)$/,
  /^councils\.councils\.(share|quotient)$/,
  /^design\.design\.people\./,
  /^demonstration\..*\.short$/,
  /^members\.(members\.counts\.unknown|memberPage\.mandate)$/,
  /^moderation\.moderation\.ruleNumber$/,
  /^motions\.(timeline\.steps\.debate|speeches\.title)$/,
  /^operator\.operator\.health\.(engines\..*|versions|size|queues\.webhook)$/,
  /^(mail\.feed|tokens\.tokens|webhooks\.webhooks)\.title$/,
  /^record\.record\.(audit\.)?command(Against)?$/,
]

/** Functions of words are called with each of these: what they take is a number, a text, a list, rules or a point. */
const SAMPLES: readonly unknown[] = [
  7,
  'thing',
  '2/3',
  ['a', 'b'],
  { ...PRESETS.branch, kind: 'unity', number: 7, share: '2/3', more: true, of: 'cast' },
]

type Sayer = (...facts: unknown[]) => unknown
type Words = Readonly<Record<string, unknown>>

/** Everything in a table by its path: sentences and functions. */
function partsOf(value: unknown, path = ''): readonly (readonly [path: string, part: unknown])[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => partsOf(part, `${path}.${key}`))
    : [[path, value]]
}

/** The paths of a table, with how many facts each function takes. */
function shapeOf(words: Words): readonly string[] {
  return partsOf(words)
    .map(([path, part]) => (typeof part === 'function' ? `${path}/${part.length}` : path))
    .sort()
}

/** What a part says; a function, of each sample that it can take. */
function saidBy(part: unknown): readonly (string | undefined)[] {
  if (typeof part === 'string') return [part]
  if (typeof part !== 'function') return []
  const sayer = part as Sayer
  return SAMPLES.map((sample) => {
    try {
      return [sayer(...Array.from({ length: sayer.length }, () => sample))].flat().join(' ')
    } catch {
      return undefined
    }
  })
}

const filesOf = (language: string) => readdirSync(new URL(language, import.meta.url))
const areas = filesOf('en').map((file) => file.replace('.ts', ''))

it.each(LANGUAGES)('the words of %s are there for every area', (language) => {
  expect(filesOf(language)).toEqual(filesOf('en'))
  expect(areas.length).toBeGreaterThan(15)
})

describe.each(areas)('the words of %s', (area) => {
  let words: InLanguages<Words>
  beforeAll(async () => {
    words = {
      en: (await import(`./en/${area}.ts`)) as Words,
      es: (await import(`./es/${area}.ts`)) as Words,
    }
  })

  it('have the same parts in every language', () => {
    expect(shapeOf(words.es)).toEqual(shapeOf(words.en))
  })

  it('are whole: an empty sentence is empty in every language', () => {
    const empty = (each: Words) => partsOf(each).flatMap(([path, part]) => (part === '' ? [path] : []))
    expect(empty(words.es)).toEqual(empty(words.en))
  })

  it('are each language’s own', () => {
    const spanish = new Map(partsOf(words.es, area))
    const same = partsOf(words.en, area).flatMap(([path, part]) => {
      const said = saidBy(part)
      const others = saidBy(spanish.get(path))
      const isSame = said.join('') !== '' && said.every((each, i) => each === others[i])
      return isSame ? [path] : []
    })
    expect(same.filter((path) => !ALIKE.some((alike) => alike.test(path)))).toEqual([])
  })
})
