import { defineConfig } from 'vitest/config'

// An odd time zone (UTC+12:45, with summer time) shows at once where a local time slips into a computation.
process.env['TZ'] = 'Pacific/Chatham'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tools/**/*.test.ts', 'test/unit/**/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
          // Properties run hundreds of cases, and the machine may be busy with other work.
          testTimeout: 30_000,
          // Not 0: with one worker vitest runs that group after all others.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'db',
          include: ['src/**/*.db.test.ts', 'test/db/**/*.test.ts'],
          globalSetup: ['test/kit/postgres-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'boundaries',
          include: ['test/boundaries.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/kit/build.ts', 'test/kit/postgres-server.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // What a page does by script takes longer where other work goes on beside it.
          expect: { poll: { timeout: 30_000 } },
          // Last and alone, so that timings on a small machine are those of the page and not of the other tests.
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
