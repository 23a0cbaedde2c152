// One test runner for the whole house; every test file stands beside what it tests.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The tokens' own test reads the style sheet as text.
    css: { include: /tokens\.css/ },
    include: [
      'packages/*/src/**/*.test.{ts,tsx}',
      'tools/**/*.test.ts',
      'content/**/*.test.ts',
      'vectors/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', 'tools/check/fixtures/**'],
    globalSetup: ['packages/server/src/testing/engineOfTests.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
