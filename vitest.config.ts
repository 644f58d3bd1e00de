import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';
import { neo4jServers } from './test/support/neo4j/count-servers.ts';

/** Tests that need a real Neo4j; all others run without any server. */
const neo4jTests = ['test/contract/neo4j*.test.ts', 'test/neo4j/**/*.test.ts', '**/*.neo4j.test.ts'];
const browserTests = ['test/e2e/**/*.test.ts'];
/** Tests that kill and stop processes, one after another: they take long, and need the machine for themselves. */
const faultTests = ['test/faults/**/*.test.ts'];
const harnessTests = ['test/support/**/*.test.ts'];
const builtServer = 'test/support/built-server.ts';
const skipped = ['**/node_modules/**', '**/dist/**', '.cache/**'];

export default defineConfig({
  plugins: [react()],
  // Node loads the CommonJS file of graphql, Vite by itself the other one; two of them in one process do not mix.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // Two cores: more workers than that only wait for each other.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'check',
          include: ['{schema,server,client,seeds,test,bench}/**/*.test.{ts,tsx}'],
          exclude: [...skipped, ...neo4jTests, ...browserTests, ...faultTests, ...harnessTests],
          globalSetup: [builtServer],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'neo4j',
          include: [...neo4jTests, ...harnessTests],
          exclude: skipped,
          globalSetup: [builtServer, 'test/support/neo4j/global-setup.ts'],
          maxWorkers: neo4jServers,
          sequence: { groupOrder: 1 },
          // Each random plan is a new statement there, and planning one is what takes the time.
          testTimeout: 400_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: faultTests,
          exclude: [...skipped, ...neo4jTests],
          globalSetup: [builtServer],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browserTests,
          globalSetup: ['test/e2e/global-setup.ts'],
          exclude: [...skipped, ...neo4jTests],
          // Two files at a time: a page waits as often as it works. What they share, no test may change.
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Whatever a shared machine does to a browser, the report tells what had to be tried twice: it is to be mended.
          retry: 1,
          // As long as Playwright waits for an element: a shared machine may leave a browser waiting for seconds.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
