import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beginBatch,
  createCell,
  createColumn,
  createJournal,
  createList,
  createTable,
  keepBatch,
  markBatch,
  rollBack,
  rollBackTo,
} from './journal.ts'

type Operation = readonly ['set' | 'delete' | 'cell' | 'push' | 'column' | 'nest', number, number]

const operations = fc.array(
  fc.tuple(fc.constantFrom('set', 'delete', 'cell', 'push', 'column', 'nest'), fc.nat(200), fc.nat(5)),
  { maxLength: 40 },
)

function image() {
  const journal = createJournal()
  const table = createTable<number, number | undefined>(journal)
  const nested = createTable<number, ReturnType<typeof createList<number>>>(journal)
  const cell = createCell(journal, 0)
  const list = createList<number>(journal)
  const column = createColumn(journal, (length) => new Uint32Array(length))
  const act = ([kind, a, b]: Operation): void => {
    if (kind === 'set') table.set(a, b === 0 ? undefined : b)
    if (kind === 'delete') table.delete(a)
    if (kind === 'cell') cell.set(a)
    if (kind === 'push') list.push(a)
    if (kind === 'column') column.set(a, b)
    if (kind === 'nest') {
      const own = nested.get(b) ?? createList<number>(journal)
      if (!nested.has(b)) nested.set(b, own)
      own.push(a)
    }
  }
  const parts = { table, nested, cell, list, column }
  return { journal, act, look: () => JSON.stringify(parts), ...parts }
}

describe('a journaled image', () => {
  it('goes back to the beginning of the batch, or to a mark in it, whatever was done', () => {
    fc.assert(
      fc.property(operations, operations, operations, operations, (before, first, second, after) => {
        const world = image()
        before.forEach(world.act)
        const begun = world.look()
        beginBatch(world.journal)
        first.forEach(world.act)
        const [mark, marked] = [markBatch(world.journal), world.look()]
        second.forEach(world.act)
        rollBackTo(world.journal, mark)
        expect(world.look()).toBe(marked)
        after.forEach(world.act)
        rollBack(world.journal)
        expect(world.look()).toBe(begun)
        expect([world.journal.open, world.journal.undo.length]).toEqual([false, 0])
      }),
    )
  })

  it('keeps what a kept batch did, and remembers nothing outside a batch', () => {
    fc.assert(
      fc.property(operations, (all) => {
        const [plain, batched] = [image(), image()]
        all.forEach(plain.act)
        expect(plain.journal.undo).toEqual([])
        beginBatch(batched.journal)
        all.forEach(batched.act)
        keepBatch(batched.journal)
        expect(batched.look()).toBe(plain.look())
        expect(batched.journal.undo).toEqual([])
      }),
    )
  })

  it('has one batch at a time', () => {
    const { journal } = image()
    beginBatch(journal)
    expect(() => {
      beginBatch(journal)
    }).toThrow('a batch is open already')
  })

  it('reads like a map, a value, a list and a list of numbers', () => {
    const { table, cell, list, column } = image()
    table.set(1, 2)
    table.set(3, undefined)
    expect([table.get(1), table.has(3), table.has(4), table.size, [...table.keys()]]).toEqual([
      2,
      true,
      false,
      2,
      [1, 3],
    ])
    expect([[...table.values()], [...table.entries()]]).toEqual([
      [2, undefined],
      [
        [1, 2],
        [3, undefined],
      ],
    ])
    cell.set(7)
    expect(cell.get()).toBe(7)
    list.push(8)
    expect([list.length, list.at(0), list.at(-1), list.at(1), list.values()]).toEqual([
      1,
      8,
      8,
      undefined,
      [8],
    ])
    column.set(1000, 9)
    expect([column.get(1000), column.get(999), column.get(5000)]).toEqual([9, 0, 0])
  })
})
