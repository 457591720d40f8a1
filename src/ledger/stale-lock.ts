import { stat } from 'node:fs/promises';
import { normalize } from 'node:path';
import type { GitFailure } from './refusal.ts';

/** Git holds the lock of a branch for a moment: one that is this old is of a git that was killed. In milliseconds. */
const STALE = 10_000;

/** A failure for a lock that nobody holds any more, as one that does not pass; any other as it is. */
export async function unlessStale(failure: GitFailure): Promise<GitFailure> {
  const named = /unable to create '([^']+\.lock)': file exists/i.exec(failure.why)?.[1];
  if (failure.kind !== 'raced' || named === undefined) return failure;
  const path = normalize(named);
  const age = await ageOf(path);
  if (age === null || age < STALE) return failure;
  return {
    kind: 'refused',
    why: `the lock ${path} is in the way, and it is ${Math.round(age / 1000)} s old`,
    fix: `Make sure that no git is at work there, then delete ${path}.`,
  };
}

/** Null: it is not here, as with a lock on another machine. */
async function ageOf(path: string): Promise<number | null> {
  try {
    return Date.now() - (await stat(path)).mtimeMs;
  } catch {
    return null;
  }
}
