import { defineConfig } from 'vitest/config';

/** A busy machine is no failure: only what hangs may run out of time. */
const SLOW_MACHINE_MS = 60_000;

/** One project per kind of test, so that each can be run, and counted, on its own. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{contracts,scoring,instruments,server,fixtures,tools,bench}/**/*.test.ts'],
          exclude: ['**/*.property.test.ts', '**/*.integration.test.ts'],
          environment: 'node',
          testTimeout: SLOW_MACHINE_MS,
        },
      },
      {
        test: {
          name: 'client',
          include: ['client/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          testTimeout: SLOW_MACHINE_MS,
        },
      },
      {
        test: {
          name: 'property',
          include: ['**/*.property.test.ts'],
          setupFiles: ['tools/support/property-seed.ts'],
          testTimeout: SLOW_MACHINE_MS,
          exclude: ['node_modules/**', 'dist/**'],
          environment: 'node',
        },
      },
      {
        test: {
          name: 'integration',
          include: ['**/*.integration.test.ts'],
          exclude: ['node_modules/**', 'dist/**'],
          environment: 'node',
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          // In full, minutes long: `npm run test:faults`. A short form of each is among the integration tests.
          name: 'faults',
          include: ['e2e/**/*.faults.ts'],
          environment: 'node',
          testTimeout: 1_200_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.e2e.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
