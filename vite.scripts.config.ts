import { defineConfig } from 'vite'

// The one script that pages load, beside what SvelteKit builds: pages are not hydrated, and a script that betters a form
// weighs a tenth of what it takes to make a whole page anew in the browser.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'build/client/scripts',
    emptyOutDir: true,
    rolldownOptions: {
      input: { plenum: 'src/ui/scripts/plenum.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
})
