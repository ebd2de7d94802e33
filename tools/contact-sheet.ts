import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { LANGUAGES, type Language } from '#kernel/language'
import { layoutFaults } from '../test/kit/layout.ts'
import { READERS } from '../test/kit/readers.ts'
import { openShowcase, readIn } from '../test/kit/visit.ts'
import { buildIfStale } from './build-if-stale.ts'

// Pictures of every page as each of its readers sees it, in both languages, light and dark, on a phone, on a wide screen and
// printed, on one sheet to be looked at: `npm run contact-sheet [-- PART]`, where only addresses that contain PART are visited.
// Fails where a page scrolls sideways, clips a text or has a target lower than a finger.

const WIDTHS = [360, 1440] as const
const COLOURS = ['light', 'dark'] as const
// What is left of A4 within the margins of the print style.
const PAPER = { width: 627, height: 971 }

interface Shot {
  readonly page: string
  readonly file: string
  readonly label: string
  readonly faults: readonly string[]
}

const folder = join(import.meta.dirname, '../contact-sheet')
const part = process.argv[2] ?? ''

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
await buildIfStale()
const shots: Shot[] = []
// Each language has an organization of its own: some pages are there once only.
for (const language of LANGUAGES) await visitAll(language)
writeFileSync(join(folder, 'index.html'), sheet(shots))
const faulty = shots.filter(({ faults }) => faults.length > 0)
for (const { page, label, faults } of faulty) console.error(`${page} (${label}): ${faults.join('; ')}`)
console.log(`${shots.length} pictures, ${faulty.length} with faults: ${join(folder, 'index.html')}`)
process.exitCode = faulty.length === 0 ? 0 : 1

async function visitAll(language: Language): Promise<void> {
  const showcase = await openShowcase()
  try {
    for (const [name, reader] of Object.entries(READERS)) {
      const reading = await reader(showcase)
      await readIn(reading.context, reading.url, language)
      for (const stop of reading.stops) {
        await stop.go(reading.page)
        const title = `${name}: ${stop.name}`
        if (title.includes(part)) shots.push(...(await shotsOf(reading.page, title, language)))
      }
      await reading.close()
    }
  } finally {
    await showcase.close()
  }
}

/** The page that is open, in each of its looks. */
async function shotsOf(page: Page, title: string, language: Language): Promise<readonly Shot[]> {
  const taken: Shot[] = []
  const take = async (label: string) => {
    const file = `${title} ${label}`.replaceAll(/[^a-z0-9]+/gi, '-') + '.jpg'
    await page.screenshot({ path: join(folder, file), type: 'jpeg', quality: 70, fullPage: true })
    taken.push({ page: title, file, label, faults: await layoutFaults(page) })
  }
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of COLOURS) {
      await page.emulateMedia({ colorScheme })
      await take(`${language} ${width} ${colorScheme}`)
    }
  }
  await page.setViewportSize(PAPER)
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  await take(`${language} print`)
  await page.emulateMedia({ media: 'screen' })
  return taken
}

/** One page with all pictures, by address. */
function sheet(shots: readonly Shot[]): string {
  const rows = [...Map.groupBy(shots, ({ page }) => page)].map(
    ([page, all]) => `<h2>${escaped(page)}</h2><div>${all.map(figure).join('')}</div>`,
  )
  return `<!doctype html><meta charset="utf-8"><title>Contact sheet</title><style>
body { font: 14px sans-serif } div { display: flex; gap: 8px; overflow-x: auto; align-items: start }
figure { margin: 0 } img { height: 480px; border: 1px solid #999 } .faulty { color: #b00 }</style>${rows.join('\n')}`
}

function figure({ file, label, faults }: Shot): string {
  const told = faults.length === 0 ? escaped(label) : `${escaped(label)}: ${escaped(faults.join('; '))}`
  const image = `<a href="${file}"><img src="${file}" alt="" loading="lazy"></a>`
  return `<figure>${image}<figcaption${faults.length === 0 ? '' : ' class="faulty"'}>${told}</figcaption></figure>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
