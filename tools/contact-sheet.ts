import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { LANGUAGES, type Language } from '#kernel/language'
import { launch } from '../test/kit/browser.ts'
import { layoutFaults } from '../test/kit/layout.ts'
import { samplePages } from '../test/kit/sample-pages.ts'
import { startServer } from '../test/kit/server.ts'
import { seedShowcase } from '../test/kit/showcase.ts'
import { readIn, signIn } from '../test/kit/visit.ts'
import { buildIfStale } from './build-if-stale.ts'

// Pictures of every page in both languages, light and dark, on a phone and on a wide screen, on one sheet to be looked at:
// `npm run contact-sheet [-- PART]`, where only addresses that contain PART are visited. Fails where a page scrolls sideways,
// clips a text or has a target lower than a finger.

const WIDTHS = [360, 1440] as const
const COLOURS = ['light', 'dark'] as const

interface Shot {
  readonly path: string
  readonly file: string
  readonly label: string
  readonly faults: readonly string[]
}

const folder = join(import.meta.dirname, '../contact-sheet')
const part = process.argv[2] ?? ''

await buildIfStale()
const shots = await visitAll(samplePages().pages.filter((path) => path.includes(part)))
writeFileSync(join(folder, 'index.html'), sheet(shots))
const faulty = shots.filter(({ faults }) => faults.length > 0)
for (const { path, label, faults } of faulty) console.error(`${path} (${label}): ${faults.join('; ')}`)
console.log(`${shots.length} pictures, ${faulty.length} with faults: ${join(folder, 'index.html')}`)
process.exitCode = faulty.length === 0 ? 0 : 1

/** Takes all pictures from a server of its own. */
async function visitAll(pages: readonly string[]): Promise<readonly Shot[]> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const data = mkdtempSync(join(tmpdir(), 'plenum-sheet-'))
  const seeded = await seedShowcase(data)
  const server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  const browser = await launch()
  const { context, page } = browser
  try {
    await signIn(page, server.url, seeded)
    const taken: Shot[] = []
    for (const language of LANGUAGES) {
      await readIn(context, server.url, language)
      for (const path of pages) taken.push(...(await shotsOf(page, server.url, path, language)))
    }
    return taken
  } finally {
    await browser.close()
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

/** A page in each of its looks. */
async function shotsOf(page: Page, url: string, path: string, language: Language): Promise<readonly Shot[]> {
  const taken: Shot[] = []
  await page.goto(url + path)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of COLOURS) {
      await page.emulateMedia({ colorScheme })
      const label = `${language} ${width} ${colorScheme}`
      const file = `${path} ${label}`.replaceAll(/[^a-z0-9]+/gi, '-').replace(/^-/, '') + '.jpg'
      await page.screenshot({ path: join(folder, file), type: 'jpeg', quality: 70, fullPage: true })
      taken.push({ path, file, label, faults: await layoutFaults(page) })
    }
  }
  return taken
}

/** One page with all pictures, by address. */
function sheet(shots: readonly Shot[]): string {
  const rows = [...Map.groupBy(shots, ({ path }) => path)].map(
    ([path, all]) => `<h2>${escaped(path)}</h2><div>${all.map(figure).join('')}</div>`,
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
