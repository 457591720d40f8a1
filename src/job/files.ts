import { lstatSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { writingTo } from '../errors.ts';
import type { UsageRecord } from '../usage/records/record.ts';
import { recordLine } from '../usage/records/record.ts';
import { checkRecord, type Expectations } from '../usage/records/record-check.ts';
import {
  findFiles,
  JOB_LIMITS,
  type LeftOut,
  NOTHING_LEFT_OUT,
  readSessionFile,
  sumOfLeftOut,
} from './session-files.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** claude-code-action's own name for what its session said. Source: its `base-action/src/execution-file.ts`. */
const EXECUTION_FILE = 'claude-execution-output.json';

/** What `run` writes of its own requests. */
const RUN_FILE = /^haiku-first-run-[\w-]{1,64}\.json$/;

/** The file that `run` keeps its requests in, while it runs and after. */
export function runFile(folder: string, session: string): string {
  return join(folder, `haiku-first-run-${session}.json`);
}

/** File systems keep times less exactly than clocks show them. */
const SLACK = 2000;

interface JobFiles {
  readonly paths: readonly string[];
  /** Sentences: what was not looked at, and why. */
  readonly notes: readonly string[];
  readonly leftOut: LeftOut;
}

/**
 * The execution file and the transcripts that were written since a job began, wherever Claude Code keeps them. Older
 * ones, as on a runner that is used again, belong to other jobs.
 */
export function findJobFiles(env: Environment, since: Date): JobFiles {
  const paths: string[] = [];
  const notes: string[] = [];
  let leftOut = NOTHING_LEFT_OUT;
  const isNew = (path: string): boolean => {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    return stat?.isFile() === true && stat.mtimeMs >= since.getTime() - SLACK;
  };
  if (env.RUNNER_TEMP) {
    const file = join(env.RUNNER_TEMP, EXECUTION_FILE);
    if (isNew(file)) paths.push(file);
    paths.push(...runFiles(env.RUNNER_TEMP).filter(isNew));
  }
  for (const folder of transcriptFolders(env)) {
    if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) continue;
    const found = findFiles(folder, (name, path) => name.endsWith('.jsonl') && isNew(path), JOB_LIMITS);
    paths.push(...found.paths);
    notes.push(...found.notes);
    leftOut = sumOfLeftOut(leftOut, found.leftOut);
  }
  return { paths, notes, leftOut };
}

/** Of a folder that may have many: the newest, and no more than are read in a moment. */
const OLDER = { files: 200, bytes: 512 << 20 };

/** Transcripts of a folder besides those that are known, the newest first. */
export function olderTranscripts(folder: string, known: ReadonlySet<string>): readonly string[] {
  const all = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
    .map((entry) => join(folder, entry.name))
    .filter((path) => !known.has(path))
    .flatMap((path) => {
      const stat = lstatSync(path, { throwIfNoEntry: false });
      return stat === undefined ? [] : [{ path, size: stat.size, time: stat.mtimeMs }];
    })
    .sort((a, b) => b.time - a.time)
    .slice(0, OLDER.files);
  let left = OLDER.bytes;
  return all.flatMap(({ path, size }) => {
    left -= size;
    return left < 0 ? [] : [path];
  });
}

function runFiles(folder: string): readonly string[] {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder)
    .filter((name) => RUN_FILE.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function transcriptFolders(env: Environment): readonly string[] {
  const home = env.HOME || homedir();
  const configured = (env.CLAUDE_CONFIG_DIR ?? '').split(',').filter((folder) => folder !== '');
  const known = [join(home, '.claude'), join(env.XDG_CONFIG_HOME || join(home, '.config'), 'claude')];
  return [...new Set([...configured, ...known])].map((folder) => join(folder, 'projects'));
}

/** When the job began: the runner writes the event's file first. `fallback` where there is no such file. */
export function jobStart<T extends Date | null>(env: Environment, fallback: T): Date | T {
  const path = env.GITHUB_EVENT_PATH ?? '';
  const stat = path === '' ? undefined : statSync(path, { throwIfNoEntry: false });
  return stat?.mtime ?? fallback;
}

function recordedFile(env: Environment): string | null {
  return env.RUNNER_TEMP ? join(env.RUNNER_TEMP, 'haiku-first', 'recorded.jsonl') : null;
}

/** What earlier steps of this job have recorded already, so that it is not recorded twice. */
export function readRecorded(env: Environment, expected: Expectations): readonly UsageRecord[] {
  const path = recordedFile(env);
  if (path === null || lstatSync(path, { throwIfNoEntry: false }) === undefined) return [];
  const file = readSessionFile(path, 8 << 20);
  if ('problem' in file) return [];
  return file.text.split('\n').flatMap((line) => {
    const record = parsed(line, expected);
    return record === null ? [] : [record];
  });
}

function parsed(line: string, expected: Expectations): UsageRecord | null {
  try {
    const checked = checkRecord(JSON.parse(line), expected);
    return checked.ok ? checked.value : null;
  } catch (error) {
    // The file is within the agent's reach: a line that says nothing is no reason to lose the others.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Notes records for the later steps of this job. */
export function addRecorded(env: Environment, records: readonly UsageRecord[]): void {
  const path = recordedFile(env);
  if (path === null || records.length === 0) return;
  const text = records.map((record) => `${recordLine(record)}\n`).join('');
  writingTo(path, () => {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text, { flag: 'a', mode: 0o600 });
  });
}
