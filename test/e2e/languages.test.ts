import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type LaunchedBrowser } from '../kit/browser.ts'
import { SHOWN } from '../kit/showcase.ts'
import { openShowcase, PHONE, signIn, type OpenShowcase } from '../kit/visit.ts'

// Pages as somebody meets them whose browser asks for Spanish, or who has chosen it: without a script, on a phone.

const words = join(import.meta.dirname, '../../src/ui/words/en')
const launched: LaunchedBrowser[] = []
let showcase: OpenShowcase
let english: readonly string[]

beforeAll(async () => {
  showcase = await openShowcase()
  const tables = await Promise.all(
    readdirSync(words)
      .filter((file) => file !== 'design.ts')
      .map((file) => import(join(words, file)) as unknown),
  )
  // The page of components shows texts as members write them, the same that this organization has.
  // What is short or the same in Spanish tells nothing; “Motions” within “Mociones” would.
  english = [...new Set(sentencesIn(tables))].filter(
    (text) => /[a-z]{3,} [a-z]/.test(text) && !text.startsWith('npx '),
  )
})
afterAll(async () => {
  for (const browser of launched) await browser.close()
  await showcase.close()
})

/** Every sentence of tables that stands as it is, without those that functions make. */
function sentencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesIn) : []
}

async function open(locale: string): Promise<Page> {
  const browser = await launch({ locale, javaScript: false, ...PHONE })
  launched.push(browser)
  return browser.page
}

/** What a reader of the page is told, its title included. */
async function textOf(page: Page): Promise<string> {
  const text = `${await page.title()}\n${(await page.textContent('body')) ?? ''}`
  return text.replaceAll(/\s+/g, ' ')
}

const headingOf = (page: Page): Promise<string | null> => page.textContent('h1')

const PAGES: readonly (readonly [path: string, heading: string | RegExp])[] = [
  ['/', /./],
  ['/program', 'Programa'],
  [`/program/${SHOWN.point}`, 'Punto de unidad 1'],
  ['/motions', 'Mociones'],
  ['/motions/new', 'Proponer una moción'],
  ['/motions/new?enact=rules.adopt', 'Moción: aprobar otro reglamento'],
  [`/motions/${SHOWN.decided}`, /^Moción \d+:/],
  [`/motions/${SHOWN.debate}`, /^Moción \d+:/],
  [`/motions/${SHOWN.debate}/amend`, 'Proponer una enmienda'],
  [`/votes/${SHOWN.decidedVote}`, /^Votación de la moción \d+$/],
  [`/votes/${SHOWN.decidedVote}/roll-call`, 'Quién votó qué'],
  [`/votes/${SHOWN.openVote}`, /^Votación de la moción \d+$/],
  ['/votes', 'Votaciones abiertas'],
  ['/decisions', 'Decisiones'],
  ['/meetings/new', 'Registrar la decisión de una reunión'],
  ['/members', 'Integrantes'],
  ['/members/import', 'Cargar una lista de solicitantes'],
  ['/me', /./],
  ['/units', 'Unidades'],
  [`/units/${SHOWN.group}`, /./],
  ['/rulebook', 'Reglamento'],
  ['/rulebook/what-if', '¿Y si rigieran otras reglas?'],
  ['/search?q=city', 'Búsqueda'],
  ['/me/security', 'Acceso'],
  ['/me/devices', 'Dispositivos'],
  ['/me/tokens', 'Tokens'],
  ['/me/webhooks', 'Webhooks'],
  ['/record', 'Registro'],
  ['/record/entries/3', 'Entrada 3'],
  ['/apply', 'Solicitar el ingreso'],
  ['/no-such-page', 'No se encontró'],
  ['/motions/no-such-motion', 'No se encontró'],
]

describe('a browser that asks for Spanish', () => {
  let page: Page
  beforeAll(async () => {
    page = await open('es-MX')
    await signIn(page, showcase.url, showcase.seeded)
  })

  it.each(PAGES)('reads %s in Spanish and in nothing else', async (path, heading) => {
    await page.goto(showcase.url + path)
    expect(await page.getAttribute('html', 'lang')).toBe('es')
    const said = (await headingOf(page)) ?? ''
    if (typeof heading === 'string') expect(said.trim()).toBe(heading)
    else expect(said.trim()).toMatch(heading)
    const text = await textOf(page)
    expect(english.filter((sentence) => text.includes(sentence))).toEqual([])
    expect(text).not.toMatch(/\b(January|March|July|undefined|null|NaN)\b/)
  })

  it('is refused in Spanish', async () => {
    await page.goto(`${showcase.url}/motions/new?enact=resolve`)
    await page.fill('[name=title]', 'Una moción')
    await page.evaluate('document.querySelector("[name=text]").removeAttribute("required")')
    await page.getByRole('button', { name: 'Proponerla' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Escribe el texto que se va a decidir.')
  })
})

describe('a browser that asks for English', () => {
  it('speaks Spanish once its reader has chosen it, and comes back to the page where they did', async () => {
    const page = await open('en-GB')
    await page.goto(`${showcase.url}/program`)
    expect([await page.getAttribute('html', 'lang'), await headingOf(page)]).toEqual(['en', 'Program'])
    await page.getByRole('button', { name: 'Español' }).click()
    expect(new URL(page.url()).pathname).toBe('/program')
    expect([await page.getAttribute('html', 'lang'), await headingOf(page)]).toEqual(['es', 'Programa'])
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
  })
})
