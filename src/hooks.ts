import type { Transport } from '@sveltejs/kit/hooks'

/**
 * No page is hydrated, yet SvelteKit writes out the data of each for a browser that never gets it, a tenth of the time of a page.
 * Nothing else switches that off: this says of every object that it travels as a mark, and a mark is quickly written.
 */
export const transport: Transport = {
  notHydrated: { encode: (value: unknown) => typeof value === 'object', decode: () => undefined },
}
