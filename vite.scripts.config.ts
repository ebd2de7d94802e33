import { defineConfig } from 'vite'

// The one script that pages load, beside what SvelteKit builds: pages are not hydrated, and a script that betters a form
// weighs a tenth of what it takes to make a whole page anew in the browser. It is built first, into the folder of files that are
// served as they are: the adapter lists these when it builds, and serves nothing that is not on its list.
export default defineConfig({
  // Where the folder is served: what a piece loads ahead is asked for by its whole address.
  base: '/scripts/',
  publicDir: false,
  build: {
    outDir: 'static/scripts',
    emptyOutDir: true,
    rolldownOptions: {
      input: { plenum: 'src/ui/scripts/plenum.ts' },
      // A door of a core names more than a script needs, and making a shape counts as doing something: only scripts do.
      treeshake: { moduleSideEffects: (id) => id.includes('/src/ui/scripts/') },
      output: { entryFileNames: '[name].js' },
    },
  },
})
