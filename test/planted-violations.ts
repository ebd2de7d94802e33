// One breach of every rule in .dependency-cruiser.mjs, as files of a project of its own that boundaries.test.ts writes
// and examines. A file that a rule should leave alone stands under `harmless`: a rule that is too strict fails as well.

export interface Planted {
  file: string
  code: string
  breaks: string[]
}

const member = "import { member } from '#modules/members'\nexport const a = member\n"
const inside = "import { secret } from '../modules/members/core/secret.ts'\nexport const a = secret\n"

export const harmless: Record<string, string> = {
  'src/kernel/hash.ts': "import { hash } from 'node:crypto'\nexport const sha256 = hash\n",
  'src/kernel/hash.browser.ts': "export { sha256 } from '@noble/hashes/sha2.js'\n",
  'src/kernel/refusal.ts': 'export const refuse = 1\n',
  'src/modules/members/core/secret.ts': 'export const secret = 1\n',
  'src/modules/members/core/index.ts':
    "import { z } from 'zod'\nimport { sha256 } from '#kernel/hash'\nexport { secret as memberCore } from './secret.ts'\nexport const x = [z, sha256]\n",
  // The other half of the ring below, which is reported once.
  'src/modules/members/core/ring-b.ts': "import type { A } from './ring-a.ts'\nexport interface B { a: A }\n",
  'src/modules/members/core/secret.test.ts':
    "import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n",
  'src/modules/members/members.sql.server.ts': "import { sql } from 'kysely'\nexport const rows = sql\n",
  'src/modules/members/admit-member.server.ts': "export { rows } from './members.sql.server.ts'\n",
  'src/modules/members/index.ts': "export { rows as member } from './admit-member.server.ts'\n",
  'src/modules/motions/core/words.ts':
    "import { memberCore } from '#modules/members/core'\nexport const a = memberCore\n",
  'src/modules/motions/propose.server.ts': member,
  'src/organization/clerk.ts': member,
  'src/organization/core/index.ts':
    "import { memberCore } from '#modules/members/core'\nexport const check = memberCore\n",
  'src/organization/index.ts': "export { a } from './clerk.ts'\n",
  'src/ui/card.svelte':
    "<script lang=\"ts\">\n  import { memberCore } from '#modules/members/core'\n  import { refuse } from '#kernel/refusal'\n  import { check } from '#organization'\n  export const a = [memberCore, refuse, check]\n</script>\n",
  'src/routes/+page.svelte':
    "<script lang=\"ts\">\n  import Card from '#ui/card.svelte'\n  import { page } from '$app/state'\n  import type { PageProps } from './$types'\n  const { data }: PageProps = $props()\n</script>\n\n<Card /> {page.url} {data}\n",
  'src/routes/+page.server.ts':
    "import { env } from '$env/dynamic/private'\nimport { a } from '#organization/server'\nimport { member } from '#modules/members'\nexport const load = () => [env, a, member]\n",
  'src/cli/audit.ts': "import { a } from '#organization/server'\nexport const audit = a\n",
  'src/demonstration/index.ts': 'export const stepInto = 1\n',
  'src/routes/demonstration/+page.server.ts':
    "import { stepInto } from '../../demonstration/index.ts'\nexport const load = () => stepInto\n",
  'test/kit/tool.ts': 'export const tool = 1\n',
}

