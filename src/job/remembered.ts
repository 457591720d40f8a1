import { lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { JobPlace } from '../gather/job-place.ts';
import { isObject } from '../usage/records/fields.ts';
import { readSessionFile } from './session-files.ts';
import { JOB_STATE, type JobState } from './state.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What is kept of a decision for the `record` steps of its job. */
export type Remembered = Pick<JobState, 'agent' | 'job'>;

function rememberedFile(env: Environment): string | null {
  return env.RUNNER_TEMP ? join(env.RUNNER_TEMP, 'haiku-first', 'decided.jsonl') : null;
}

/**
 * Notes a decision for the `record` steps of its job: the runner hands a step's state to its own post step alone. The
 * file is within the agent's reach, so only what a record claims anyway comes from it, never a floor or a price.
 * @param state what `jobState` made
 */
export function rememberDecision(
  env: Environment,
  { repository, run }: JobPlace,
  state: Readonly<Record<string, string>>,
): void {
  const path = rememberedFile(env);
  const text = state[JOB_STATE];
  if (path === null || text === undefined) return;
  const { agent, job }: JobState = JSON.parse(text);
  const line = { repository, id: run.id, attempt: run.attempt, agent, job };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(line)}\n`, { flag: 'a', mode: 0o600 });
}

/**
 * What this job's `resolve` decided for a cell, the last time; without an agent, the one cell of the phase that it
 * decided. Null: none, or nobody knows which.
 */
export function recallDecision(
  env: Environment,
  { repository, run }: JobPlace,
  phase: string,
  agent: string | null,
): Remembered | null {
  const path = rememberedFile(env);
  if (path === null || lstatSync(path, { throwIfNoEntry: false }) === undefined) return null;
  const file = readSessionFile(path, 8 << 20);
  if ('problem' in file) return null;
  const cells = new Map<string, Remembered>();
  for (const text of file.text.split('\n')) {
    const line = parsed(text);
    if (line?.repository !== repository || line.id !== run.id || line.attempt !== run.attempt) continue;
    if (line.job.phase === phase && (agent === null || line.agent === agent)) cells.set(line.agent, line);
  }
  const [only = null, ...others] = cells.values();
  return others.length === 0 ? only : null;
}

interface Line extends Remembered {
  readonly repository: string;
  readonly id: string;
  readonly attempt: number;
}

function parsed(text: string): Line | null {
  try {
    const line: unknown = JSON.parse(text);
    return isLine(line) ? line : null;
  } catch (error) {
    // A line that says nothing is no reason to lose the others.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Only what is looked at here: what a record holds in the end is checked as a whole, by `checkRecord`. */
function isLine(line: unknown): line is Line {
  return isObject(line) && typeof line.agent === 'string' && isObject(line.job);
}
