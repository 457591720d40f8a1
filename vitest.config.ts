import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const shared = {
  setupFiles: ['test/support/seed.ts'],
  // Files share the modules of their worker: to load them again for each takes longer than most tests.
  isolate: false,
  // No time limit, but an end for what hangs: none depends on how fast the machine is.
  testTimeout: 600_000,
  hookTimeout: 600_000,
  server: { deps: { inline: [/@actions\/(workflow-parser|languageservice|expressions)/] } },
};

/** In one project, which transforms and loads the sources once. */
const all = { ...shared, name: 'all', include: ['test/**/*.test.ts'], exclude: ['test/client/**'] };

/** What the real Claude Code asks the API for: it is installed by `.ci/run`, not with the rest. */
const client = {
  ...shared,
  name: 'client',
  include: ['test/client/**/*.test.ts'],
  sequence: { concurrent: true },
  maxConcurrency: 3,
};

/** The tests that ask `support/soak.ts` how much to do, at full length. */
function soak() {
  const files = readdirSync(join(import.meta.dirname, 'test'), { recursive: true, encoding: 'utf8' });
  const include = files
    .filter((file) => file.endsWith('.test.ts') && !file.startsWith('client'))
    .map((file) => `test/${file}`)
    .filter((file) =>
      /support\/(?:soak|worlds)\.ts'/.test(readFileSync(join(import.meta.dirname, file), 'utf8')),
    );
  return { ...shared, name: 'soak', include, env: { SOAK: '1' } };
}

/** `npm test` is what a change can break, in two minutes; `npm run test:soak` (`--mode soak`) takes its time. */
export default defineConfig(({ mode }) => ({
  test: {
    // Most tests wait for processes that they start: with a worker for each core a machine is idle half the time.
    maxWorkers: 3,
    reporters: ['default', './test/support/tally.ts'],
    // The inlined language service names source maps that it does not ship; Vite warns of each.
    projects: [
      { logLevel: 'error' as const, test: mode === 'soak' ? soak() : mode === 'client' ? client : all },
    ],
  },
}));