export const planted: Planted[] = [
  {
    file: 'src/routes/me/acts-as-anybody.server.ts',
    code: "import { stepInto } from '../../demonstration/index.ts'\nexport const a = stepInto\n",
    breaks: ['demonstration-apart'],
  },
  {
    file: 'src/modules/members/core/ring-a.ts',
    code: "import type { B } from './ring-b.ts'\nexport interface A { b: B }\n",
    breaks: ['no-cycles'],
  },
  {
    file: 'src/modules/members/core/reaches-out.ts',
    code: "import { rows } from '../members.sql.server.ts'\nexport const a = rows\n",
    breaks: ['core-only-kernel-and-cores'],
  },
  {
    file: 'src/modules/members/core/sees-pages.ts',
    code: "import { page } from '$app/state'\nexport const a = page\n",
    breaks: ['core-only-kernel-and-cores'],
  },
  {
    file: 'src/modules/members/core/sees-organization.ts',
    code: "import type { a } from '#organization/server'\nexport type X = typeof a\n",
    breaks: ['core-only-kernel-and-cores'],
  },
  {
    file: 'src/modules/members/core/sees-whole-state.ts',
    code: "import type { check } from '#organization'\nexport type X = typeof check\n",
    breaks: ['core-only-kernel-and-cores'],
  },
  {
    file: 'src/organization/core/writes.ts',
    code: "import { a } from '../clerk.ts'\nexport const b = a\n",
    breaks: ['organization-core-only-kernel-and-cores'],
  },
  {
    file: 'src/organization/core/reads-files.ts',
    code: "import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n",
    breaks: ['core-without-node'],
  },
  {
    file: 'src/modules/members/core/reads-files.ts',
    code: "import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n",
    breaks: ['core-without-node'],
  },
  {
    file: 'src/modules/members/core/asks-database.ts',
    code: "import { sql } from 'kysely'\nexport const a = sql\n",
    breaks: ['core-without-packages'],
  },
  {
    file: 'src/modules/motions/core/reads-tables.ts',
    code: "import { parse } from 'csv-parse/browser/esm/sync'\nexport const a = parse\n",
    breaks: ['core-without-packages-csv-parse'],
  },
  {
    file: 'src/modules/motions/core/writes-slips.ts',
    code: "import { entropyToMnemonic } from '@scure/bip39'\nexport const a = entropyToMnemonic\n",
    breaks: ['core-without-packages-@scure/bip39'],
  },
  {
    file: 'src/kernel/knows-members.ts',
    code: "import { memberCore } from '#modules/members/core'\nexport const a = memberCore\n",
    breaks: ['kernel-only-kernel'],
  },
  {
    file: 'src/kernel/reads-files.ts',
    code: "import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n",
    breaks: ['kernel-without-node'],
  },
  {
    file: 'src/kernel/parses.ts',
    code: "import { z } from 'zod'\nexport const a = z\n",
    breaks: ['kernel-without-packages'],
  },
  {
    file: 'src/modules/motions/hashes.server.ts',
    code: "import { sha256 } from '@noble/hashes/sha2.js'\nexport const a = sha256\n",
    breaks: ['noble-only-in-browser-twins'],
  },
  {
    file: 'src/modules/motions/by-the-window.server.ts',
    code: "import { rows } from '../members/admit-member.server.ts'\nexport const a = rows\n",
    breaks: ['modules-meet-at-doors'],
  },
  {
    file: 'src/modules/motions/core/by-the-window.ts',
    code: "import { secret } from '../../members/core/secret.ts'\nexport const a = secret\n",
    breaks: ['modules-meet-at-doors'],
  },
  { file: 'src/routes/+layout.server.ts', code: inside, breaks: ['enter-modules-by-doors'] },
  { file: 'src/organization/by-the-window.ts', code: inside, breaks: ['enter-modules-by-doors'] },
  {
    file: 'src/cli/by-the-window.ts',
    code: "import { a } from '../organization/clerk.ts'\nexport const b = a\n",
    breaks: ['enter-organization-by-its-door'],
  },
  {
    file: 'src/modules/motions/reads-environment.server.ts',
    code: "import { env } from '$env/dynamic/private'\nexport const a = env\n",
    breaks: ['modules-know-nothing-above'],
  },
  {
    file: 'src/modules/motions/redirects.server.ts',
    code: "import { redirect } from '@sveltejs/kit'\nexport const a = redirect\n",
    breaks: ['modules-know-nothing-above'],
  },
  {
    file: 'src/modules/motions/holds-the-clerk.server.ts',
    code: "import { a } from '#organization/server'\nexport const b = a\n",
    breaks: ['modules-know-nothing-above'],
  },
  {
    file: 'src/organization/sees-pages.ts',
    code: "import { page } from '$app/state'\nexport const a = page\n",
    breaks: ['organization-knows-nothing-above'],
  },
  {
    file: 'src/ui/acts.svelte',
    code: `<script lang="ts">\n  ${member}</script>\n`,
    breaks: ['components-see-cores-only'],
  },
  {
    file: 'src/ui/state.svelte.ts',
    code: "import { a } from '#organization/server'\nexport const b = a\n",
    breaks: ['components-see-cores-only'],
  },
  {
    file: 'src/routes/reads-files.svelte',
    code: '<script lang="ts">\n  import { readFileSync } from \'node:fs\'\n  export const a = readFileSync\n</script>\n',
    breaks: ['components-without-node'],
  },
  {
    file: 'src/views/knows-requests.server.ts',
    code: "import { error } from '@sveltejs/kit'\nexport const a = error\n",
    breaks: ['views-know-no-pages'],
  },
  {
    file: 'src/api/shows-pages.ts',
    code: "import Card from '#ui/card.svelte'\nexport const a = Card\n",
    breaks: ['api-knows-no-pages'],
  },
  {
    file: 'src/cli/shows-pages.ts',
    code: "import Card from '#ui/card.svelte'\nexport const a = Card\n",
    breaks: ['command-line-without-pages'],
  },
  { file: 'src/cli/serve.ts', code: member, breaks: ['serve-imports-nothing-of-ours'] },
  {
    file: 'src/cli/plenum.ts',
    code: "import { audit } from './audit.ts'\nimport { a } from './serve.ts'\nexport const lazy = [audit, a, import('./lazy.ts')]\n",
    breaks: ['commands-load-lazily'],
  },
  {
    file: 'src/modules/motions/reads-their-tables.server.ts',
    code: "import { rows } from '../members/members.sql.server.ts'\nexport const a = rows\n",
    breaks: ['modules-meet-at-doors', 'sql-stays-in-its-module'],
  },
  {
    file: 'src/cli/from-the-kit.ts',
    code: "import { tool } from '../../test/kit/tool.ts'\nexport const a = tool\n",
    breaks: ['no-code-from-tests'],
  },
  {
    file: 'src/cli/browses.ts',
    code: "import { chromium } from 'playwright-core'\nexport const a = chromium\n",
    breaks: ['packages-are-dependencies'],
  },
  {
    file: 'src/cli/lazy.ts',
    code: "import { nothing } from './nowhere.ts'\nexport const a = nothing\n",
    breaks: ['imports-resolve'],
  },
]
