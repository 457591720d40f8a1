import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

/** The folders of tests that start no process and open no socket. */
const PURE = ['allocation', 'deferral', 'policy', 'render', 'report', 'usage'];

/** Of the tests, those that have a full measure: they ask `support/soak.ts` how much to do. */
function measured(): string[] {
  const files = readdirSync(join(import.meta.dirname, 'test'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `test/${file}`)
    .filter((file) =>
      /support\/(?:soak|worlds)\.ts'/.test(readFileSync(join(import.meta.dirname, file), 'utf8')),
    );
}

/*
 * `npm test`: what a change can break, in two minutes. `npm run test:soak` (`--mode soak`): the same questions asked
 * at full length, for CI.
 */
export default defineConfig(({ mode }) => {
  const pure = PURE.map((folder) => `test/${folder}/**/*.test.ts`);
  const shared = {
    setupFiles: ['test/support/seed.ts'],
    // Files share the modules of their worker: to load them again for each takes longer than most tests.
    isolate: false,
    testTimeout: 60_000,
    server: { deps: { inline: [/@actions\/(workflow-parser|languageservice|expressions)/] } },
  };
  // The inlined language service names source maps that it does not ship; Vite warns of each.
  const logLevel = 'error';
  const usual: TestProjectConfiguration[] = [
    { logLevel, test: { ...shared, name: 'unit', include: pure } },
    { logLevel, test: { ...shared, name: 'edge', include: ['test/**/*.test.ts'], exclude: pure } },
  ];
  const soak = { ...shared, name: 'soak', include: measured(), env: { SOAK: '1' }, testTimeout: 600_000 };
  return {
    test: {
      // Most tests wait for processes that they start: with a worker for each core a machine is idle half the time.
      maxWorkers: 3,
      projects: mode === 'soak' ? [{ logLevel, test: soak }] : usual,
    },
  };
});
