import type { EscalationModel } from '../../generated/escalation-model.ts';
import type { Attempt } from '../attempt.ts';

/** What is known of a task before it is begun. */
export type KnownTask = Pick<
  Attempt,
  'agent' | 'phase' | 'complexity' | 'taskType' | 'isCritical' | 'linesChanged' | 'filesChanged'
>;

type Feature = EscalationModel['features'][number];
export type Term = Omit<Feature, 'coef'>;

/** A level that fewer attempts have has no term of its own. */
const LEAST_OF_LEVEL = 20;
/** Beyond it a change is only called large: what was cut off counts as more lines than there are. */
const MOST_SIZE = 10_000;

function sizeOf(size: number | null): number | null {
  return size === null ? null : Math.log1p(Math.min(size, MOST_SIZE));
}

const LEVELS = {
  agent: ({ agent }: KnownTask) => agent,
  phase: ({ phase }: KnownTask) => phase,
  complexity: ({ complexity }: KnownTask) => complexity,
  task_type: ({ taskType }: KnownTask) => taskType,
} as const;

const NUMBERS = {
  critical: ({ isCritical }: KnownTask) => (isCritical ? 1 : 0),
  log_lines: ({ linesChanged }: KnownTask) => sizeOf(linesChanged),
  log_files: ({ filesChanged }: KnownTask) => sizeOf(filesChanged),
} as const;

/** What a term looks at; null: not known. */
function featureOf(task: KnownTask, name: Term['name'], level: string | null): number | null {
  switch (name) {
    case 'critical':
    case 'log_lines':
    case 'log_files':
      return NUMBERS[name](task);
    default: {
      const found = LEVELS[name](task);
      return found === null ? null : found === level ? 1 : 0;
    }
  }
}

/** How many standard deviations a task is above the mean: what is not known is at the mean. */
export function standardised(task: KnownTask, { name, level, mean, sd }: Term): number {
  const value = featureOf(task, name, level);
  return value === null ? 0 : (value - mean) / sd;
}

/** To six digits after the point: what is written down is what is computed with. */
export function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function columnOf(tasks: readonly KnownTask[], name: Term['name'], level: string | null): Term[] {
  let [n, sum, squares] = [0, 0, 0];
  for (const task of tasks) {
    const value = featureOf(task, name, level);
    if (value === null) continue;
    n += 1;
    sum += value;
    squares += value * value;
  }
  if (n === 0) return [];
  const mean = sum / n;
  const sd = rounded(Math.sqrt(Math.max(0, squares / n - mean * mean)));
  // Of what is always the same nothing can be learnt.
  return sd < 1e-3 ? [] : [{ name, level, mean: rounded(mean), sd }];
}

/** The terms that tasks can have: one for each level of a name, one for each number. */
export function columnsOf(tasks: readonly KnownTask[]): readonly Term[] {
  const names = ['agent', 'phase', 'complexity', 'task_type'] as const;
  const levels = names.flatMap((name) => {
    const counts = new Map<string, number>();
    for (const task of tasks) {
      const level = LEVELS[name](task);
      if (level !== null) counts.set(level, (counts.get(level) ?? 0) + 1);
    }
    const common = [...counts].filter(([, n]) => n >= LEAST_OF_LEVEL).map(([level]) => level);
    return common.sort().flatMap((level) => columnOf(tasks, name, level));
  });
  const numbers = (['critical', 'log_lines', 'log_files'] as const).flatMap((name) =>
    columnOf(tasks, name, null),
  );
  return [...levels, ...numbers];
}
