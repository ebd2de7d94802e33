import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashLeaf, hashNode } from './merkle.ts'
import { foldHashes, formatTilePath, parseTilePath, tileOf, tileWidth, tilesOf } from './tile.ts'

describe('paths of tiles', () => {
  test.each([
    ['tile/0/000', { level: 0, index: 0, width: 256 }],
    ['tile/0/x001/x234/067', { level: 0, index: 1_234_067, width: 256 }],
    ['tile/1/x001/000.p/17', { level: 1, index: 1000, width: 17 }],
    ['tile/63/999.p/255', { level: 63, index: 999, width: 255 }],
  ])('%s', (path, tile) => {
    expect(parseTilePath(path)).toEqual(tile)
    expect(formatTilePath(tile)).toBe(path)
  })

  test('go both ways', () => {
    const level = fc.integer({ min: 0, max: 63 })
    const tiles = fc.record({ level, index: fc.nat(1e12), width: fc.integer({ min: 1, max: 256 }) })
    fc.assert(
      fc.property(tiles, (tile) => {
        expect(parseTilePath(formatTilePath(tile))).toEqual(tile)
      }),
    )
  })

  test.each([
    '',
    'tile/0',
    'tile/0/0',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    '/tile/0/000',
    'tile/0/000/',
    'tile/entries/000',
    'tile/0/0000',
    'tile/0/x1/000',
    'tile/0/../000',
    'tile/0/000\n',
  ])('%j is refused', (path) => {
    expect(parseTilePath(path)).toMatchObject({ code: 'tile-path-malformed', facts: { path } })
  })
})

describe('what tiles hold', () => {
  test("a tree of 70,000, the specification's example", () => {
    const tiles = tilesOf(70_000)
    expect(tiles.filter(({ level }) => level === 0)).toHaveLength(274)
    expect(tiles.filter(({ width }) => width < 256)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ])
    expect(tilesOf(256)).toEqual([
      { level: 0, index: 0, width: 256 },
      { level: 1, index: 0, width: 1 },
    ])
    expect(tilesOf(0)).toEqual([])
    expect(tileWidth(70_000, 0, 274)).toBe(0)
  })

  test('a subtree is found in its tile', () => {
    expect(tileOf({ level: 3, index: 33 })).toEqual({ level: 0, index: 1, from: 8, count: 8 })
    expect(tileOf({ level: 8, index: 300 })).toEqual({ level: 1, index: 1, from: 44, count: 1 })
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(hashLeaf)
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('four')
    expect(foldHashes([a, b, c, d])).toEqual(hashNode(hashNode(a, b), hashNode(c, d)))
    expect(foldHashes([a])).toEqual(a)
  })
})
