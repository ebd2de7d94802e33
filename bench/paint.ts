import type { CDPSession, Page } from 'playwright-core'
import { launch } from '../test/kit/browser.ts'
import { report } from './report.ts'

// As Lighthouse imitates a phone of the middle class: a processor four times slower, and slow 4G (150 ms, 1.6 Mbit/s down, 750 kbit/s up).
const SLOWER = 4
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}

interface Paint {
  readonly fcp: number
  readonly lcp: number
  readonly cls: number
  readonly tbt: number
}

/** First and largest paint, shift of the layout, blocking time and bytes of pages on a slow phone, each with an empty cache. */
export async function measurePaint(
  url: string,
  cookie: string,
  pages: Readonly<Record<string, string>>,
): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  for (const [which, path] of Object.entries(pages)) {
    const browser = await launch({ viewport: { width: 360, height: 740 } })
    try {
      await browser.context.addCookies([{ name, value, url }])
      const session = await browser.context.newCDPSession(browser.page)
      const sizes = await slowDown(session)
      const paint = await paintOf(browser.page, url + path)
      const { all, script } = sizes()
      report(
        `${which}: first, largest paint`,
        `${Math.round(paint.fcp)}, ${Math.round(paint.lcp)} ms`,
        'largest under 2500 ms',
      )
      report(
        `${which}: shift, blocking time`,
        `${paint.cls.toFixed(3)}, ${Math.round(paint.tbt)} ms`,
        '0, under 200 ms',
      )
      report(`${which}: bytes over the wire, of them script`, `${all}, ${script}`, 'script under 60000')
    } finally {
      await browser.close()
    }
  }
}

/** Slows processor and network down, and counts what is loaded. */
async function slowDown(
  session: CDPSession,
): Promise<() => { readonly all: number; readonly script: number }> {
  const kinds = new Map<string, string>()
  let [all, script] = [0, 0]
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    all += encodedDataLength
    if (kinds.get(requestId) === 'Script') script += encodedDataLength
  })
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await session.send('Network.emulateNetworkConditions', NETWORK)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return () => ({ all, script })
}

/** What the browser has noted of its painting, as far back as the page was begun. */
const NOTED = `new Promise((answer) => {
  const noted = { fcp: 0, lcp: 0, cls: 0, tbt: 0 }
  const takes = {
    paint: ({ name, startTime }) => { if (name === 'first-contentful-paint') noted.fcp = startTime },
    'largest-contentful-paint': ({ startTime }) => { noted.lcp = startTime },
    'layout-shift': ({ value, hadRecentInput }) => { if (!hadRecentInput) noted.cls += value },
    longtask: ({ duration }) => { noted.tbt += Math.max(0, duration - 50) },
  }
  for (const [type, take] of Object.entries(takes))
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  setTimeout(() => answer(noted), 500)
})`

async function paintOf(page: Page, url: string): Promise<Paint> {
  await page.goto(url, { waitUntil: 'networkidle' })
  return page.evaluate<Paint>(NOTED)
}
