import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { suite, tests } from './vitest.ts';

/** The folders whose tests start no process and try what is mutated. */
const FOLDERS = ['policy', 'render', 'report', 'usage'];
/** How long a mutant is looked for: the tests next to it have had their turn by then. */
const MOST_MS = 3000;
/** A test that takes longer comes last. */
const SLOW_MS = 200;
/** How long each test took, for the other processes. */
const TIMES = 'mutation-times.json';

/** What Stryker asks for, as far as it is read here. */
interface MutantRun {
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
  readonly activeMutant: { readonly id: string; readonly fileName: string };
}

interface Attempt {
  readonly failure: string | null;
  readonly ms: number;
}

/** What the mutated sources and Stryker share. */
const space: Record<string, unknown> & { hitCount?: number | undefined } = {};

async function attempt(id: string): Promise<Attempt> {
  const start = performance.now();
  let failure: string | null = null;
  try {
    await tests.get(id)?.();
  } catch (error) {
    failure = String(error).slice(0, 500);
  }
  return { failure, ms: performance.now() - start };
}

/** Tests mirror the sources: how many folders, and the name, a test has in common with a source. */
function nearness(test: string, source: string): number {
  const there = source
    .replace(/^.*\/src\//, '')
    .replace('.ts', '')
    .split('/');
  const here = test.split('.test.ts', 1).join('').split('/').slice(1);
  const common = there.findIndex((each, place) => each !== here[place]);
  return common === -1 ? there.length : common;
}

/**
 * Runs the tests of `unit` in one process that loads them once. With Stryker's runner Vitest begins anew for each of
 * seven thousand mutants, which takes hours.
 */
class InProcess {
  #times: Readonly<Record<string, number>> | null = null;

  /** Nothing has to be loaded again: static mutants are ignored. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    Reflect.set(globalThis, '__stryker__', space);
    const vitest = new URL('vitest.ts', import.meta.url).href;
    registerHooks({
      resolve: (name, context, next) =>
        name === 'vitest' ? { url: vitest, shortCircuit: true } : next(name, context),
    });
    const load = (file: string) => import(pathToFileURL(resolve(file)).href);
    await load('test/support/seed.ts');
    const files = FOLDERS.flatMap((folder) =>
      readdirSync(join('test', folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join('test', folder, file),
      ),
    );
    // Hostile files are about time and size, which no mutant changes.
    const wanted = files.filter((file) => file.endsWith('.test.ts') && !file.endsWith('hostile.test.ts'));
    for (const file of wanted.sort()) await suite(file, () => load(file));
  }

  async dryRun() {
    const results: object[] = [];
    const times: Record<string, number> = {};
    for (const id of tests.keys()) {
      space.currentTestId = id;
      const { failure, ms } = await attempt(id);
      space.currentTestId = undefined;
      times[id] = ms;
      results.push({
        id,
        name: id,
        timeSpentMs: ms,
        status: failure === null ? 0 : 1,
        failureMessage: failure,
      });
    }
    writeFileSync(TIMES, JSON.stringify(times));
    return { status: 'complete', tests: results, mutantCoverage: space.mutantCoverage };
  }

  async mutantRun({ testFilter, activeMutant, hitLimit }: MutantRun) {
    this.#times ??= existsSync(TIMES) ? JSON.parse(readFileSync(TIMES, 'utf8')) : {};
    const cost = (id: string): number => this.#times?.[id] ?? 0;
    const near = (id: string): number => nearness(id, activeMutant.fileName);
    const late = (id: string): number => Number(cost(id) > SLOW_MS);
    const order = [...(testFilter ?? tests.keys())].sort(
      (a, b) => late(a) - late(b) || near(b) - near(a) || cost(a) - cost(b),
    );
    // A value that shows the mutant is enough: the smallest one is of no interest.
    fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
    Object.assign(space, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit && 0 });
    const start = performance.now();
    let nrOfTests = 0;
    try {
      for (const id of order) {
        if (performance.now() - start > MOST_MS) break;
        nrOfTests += 1;
        const { failure } = await attempt(id);
        if (hitLimit !== undefined && (space.hitCount ?? 0) > hitLimit) return { status: 'timeout' };
        if (failure !== null) return { status: 'killed', killedBy: [id], failureMessage: failure, nrOfTests };
      }
      return { status: 'survived', nrOfTests };
    } finally {
      space.activeMutant = undefined;
    }
  }
}

/** The name by which Stryker finds it. */
export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcess }];
