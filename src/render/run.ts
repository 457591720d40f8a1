import type { UsageRecord } from '../usage/records/record.ts';
import { inMarkdown, inMarkdownCode, inPlainLine } from './escape.ts';
import { dollars, NONE, seconds } from './figures.ts';
import { tableHead, tableRow } from './tables.ts';
import { RESULTS } from './usage/rows.ts';

/** One attempt of a run, for people. */
export interface ShownAttempt {
  readonly attempt: number;
  readonly tier: string;
  readonly model: string;
  readonly outcome: UsageRecord['outcome'];
  readonly reason: string | null;
  readonly durationMs: number | null;
  readonly costMicrousd: number | null;
}

function duration(milliseconds: number | null): string {
  return milliseconds === null ? NONE : seconds(milliseconds);
}

function cost(microusd: number | null): string {
  return microusd === null ? 'cost not known' : dollars(microusd);
}

/** Each attempt as a line of plain text. */
export function attemptLines(attempts: readonly ShownAttempt[]): readonly string[] {
  return attempts.map(({ attempt, tier, model, outcome, reason, durationMs, costMicrousd }) => {
    const why = reason === null ? '' : ` · ${inPlainLine(reason, 400)}`;
    return `attempt ${attempt} on ${tier} (${model}): ${outcome} · ${duration(durationMs)} · ${cost(costMicrousd)}${why}`;
  });
}

/** The attempts as a table for the job summary; empty for none. */
export function renderAttempts(attempts: readonly ShownAttempt[]): string {
  if (attempts.length === 0) return '';
  const rows = attempts.map(({ attempt, tier, model, outcome, reason, durationMs, costMicrousd }) => {
    const why = reason === null ? '' : `: ${inMarkdown(reason)}`;
    return tableRow([
      `${attempt}, on ${inMarkdown(tier)}`,
      inMarkdownCode(model),
      `${RESULTS[outcome]}${why}`,
      duration(durationMs),
      cost(costMicrousd),
    ]);
  });
  return [tableHead(['Attempt', 'Model', 'Result', 'Time', 'Cost'], new Set([3, 4])), ...rows, ''].join('\n');
}
