import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig, type Plugin } from 'vite'

/** The development server hands out the source of the one script that vite.scripts.config.ts bundles. */
const script: Plugin = {
  name: 'plenum:script',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (request.url === '/scripts/plenum.js') request.url = '/src/ui/scripts/plenum.ts'
      next()
    })
  },
}

export default defineConfig({
  plugins: [script, sveltekit({ adapter: adapter({ out: process.env['PLENUM_BUILD'] ?? 'build/by-hand' }) })],
})
