import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** A server of one kind of page: a text that was there when it was built. */
export interface ConstantPages {
  readonly url: string
  readonly pid: number | undefined
  stop(): void
}

/**
 * Builds a SvelteKit application with the same adapter, whose page at `/NAME` sends the text of that name, and starts it as a
 * process of its own: what the framework costs where nothing is looked up and nothing is rendered.
 */
export async function startConstant(texts: Readonly<Record<string, string>>): Promise<ConstantPages> {
  // Inside the project, where the packages are found.
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true })
  const folder = mkdtempSync(join(root, 'node_modules/.cache/plenum-constant-'))
  const write = (name: string, text: string): void => {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  write('package.json', '{ "type": "module" }')
  write('src/app.html', '%sveltekit.head%%sveltekit.body%')
  write('src/texts.js', `export const texts = ${JSON.stringify(texts)}`)
  write(
    'src/routes/[name]/+page.server.js',
    `import { texts } from '../../texts.js'
export const csr = false
export const load = ({ params }) => ({ html: texts[params.name] })`,
  )
  write('src/routes/[name]/+page.svelte', '<script>const { data } = $props()</script>{@html data.html}')
  write(
    'vite.config.js',
    `import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
export default { plugins: [sveltekit({ adapter: adapter({ out: 'build' }) })] }`,
  )
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (built.status !== 0) throw new Error(`the constant page was not built: ${built.stderr}`)
  const env = { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0' }
  const child = spawn(process.execPath, [join(folder, 'build/index.js')], { env })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  const url = /http:\/\/\S+/.exec(said.toString())?.[0] ?? ''
  return {
    url,
    pid: child.pid,
    stop() {
      child.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
