import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The inlined language service names source maps that it does not ship; Vite warns of each.
  logLevel: 'error',
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 30_000,
    server: {
      deps: { inline: [/@actions\/(workflow-parser|languageservice|expressions)/] },
    },
  },
});
