import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The folders of tests that start no process and open no socket. */
const PURE = ['allocation', 'deferral', 'policy', 'render', 'report', 'usage'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

const shared = {
  setupFiles: ['test/support/seed.ts'],
  // Files share the modules of their worker: to load them again for each takes longer than most tests.
  isolate: false,
  testTimeout: 60_000,
  server: { deps: { inline: [/@actions\/(workflow-parser|languageservice|expressions)/] } },
};

const unit = { ...shared, name: 'unit', include: PURE };
const edge = { ...shared, name: 'edge', include: ['test/**/*.test.ts'], exclude: PURE };

/** The tests that ask `support/soak.ts` how much to do, at full length. */
function soak() {
  const files = readdirSync(join(import.meta.dirname, 'test'), { recursive: true, encoding: 'utf8' });
  const include = files
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `test/${file}`)
    .filter((file) =>
      /support\/(?:soak|worlds)\.ts'/.test(readFileSync(join(import.meta.dirname, file), 'utf8')),
    );
  return { ...shared, name: 'soak', include, env: { SOAK: '1' }, testTimeout: 600_000 };
}

/** `npm test` is what a change can break, in two minutes; `npm run test:soak` (`--mode soak`) takes its time. */
export default defineConfig(({ mode }) => ({
  test: {
    // Most tests wait for processes that they start: with a worker for each core a machine is idle half the time.
    maxWorkers: 3,
    reporters: ['default', './test/support/tally.ts'],
    // The inlined language service names source maps that it does not ship; Vite warns of each.
    projects: (mode === 'soak' ? [soak()] : [unit, edge]).map((test) => ({
      logLevel: 'error' as const,
      test,
    })),
  },
}));
