// One test runner for the whole house; every test file stands beside what it tests.
import { defineConfig } from 'vitest/config';

/** What a process needs is measured in one that has done nothing else. */
const MEASURED = 'packages/sources/src/limits/*.test.ts';

/** What a run leaves out, as `npm test` says for the other database: projects do not hear `--exclude`. */
const LEFT_OUT = process.env['ASSAY_TESTS_LEFT_OUT']?.split(' ') ?? [];

export default defineConfig({
  test: {
    // The tokens' own test reads the style sheet as text.
    css: { include: /tokens\.css/ },
    exclude: ['**/node_modules/**', 'tools/check/fixtures/**'],
    globalSetup: ['packages/server/src/testing/engineOfTests.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          // Modules are loaded once in a worker rather than once for each file: loading them took half the time. No
          // test of these may leave anything behind in a module.
          isolate: false,
          include: ['packages/*/src/**/*.test.{ts,tsx}', 'content/**/*.test.ts', 'vectors/**/*.test.ts'],
          exclude: ['**/node_modules/**', MEASURED, ...LEFT_OUT],
        },
      },
      { extends: true, test: { name: 'apart', include: ['tools/**/*.test.ts', MEASURED] } },
    ],
  },
});
