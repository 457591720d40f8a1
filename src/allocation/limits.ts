import type { Problem } from '../errors.ts';

/** What one file may hold. A file past a limit is refused before it costs more than a second. */
export const LIMITS = {
  bytes: 1_000_000,
  /** How deep mappings and lists may be nested. */
  depth: 24,
  /** Values, with aliases written out. */
  values: 400_000,
  aliases: 100,
  /** Problems that are reported; the rest are counted. */
  problems: 50,
} as const;

/** In the order of the file. */
function byPlace(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** The first problems of the file, and a last one that counts those left out. */
export function capped(problems: readonly Problem[]): readonly Problem[] {
  const sorted = problems.toSorted(byPlace);
  if (sorted.length <= LIMITS.problems) return sorted;
  const rest = problems.length - LIMITS.problems;
  const file = problems[0]?.file ?? null;
  return [
    ...sorted.slice(0, LIMITS.problems),
    { what: `… and ${rest} more problems.`, file, line: null, column: null, fix: null },
  ];
}
