import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page, type ViewportSize } from 'playwright-core'

const modules = join(import.meta.dirname, '../../node_modules')

export interface LaunchedBrowser {
  context: BrowserContext
  page: Page
  close(): Promise<void>
}

/** Starts a headless Chromium with an empty profile; `javaScript: false` as where somebody has switched it off. */
export async function launch(
  options: { javaScript?: boolean; viewport?: ViewportSize; locale?: string } = {},
): Promise<LaunchedBrowser> {
  const browser = await chromium.launch(bundled())
  const context = await browser.newContext({
    javaScriptEnabled: options.javaScript ?? true,
    viewport: options.viewport ?? { width: 1280, height: 800 },
    locale: options.locale ?? 'en-GB',
  })
  return { context, page: await context.newPage(), close: () => browser.close() }
}

// As root there is no sandbox; the rest keeps Chromium from calling its maker's hosts, and draws WebGL in software.
const flags = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]

/** The Chromium that the package carries (x64), with its own libraries and fonts; or the one in `PLENUM_CHROMIUM`. */
function bundled(): { executablePath: string; args: string[]; env: Record<string, string> } {
  const env = Object.fromEntries(
    Object.entries(process.env).filter((pair) => pair[1] !== undefined),
  ) as Record<string, string>
  const given = process.env['PLENUM_CHROMIUM']
  if (given !== undefined && given !== '') return { executablePath: given, args: flags, env }

  const folder = unpacked()
  env['LD_LIBRARY_PATH'] = [join(folder, 'al2023/lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  env['FONTCONFIG_PATH'] = join(folder, 'fonts')
  return { executablePath: join(folder, 'chromium'), args: flags, env }
}

// The package's own settings look for its fonts in the folders of Amazon's machines, and text would stay invisible.
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(tmpdir(), 'plenum-fonts')}</cachedir>
</fontconfig>
`

/**
 * Unpacks it once, into node_modules. The package itself unpacks into the temporary folder without any lock, and adds
 * its libraries only where it believes to be on Amazon's machines: so it is told both by its child's environment.
 */
function unpacked(): string {
  const { version } = JSON.parse(readFileSync(join(modules, '@sparticuz/chromium/package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(modules, `.cache/plenum-chromium-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(join(modules, '.cache'), { recursive: true })
  const half = mkdtempSync(join(modules, '.cache/plenum-chromium-'))
  const script = "const { default: c } = await import('@sparticuz/chromium'); await c.executablePath()"
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: join(modules, '..'),
    env: { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  })
  writeFileSync(join(half, 'fonts/fonts.conf'), fontSettings)
  try {
    renameSync(half, folder)
  } catch (error) {
    // Another process was quicker.
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}
