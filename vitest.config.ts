import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The inlined language service names source maps that it does not ship; Vite warns of each.
  logLevel: 'error',
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 30_000,
    // Most tests wait for processes that they start: with one worker a machine of two cores is idle half the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    server: {
      deps: { inline: [/@actions\/(workflow-parser|languageservice|expressions)/] },
    },
  },
});
