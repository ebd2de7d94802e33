import { mkdirSync } from 'node:fs'
import { launch } from './browser.ts'
const [base, who, out, width, ...paths] = process.argv.slice(2)
mkdirSync(out!, { recursive: true })
const { page, close, context } = await launch({ javaScript: false, viewport: { width: Number(width), height: 740 } })
await page.goto(`${base}/sign-in`)
await page.fill('input[name=login]', `member${who}@example.org`)
await page.fill('input[name=password]', 'a long enough password')
await page.click('main button')
for (const path of paths) {
  const response = await page.goto(base + path)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth).catch(() => 'n/a')
  console.log(response?.status(), path, 'wide:', wide, page.url())
  const shot = await page.screenshot({ fullPage: true })
  const H = Number(width) < 500 ? 1500 : 1400
  const w = Number(width)
  const h = await page.evaluate(() => document.documentElement.scrollHeight)
  const n = Math.min(6, Math.ceil(h / H))
  const montage = await context.newPage()
  await montage.setViewportSize({ width: n * (w + 10), height: Math.min(H, h) })
  await montage.setContent(`<body style="margin:0;background:#888;display:flex;gap:10px">${Array.from({ length: n }, (_, i) => `<div style="flex:none;width:${w}px;height:${Math.min(H, h - i * H)}px;background:url(data:image/png;base64,${shot.toString('base64')}) 0 -${i * H}px"></div>`).join('')}`)
  await montage.screenshot({ path: `${out}/${(path.replaceAll(/[^a-z0-9]+/gi, '_').slice(0, 60) || 'home')}-${width}.png` })
  await montage.close()
}
await close()
