import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { formatExportLine, hashBody, type Entry } from '#modules/record/core'
import { audienceOf } from '#organization/server'
import { runPlenum, type Ran } from '../../test/kit/command.ts'
import { exportOf } from '../../test/kit/export.ts'
import { uuid } from '../../test/kit/given.ts'
import { drawn, PANEL, panelOf, panelWorld, seated } from '../../test/kit/panel-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'plenum-draw-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Whether the public may not read an entry. */
function isClosed(entry: Entry): boolean {
  const kept = { ...entry, salt: '', bodyHash: hashBody(new Uint8Array(16), entry.body) }
  return audienceOf(kept)?.kind !== 'public'
}

/** A signed public export of a record in which a panel was drawn; changed before it was signed, where a test lies. */
function exported(name: string, change: (entry: Entry) => Entry = (entry) => entry): string {
  const world = drawn(panelWorld())
  world.given(panelOf(world).seats[0]?.member ?? '', 'panel.recuse', { panel: PANEL })
  seated(world)
  const file = join(folder, `${name}.jsonl`)
  const lines = exportOf(world.entries.map(change), isClosed)
  writeFileSync(file, lines.map((line) => `${formatExportLine(line)}\n`).join(''))
  return file
}

function prove(file: string, panel = PANEL, ...more: string[]): Promise<Ran> {
  return runPlenum(['prove', 'draw', file, panel, ...more])
}

describe('plenum prove draw', () => {
  test('draws a panel again from a public export, and says who was drawn, who stepped aside and who sits', async () => {
    const { code, out, err } = await prove(exported('sound'))
    expect([code, err]).toEqual([0, ''])
    const panel = panelOf(drawn(panelWorld()))
    expect(out).toContain('3 seats, from the 19 members on the roll')
    expect(out).toContain('seed of one: “red hat”')
    expect(out).toContain('seed of the clerk: “seed of the clerk for')
    for (const [i, member] of panel.order.entries()) expect(out).toContain(`${i + 1}. ${member}, place`)
    expect(out).toContain(`${panel.order[0]} stepped aside`)
    expect(out).toContain(`Seats taken now: ${panel.order.slice(1, 4).join(', ')}.`)
    expect(out).toContain('the lot draws just this order')
  })

  test('says the same in JSON', async () => {
    const { code, out } = await prove(exported('json'), PANEL, '--json')
    expect(code).toBe(0)
    const told = JSON.parse(out) as { draws: { order: { member: string }[] }[]; sound: boolean }
    expect(told.sound).toBe(true)
    expect(told.draws[0]?.order.map(({ member }) => member)).toEqual(panelOf(drawn(panelWorld())).order)
  })

  test('names what is wrong, though the server signed it', async () => {
    const lies: readonly (readonly [string, (body: Record<string, unknown>) => object, string])[] = [
      ['panel.seed', () => ({ seed: 'other words' }), 'is not the one that was committed to'],
      ['panel.draw', () => ({ seed: 'other words' }), 'is not the one that was committed to'],
      ['panel.draw', ({ drawn: all }) => ({ drawn: (all as object[]).toReversed() }), 'draw other places'],
      ['panel.draw', ({ drawn: all }) => ({ drawn: chosen(all) }), 'did not stand at place'],
    ]
    for (const [i, [type, change, sentence]] of lies.entries()) {
      const file = exported(`lie-${i}`, (entry) =>
        entry.type === type
          ? {
              ...entry,
              body: { ...(entry.body as object), ...change(entry.body as Record<string, unknown>) },
            }
          : entry,
      )
      const { code, out } = await prove(file)
      expect(code, type).toBe(1)
      expect(out).toContain('WRONG, entry ')
      expect(out).toContain(sentence)
    }
  })

  test('says that there is no such panel', async () => {
    const { code, out } = await prove(exported('none'), uuid('another'))
    expect(code).toBe(1)
    expect(out).toContain('There is no such panel.')
  })
})

/** Somebody else in the first place that was drawn, as whoever packs a panel would write it. */
function chosen(drawnThere: unknown): object[] {
  const [first, ...rest] = drawnThere as { member: string }[]
  return [{ ...first, member: 'm-000000000000' }, ...rest]
}
