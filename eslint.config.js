import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import { defineConfig, globalIgnores } from 'eslint/config'
import globals from 'globals'
import ts from 'typescript-eslint'

const tests = ['**/*.test.ts', 'test/**']
const toolsThatDemandDefaults = ['*.config.{js,ts}', '.dependency-cruiser.mjs']

/** What a pure function takes as a value or leaves to others, by the name it has in the language. */
const impureGlobals = [
  'fetch',
  'console',
  'process',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'Buffer',
]

export default defineConfig(
  globalIgnores(['node_modules/', 'build/', 'static/scripts/', '.svelte-kit/', 'data/', 'test/fixtures/']),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.node },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'A door lists the names it hands out: no `export *`.' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `noUncheckedIndexedAccess` makes every index in a counted loop possibly undefined; there `!` says what the loop
      // has just made sure of, where `?? 0` would hide a bug.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A `type` fits where JSON is expected, an `interface` does not (it could be extended): both are wanted.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // [...text] splits by code points, which is what canonical forms and limits are about.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Environment variables are read by name: env['X'].
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // SvelteKit's redirect() and error() are meant to be thrown or called and are no Error.
      '@typescript-eslint/only-throw-error': 'off',
      // Functions of a table of rules take the same parameters, whether they use them or not.
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { parser: ts.parser, projectService: true, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      // `let { a } = $props()` of which one name is bindable.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all' }],
      // Parameters of snippets have no type here; svelte-check sees them.
      '@typescript-eslint/no-unsafe-call': 'off',
      // Links are plain paths: the application is always served at the root of its origin.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    name: 'plenum/pure',
    files: ['src/modules/*/core/**/*.ts', 'src/organization/core/**/*.ts', 'src/kernel/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': [
        'error',
        ...impureGlobals.map((name) => ({
          name,
          message: 'A core is pure: take the value as a parameter, and do this in a use case.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as a value: take an Instant.' },
        {
          object: 'Math',
          property: 'random',
          message: 'Randomness comes in as a value, or nobody can redo the draw.',
        },
        ...impureGlobals.map((property) => ({
          object: 'globalThis',
          property,
          message: 'A core is pure: take the value as a parameter.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'A door lists the names it hands out: no `export *`.' },
        {
          selector: 'ThrowStatement',
          message: 'Return a refusal; for what cannot happen call bug() of #kernel/bug.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time comes in as a value: take an Instant.',
        },
        {
          selector: "CallExpression[callee.name='Date']",
          message: 'Time comes in as a value: take an Instant.',
        },
      ],
    },
  },
  {
    files: ['src/kernel/bug.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: tests,
    rules: {
      // A test says what must be so: it may assert, and build what the types would not let pass.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: toolsThatDemandDefaults,
    rules: { 'no-restricted-exports': 'off' },
  },
)
