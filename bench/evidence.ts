/**
 * What a lesser model saved and lost on tasks that were done on three tiers each: the table of docs/evidence.md.
 * `node bench/evidence.ts FOLDER`, where the folder holds `shell-tasks.csv` and `swe-tasks.csv` (the page names their sources).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Random, randomFrom, seedOf } from '../src/calibration/statistics/index.ts';

/** What one task came to on a tier. */
interface Done {
  readonly passed: number;
  readonly usd: number;
}

type Task = Readonly<Record<string, Done>>;

const PAIRS = [
  ['sonnet', 'haiku'],
  ['opus', 'haiku'],
  ['opus', 'sonnet'],
] as const;
const RESAMPLES = 2000;

/** The tasks of a file, by round: each with what it came to on every tier. */
function tasksOf(text: string): ReadonlyMap<string, readonly Task[]> {
  const [head = '', ...lines] = text.trim().split('\n');
  const names = head.split(',');
  const rounds = new Map<string, Map<string, Record<string, Done>>>();
  for (const line of lines) {
    const cells = line.split(',');
    const field = (name: string): string => cells[names.indexOf(name)] ?? '';
    const round = rounds.get(field('round')) ?? new Map<string, Record<string, Done>>();
    const task = round.get(field('task')) ?? {};
    task[field('tier')] = { passed: Number(field('passed')), usd: Number(field('cost_usd')) };
    rounds.set(field('round'), round.set(field('task'), task));
  }
  return new Map([...rounds].map(([round, tasks]) => [round, [...tasks.values()]]));
}

interface Comparison {
  /** Share of the cost. */
  readonly saved: number;
  /** Of the tasks, in points. */
  readonly lost: number;
}

function compare(tasks: readonly Task[], from: string, to: string): Comparison {
  const sum = (tier: string, field: keyof Done): number =>
    tasks.reduce((total, task) => total + (task[tier]?.[field] ?? Number.NaN), 0);
  return {
    saved: 1 - sum(to, 'usd') / sum(from, 'usd'),
    lost: (100 * (sum(from, 'passed') - sum(to, 'passed'))) / tasks.length,
  };
}

/** The middle 80% of what other draws of as many tasks would have said. */
function interval(
  tasks: readonly Task[],
  of: (drawn: readonly Task[]) => number,
  random: Random,
): readonly [number, number] {
  const values = Array.from({ length: RESAMPLES }, () =>
    of(tasks.map((task) => tasks[Math.floor(random() * tasks.length)] ?? task)),
  ).sort((a, b) => a - b);
  const at = (share: number): number => values[Math.floor(share * (values.length - 1))] ?? Number.NaN;
  return [at(0.1), at(0.9)];
}

const percent = (share: number): string => `${Math.round(100 * share)}%`;
const points = (value: number): string => value.toFixed(1).replace('-', '−');

/** The page's table, in markdown. Null: the folder does not have the files. */
export function evidenceTable(folder: string): string | null {
  const rows: string[] = [];
  for (const [file, name] of [
    ['shell-tasks.csv', 'shell tasks'],
    ['swe-tasks.csv', 'SWE-bench Verified'],
  ] as const) {
    const path = join(folder, file);
    if (!existsSync(path)) return null;
    for (const [round, tasks] of tasksOf(readFileSync(path, 'utf8'))) {
      for (const [from, to] of PAIRS) {
        const { saved, lost } = compare(tasks, from, to);
        const random = randomFrom(seedOf(`${file} ${round} ${from} ${to}`));
        const [low, high] = interval(tasks, (drawn) => compare(drawn, from, to).saved, random);
        const [least, most] = interval(tasks, (drawn) => compare(drawn, from, to).lost, random);
        rows.push(
          `| ${tasks.length} ${name}${round === '' ? '' : `, ${round}`} | ${from} → ${to} | ${percent(saved)} (${percent(low)} to ${percent(high)}) | ${points(lost)} (${points(least)} to ${points(most)}) |`,
        );
      }
    }
  }
  return ['| Tasks | Move | Cost saved | Points of passed tasks lost |', '|:--|:--|--:|--:|', ...rows].join(
    '\n',
  );
}

if (import.meta.main) {
  const table = evidenceTable(resolve(process.argv[2] ?? '.'));
  if (table === null) {
    console.error('There are no shell-tasks.csv and swe-tasks.csv in that folder.');
    process.exitCode = 2;
  } else console.log(table);
}
