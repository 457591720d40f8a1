import { describe, expect, it } from 'vitest';
import { renderUsageComment } from '../../../src/render/usage/comment.ts';
import { renderJobUsage, renderJobUsageText, totalSentence } from '../../../src/render/usage/job.ts';
import { renderReportSummary } from '../../../src/render/usage/summary.ts';
import { renderReportTerminal } from '../../../src/render/usage/terminal.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { output, run } from '../../report/records.ts';
import { reportOn } from '../../report/reports.ts';
import { OPTIONS } from './cases.ts';

const UNPRICED: Partial<UsageRecord> = { cost_microusd: null, cost_basis: 'unpriced' };
const UNMEASURED: Partial<UsageRecord> = {
  measured: 'none',
  tokens: null,
  model_used: null,
  tier_used: null,
  cost_microusd: null,
  cost_basis: 'unmeasured',
};

/** Tokens and cost of the first row of a markdown table of uses. */
function figuresOf(markdown: string | null): readonly (string | undefined)[] {
  const row =
    markdown?.split('\n').find((line) => line.includes('GITHUB') && line.startsWith('| `')) ??
    markdown?.split('\n').find((line) => line.startsWith('| GITHUB'));
  return (
    row
      ?.split('|')
      .slice(3, 5)
      .map((cell) => cell.trim()) ?? []
  );
}

describe('the usage of one job', () => {
  const cached = { input: 22, output: 57, cache_read: 999_500, cache_write_5m: 240, cache_write_1h: 0 };

  it.each<[string, Partial<UsageRecord>, readonly string[]]>([
    ['without cache reads', { tokens: cached, cost_microusd: 24_745_000 }, ['319', '$24.75']],
    ['up to a million', { tokens: output(999_500), cost_microusd: 4999 }, ['1.0M', '<1¢']],
    ['measured in part', { measured: 'partial', cost_microusd: 310_000 }, ['≥ 79', '≥ $0.31']],
    ['unpriced', UNPRICED, ['79', 'unpriced']],
    ['measured in part and unpriced', { ...UNPRICED, measured: 'partial' }, ['≥ 79', 'unpriced']],
    ['not measured', UNMEASURED, ['–', 'not measured']],
  ])('says the same as the report: %s', (_, changes, figures) => {
    const record = run('1', changes);
    const report = reportOn([record], { workItem: 'pr-12' });
    expect(figuresOf(renderJobUsage([record], [], []))).toEqual(figures);
    for (const figure of figures) expect(renderUsageComment(report, OPTIONS)).toContain(figure);
    expect(renderJobUsageText([record], [])).toContain(` ${figures[0]} tokens ${figures[1]} `);
    expect(renderReportTerminal(report)).toMatch(
      new RegExp(`${figures.join(' +').replace(/[$.]/g, '\\$&')}  (?:passed)?`),
    );
  });

  it('has a total that is a lower bound as soon as a part is not known', () => {
    const total = (...changes: Partial<UsageRecord>[]): string =>
      totalSentence(changes.map((each, index) => run(String(index), { cost_microusd: 12_500, ...each })));
    expect(total({}, {})).toBe('Total $0.03 at list price, as the job reports it.');
    expect(total({ measured: 'partial' })).toBe(
      'Total at least $0.01 at list price, as the job reports it; 1 measured in part.',
    );
    expect(total({}, UNPRICED, UNMEASURED)).toBe(
      'Total at least $0.01 at list price, as the job reports it; 1 unpriced, 1 not measured.',
    );
  });

  it('shows a hundred rows, and says how many are left', () => {
    const records = Array.from({ length: 102 }, (_, index) => run(String(index)));
    expect(renderJobUsage(records, [], [])).toContain('\n\nAnd 2 more.\n');
  });
});

describe('totals of the report', () => {
  const partly = run('1', { measured: 'partial', cost_microusd: 310_000, tokens: output(2000) });
  const report = reportOn([partly, run('2', { cost_microusd: 10_000, tokens: output(1000) })], {
    workItem: 'pr-12',
  });

  it('are lower bounds where a record was measured in part', () => {
    expect(renderUsageComment(report, OPTIONS)).toContain('### ⚠️ haiku-first usage: at least $0.32');
    for (const text of [renderReportTerminal(report), renderReportSummary(report)])
      expect(text).toContain('≥ 3,000 tokens and ≥ $0.32 at list price');
    expect(renderReportSummary(report)).toContain('| `GITHUB/EXEC` | 2 | ≥ 3,000 | ≥ $0.32 |');
    expect(report.tiers[0]).toMatchObject({ tier: 'haiku', microusd: 320_000, partial: 1 });
  });

  it('are plain where all is known', () => {
    expect(renderReportTerminal(reportOn([run('1')]))).toContain('\n79 tokens and <1¢ at list price');
  });
});

describe('jobs that are missing', () => {
  const missing = (jobs: number): string | null =>
    renderUsageComment(
      reportOn([], {
        workItem: 'pr-12',
        jobs: {
          reported: 0,
          expected: jobs,
          missing: Array.from({ length: jobs }, (_, job) => `J${job + 1}`),
        },
      }),
      OPTIONS,
    );

  it('are named, the later ones folded away', () => {
    expect(missing(13)).not.toContain('<details>');
    expect(missing(14)).toMatch(/J12 [\s\S]*2 others, below[\s\S]*<details>[\s\S]*J13 [\s\S]*J14 /);
  });
});
