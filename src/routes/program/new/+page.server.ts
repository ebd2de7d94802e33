import { redirect } from '@sveltejs/kit'
import type { PageServerLoad } from './$types.js'

/** Points come into the program by motion. */
export const load: PageServerLoad = () => redirect(303, '/motions/new?enact=program.adopt')
