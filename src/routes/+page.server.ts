import type { Actions } from './$types.js'

export const actions: Actions = {
  default: () => ({ hello: true }),
}
