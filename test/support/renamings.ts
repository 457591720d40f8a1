import fc from 'fast-check';
import type { Decision } from '../../src/policy/decision/resolve.ts';
import type { Files } from './allocations.ts';

/** New names by old ones. */
export type Names = Readonly<Record<string, string>>;

const NAMES = ['SECURITY', 'TESTING', 'API'];

/** One agent or several, with the names that they get. None of them is like any other. */
export const names: fc.Arbitrary<Names> = fc
  .subarray(NAMES, { minLength: 1 })
  .map((chosen) => Object.fromEntries(chosen.map((name) => [name, `NOW_${NAMES.indexOf(name)}`])));

function keysRenamed<T>(object: Readonly<Record<string, T>>, to: Names): Record<string, T> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [to[name] ?? name, value]));
}

/** The files with these agents renamed, and told so. What the exceptions file says stays as it is. */
export function renamed({ allocation, exceptions }: Files, to: Names): Files {
  const file = structuredClone(allocation);
  for (const [name, agent] of Object.entries(file.agents))
    if (to[name] !== undefined) agent.renamed_from = name;
  file.agents = keysRenamed(file.agents, to);
  for (const [phase, row] of Object.entries(file.matrix ?? {}))
    file.matrix = { ...file.matrix, [phase]: keysRenamed(row, to) };
  for (const floor of file.floors ?? []) {
    const [first = '', ...rest] = floor.agents.map((name) => to[name] ?? name);
    floor.agents = [first, ...rest];
  }
  return { allocation: file, exceptions };
}

/** What a decision is, apart from the names and the places in the file that it speaks of. */
export function gist(decision: Decision | null) {
  if (decision === null) return null;
  const { decision: what, assigned, tier, model, effort, floor, guarded, critical } = decision;
  const { available, fallback } = decision;
  return { what, assigned, tier, model, effort, floor, guarded, critical, available, fallback };
}
