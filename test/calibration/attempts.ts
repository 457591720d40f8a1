import type { Attempt } from '../../src/calibration/attempt.ts';
import { type IsoWeek, parseWeek, weekNumber, weekOf } from '../../src/time/week.ts';

const DAY = 86_400_000;

/** A week that exists. Throws for one that does not. */
export function week(text: string): IsoWeek {
  const found = parseWeek(text);
  if (found === null) throw new Error(`no week: ${text}`);
  return found;
}

/** The first instant of a week in UTC, in milliseconds. */
export function startOf(text: string): number {
  return (weekNumber(week(text)) * 7 - 3) * DAY;
}

let tasks = 0;

/** A good first attempt of TESTING in EXEC on sonnet, at a task of its own, on Wednesday of a week, with these differences. */
export function attempt(changes: Partial<Attempt> & { readonly on?: string } = {}): Attempt {
  const { on = '2026-W41', ...rest } = changes;
  tasks += 1;
  const at = rest.at ?? startOf(on) + 2 * DAY;
  return {
    at,
    week: weekOf(new Date(at), 'UTC'),
    agent: 'TESTING',
    phase: 'EXEC',
    workItem: `pr-${tasks}`,
    task: `task-${tasks}`,
    isFirst: true,
    fate: 'good',
    outcome: rest.fate === 'reworked' ? 'fail' : 'pass',
    closedAt: null,
    assigned: 'sonnet',
    tier: 'sonnet',
    model: 'claude-sonnet-5-5',
    escalatedFrom: null,
    isPlannedUpgrade: false,
    isOverridden: false,
    isCritical: false,
    trial: null,
    tokens: { input: 1000, output: 2000, cache_read: 0, cache_write_5m: 0, cache_write_1h: 0 },
    microusd: 300_000,
    durationMs: 60_000,
    quality: null,
    complexity: null,
    linesChanged: null,
    filesChanged: null,
    taskType: null,
    agentHash: null,
    ...rest,
  };
}

/** So many first attempts in a week, of which x were reworked. */
export function attemptsIn(
  on: string,
  n: number,
  x: number,
  changes: Partial<Attempt> = {},
): readonly Attempt[] {
  return Array.from({ length: n }, (_, index) =>
    attempt({ on, fate: index < x ? 'reworked' : 'good', ...changes }),
  );
}
