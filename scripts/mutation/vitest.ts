import { format } from 'node:util';
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';

/*
 * What the tests of the pure folders use of Vitest. Here a test is kept to be asked again and again: see runner.ts.
 */

type Body = (...args: readonly unknown[]) => unknown;

/** The tests, by file and name. */
export const tests = new Map<string, Body>();
const path: string[] = [];

/** Loads a file of tests. */
export async function suite(file: string, load: () => Promise<unknown>): Promise<void> {
  path.push(file);
  await load();
  path.pop();
}

export function describe(name: string, body: () => void): void {
  path.push(name);
  body();
  path.pop();
}

export function it(name: string, body: Body): void {
  const id = [...path, name].join(' ');
  tests.set(tests.has(id) ? `${id} (${tests.size})` : id, body);
}

it.each = (rows: readonly unknown[]) => (name: string, body: Body) => {
  for (const row of rows) {
    const args = Array.isArray(row) ? row : [row];
    it(format(name, ...args), () => body(...args));
  }
};

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
export const expect = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
);

export const vi = { setConfig(): void {} };
