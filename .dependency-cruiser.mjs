// Who may import whom. Every rule has a planted violation in test/boundaries.test.ts that must fail on it.
// There is no list of known violations: the tree starts clean and stays clean.

const tests = '\\.test\\.ts$'
const core = '^src/modules/[^/]+/core/'
const organizationCore = '^src/organization/core/'
const cores = [core, organizationCore]
const doors = '^src/modules/[^/]+/(index|core/index)\\.ts$'
const frameworks = '^(\\$app|\\$env)(/|$)|^node_modules/(svelte|@sveltejs)/'

/** The files of the command line that are loaded in the process of `plenum serve` too. */
const loadedByServe = '^src/cli/(plenum|serve|demo|command|nearest)\\.ts$'

/** The few packages that cores may use, each with its reason. None is best. */
const packagesOfCores = [
  // The shape of an act's body, written once: the border parses by it and the type comes from it.
  { module: '[^/]+', name: 'zod' },
  // Preview of an imported list of members: quoting in CSV is easy to get wrong. Its browser build only.
  { module: 'members', name: 'csv-parse' },
  // The words of a voter's slip: lists of 2,048 words that differ in their first letters, in many languages (BIP-39).
  { module: 'ballots', name: '@scure/bip39' },
]

const packagesOfSomeCores = packagesOfCores.filter(({ module }) => module !== '[^/]+')

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other (types count) are one thing in two places. Move what both need into a third ' +
        'file; a module names in its parameters only the slice of state it reads, never the whole Org.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-only-kernel-and-cores',
      comment:
        'A core is pure and runs in server, browser and auditor alike. Hand the thing in as a value, or move what ' +
        'needs input and output into a use case, `<verb-noun>.server.ts`, beside the core.',
      severity: 'error',
      from: { path: core, pathNot: tests },
      to: { pathNot: ['^src/kernel/', core, '^node_modules/'], dependencyTypesNot: ['core'] },
    },
    {
      name: 'organization-core-only-kernel-and-cores',
      comment:
        'What decides is run by server and auditor alike, so it is as pure as the cores it is made of. Store, clock ' +
        'and clerk stand beside it in src/organization and hand in values.',
      severity: 'error',
      from: { path: organizationCore, pathNot: tests },
      to: { pathNot: ['^src/kernel/', ...cores, '^node_modules/'], dependencyTypesNot: ['core'] },
    },
    {
      name: 'core-without-node',
      comment:
        'Cores run in the browser too: no node: builtin. Hash by #kernel/hash; take time, ids and randomness as ' +
        'parameters; do input and output in a use case.',
      severity: 'error',
      from: { path: cores, pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-without-packages',
      comment:
        'A core stands on the language and the kernel. Write the few lines, or add the package to packagesOfCores in ' +
        '.dependency-cruiser.mjs with a reason that a reviewer will accept.',
      severity: 'error',
      from: { path: cores, pathNot: tests },
      to: { path: '^node_modules/', pathNot: packagesOfCores.map(({ name }) => `^node_modules/${name}/`) },
    },
    ...packagesOfSomeCores.map(({ module, name }) => ({
      name: `core-without-packages-${name}`,
      comment: `Only the core of ${module} may use ${name}: enter that module by its door, or argue for yours in packagesOfCores.`,
      severity: /** @type {const} */ ('error'),
      from: { path: cores, pathNot: [tests, `^src/modules/${module}/core/`] },
      to: { path: `^node_modules/${name}/` },
    })),
    {
      name: 'kernel-only-kernel',
      comment:
        'The kernel is what every module stands on, so it stands on nothing of ours. Move the file into the module ' +
        'it knows about, or hand in what it needs.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: tests },
      to: { pathNot: ['^src/kernel/', '^node_modules/'], dependencyTypesNot: ['core'] },
    },
    {
      name: 'kernel-without-node',
      comment:
        'Only hash.ts, ed25519.ts and p256.ts may use node:, because they have browser twins. Anything else in the kernel runs in browsers: use ' +
        'the language, or put the code into the use case that needs Node.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: [tests, '^src/kernel/(hash|ed25519|p256)\\.ts$'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'kernel-without-packages',
      comment:
        'The kernel has two packages, @noble/hashes and @noble/curves, in the browser twins of hash.ts, ed25519.ts and p256.ts. Write the few lines instead.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: [tests, '^src/kernel/(hash|ed25519|p256)\\.browser\\.ts$'] },
      to: { path: '^node_modules/' },
    },
    {
      name: 'noble-only-in-browser-twins',
      comment:
        'Hash by #kernel/hash and sign by #kernel/ed25519: OpenSSL on the server, @noble/* only where there is none.',
      severity: 'error',
      from: { pathNot: [tests, '^src/kernel/'] },
      to: { path: '^node_modules/@noble/' },
    },
    {
      name: 'modules-meet-at-doors',
      comment:
        'Another module is entered by #modules/x (use cases) or #modules/x/core (pure). If the name you need is not ' +
        'exported there, ask whether it should be, and export it by name.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', doors] },
    },
    {
      name: 'enter-modules-by-doors',
      comment:
        'Routes, command line, components and the composition root enter a module by #modules/x or #modules/x/core ' +
        'only, so that its inside may change. Export the name at the door.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/modules/' },
      to: { path: '^src/modules/', pathNot: doors },
    },
    {
      name: 'enter-organization-by-its-door',
      comment:
        'Import #organization (pure) or #organization/server (the clerk). What is not exported there is nobody else’s business.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/organization/' },
      to: { path: '^src/organization/', pathNot: '^src/organization/(index|core/index)\\.ts$' },
    },
    {
      name: 'modules-know-nothing-above',
      comment:
        'Use cases run under tests and the command line, where no page, no $app and no environment is. Take what you ' +
        'need as a parameter; the route or the composition root hands it in. A slice of state is a type of the module’s own.',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: [tests, core] },
      to: { path: [frameworks, '^src/(?!modules/|kernel/)'] },
    },
    {
      name: 'organization-knows-nothing-above',
      comment:
        'The composition root serves routes, API and command line alike: take what you need as a parameter.',
      severity: 'error',
      from: { path: '^src/organization/', pathNot: [tests, organizationCore] },
      to: { path: [frameworks, '^src/(?!modules/|kernel/|organization/)'] },
    },
    {
      name: 'components-see-cores-only',
      comment:
        'A component shows; it neither fetches nor acts. Import #modules/x/core, #organization, #kernel or #ui, and let +page.server.ts ' +
        'load and act through #modules/x and hand in data.',
      severity: 'error',
      from: { path: ['\\.svelte(\\.ts)?$', '^src/ui/'], pathNot: tests },
      to: {
        path: '^src/',
        pathNot: [...cores, '^src/kernel/', '^src/ui/', '^src/routes/(?!.*server)'],
      },
    },
    {
      name: 'components-without-node',
      comment: 'Components run in the browser. Do it in +page.server.ts and hand in the result.',
      severity: 'error',
      from: { path: ['\\.svelte(\\.ts)?$', '^src/ui/'], pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'views-know-no-pages',
      comment:
        'What members may see is told to pages and API alike: take what belongs to a request as a parameter. Views use doors, ' +
        'kernel and words.',
      severity: 'error',
      from: { path: '^src/views/', pathNot: tests },
      to: { path: ['^src/(routes|api|cli)/', frameworks] },
    },
    {
      name: 'api-knows-no-pages',
      comment:
        'The API shows what src/views sees and enters acts by the clerk. Move what pages have too into src/views.',
      severity: 'error',
      from: { path: '^src/api/', pathNot: tests },
      to: { path: ['^src/(routes|cli)/', '\\.svelte$', frameworks] },
    },
    {
      name: 'command-line-without-pages',
      comment: 'The command line works where nothing is built. Move what both need into a module.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: ['^src/(routes|ui)/', frameworks] },
    },
    {
      name: 'serve-imports-nothing-of-ours',
      comment:
        'The built handler has its own copy of every module; an import from src would make a second clerk in the same ' +
        'process. Hand settings over by environment variables.',
      severity: 'error',
      from: { path: loadedByServe },
      to: { path: '^src/(?!cli/)' },
    },
    {
      name: 'commands-load-lazily',
      comment:
        'plenum.ts also starts the server, whose process must not load our modules a second time. Load a command ' +
        'where it is chosen, `await import("./audit.ts")`; a helper without modules may join loadedByServe.',
      severity: 'error',
      from: { path: loadedByServe },
      to: { path: '^src/cli/', pathNot: loadedByServe, dynamic: false },
    },
    {
      name: 'sql-stays-in-its-module',
      comment:
        'All SQL of a module stands in its <module>.sql.server.ts, and no other module reads its tables. Ask the ' +
        'other module for a use case that answers the question.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '\\.sql\\.server\\.ts$', pathNot: '^src/modules/$1/' },
    },
    {
      name: 'demonstration-apart',
      comment:
        'What makes an invented league, and lets anybody act as anybody in it, is used where a demonstration is made or visited: ' +
        'the command line, src/routes/demonstration, and the button of the set-up (src/routes/shared/making.server.ts).',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '^src/demonstration/',
          '^src/cli/',
          '^src/routes/(demonstration|setup)/',
          '^src/routes/shared/making\\.server\\.ts$',
        ],
      },
      to: { path: '^src/demonstration/' },
    },
    {
      name: 'no-code-from-tests',
      comment: 'What the program needs does not live in a test. Move it beside its user, or into the kernel.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: ['^(test|tools|bench)/', tests] },
    },
    {
      name: 'packages-are-dependencies',
      comment:
        'The program runs on what stands under "dependencies" in package.json: add it there (with its reason in the ' +
        'commit), or do without.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        // Types come with the compiler and leave no trace in what runs.
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'imports-resolve',
      comment:
        'There is no such file or package. Own files by relative path with .ts, other modules by #modules/x.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^\\$(app|env)(/|$)', '/?\\$types\\.js$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
}
