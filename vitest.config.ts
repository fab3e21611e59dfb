import { defineConfig } from 'vitest/config';

/** Tests that leave nothing behind in their process: what they start ends with them. */
const TOGETHER = [
  'test/unit/**/*.test.ts',
  'packages/*/test/**/*.test.ts',
  'test/system/{delivery,discord,mcp,model,recorded,sources,summaries}/*.test.ts',
];

const TESTS = ['test/**/*.test.ts', 'packages/*/test/**/*.test.ts'];

export default defineConfig({
  test: {
    // Arrival is awaited for as long as a busy machine takes.
    expect: { poll: { timeout: 30_000 } },
    // Far more than any needs on an idle machine: a busy one is no fault of the test.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // By default one core is left free, which on a machine of two halves the speed.
    maxWorkers: '100%',
    globalSetup: 'test/support/run-folder.ts',
    // Turns Node's compile cache on, as for the program.
    execArgv: ['--import', './src/node-version.js'],
    // Node loads the program as it does outside of tests: a fifth less CPU time than through vite.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    projects: [
      // A worker loads the program once for all of these files instead of once for each: half of their CPU time.
      { extends: true, test: { name: 'together', include: TOGETHER, isolate: false } },
      { extends: true, test: { name: 'apart', include: TESTS, exclude: TOGETHER } },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'commands/**/*.ts', 'packages/*/!(test)/**/*.ts'],
      reporter: ['text-summary', 'text'],
      reportOnFailure: true,
    },
  },
});
