import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetState } from '../../src/policy/budget/budget.ts';
import { figuresText } from '../../src/render/budget-figures.ts';
import { money, moneyTotal } from '../../src/render/money.ts';
import { renderUsageComment } from '../../src/render/usage/comment.ts';
import { renderJobUsage, renderJobUsageText } from '../../src/render/usage/job.ts';
import { renderReportSummary } from '../../src/render/usage/summary.ts';
import { renderReportTerminal } from '../../src/render/usage/terminal.ts';
import type { UsageRecord } from '../../src/usage/records/record.ts';
import { ALLOCATION, run } from '../report/records.ts';
import { reportOn } from '../report/reports.ts';
import { OPTIONS } from './usage/cases.ts';

const KNOWN = { unpriced: 0, unmeasured: 0, partial: 0 };

const PLAIN = { about: null, judged: true, lines: [], notes: [] };

describe('a cost', () => {
  it.each([
    [0, KNOWN, '$0.00', '$0.00'],
    [310_000, KNOWN, '$0.31', '$0.31'],
    [310_000, { ...KNOWN, partial: 1 }, '≥ $0.31', '≥ $0.31'],
    [310_000, { ...KNOWN, unpriced: 1 }, '$0.31 + unpriced', '≥ $0.31'],
    [4_000, { ...KNOWN, partial: 1 }, 'not known', 'not known'],
    [4_000, { ...KNOWN, unpriced: 1 }, '<1¢ + unpriced', 'not known'],
    [0, { ...KNOWN, unpriced: 1 }, 'unpriced', 'not known'],
    [0, { ...KNOWN, unmeasured: 2 }, 'not measured', 'not known'],
    [0, { ...KNOWN, partial: 1 }, 'not known', 'not known'],
    [0, { unpriced: 1, unmeasured: 1, partial: 1 }, 'unpriced + not measured', 'not known'],
  ])('of %i with %o is called %s, and in a total %s', (microusd, lacking, alone, total) => {
    expect(money(microusd, lacking)).toBe(alone);
    expect(moneyTotal(microusd, lacking)).toBe(total);
  });

  it('that nobody knows is $0.00 on no surface', () => {
    const unpriced: Partial<UsageRecord> = { cost_microusd: null, cost_basis: 'unpriced' };
    const unmeasured: Partial<UsageRecord> = {
      ...unpriced,
      cost_basis: 'unmeasured',
      tokens: null,
      model_used: null,
      measured: 'none',
    };
    const partial: Partial<UsageRecord> = { cost_microusd: 0, measured: 'partial' };
    const budget = ALLOCATION.budget && { ...ALLOCATION.budget, usd: 30 };
    const allocation = { ...ALLOCATION, budget };
    const kinds = fc.array(fc.constantFrom(unpriced, unmeasured, partial), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(kinds, fc.boolean(), fc.constantFrom('pr-12', null), (given, fork, workItem) => {
        const records = given.map((each, index) =>
          run(`${index}`, {
            tier_used: null,
            ...each,
            model_used: each.model_used === null ? null : 'mystery-1',
            task: fork ? { fork } : {},
          }),
        );
        const report = reportOn(records, { workItem, allocation });
        const texts = [
          renderUsageComment(report, OPTIONS) ?? '',
          renderJobUsage(records, [], PLAIN),
          renderJobUsageText(records, []),
          renderReportSummary(report),
          renderReportTerminal(report),
        ];
        // What forks report is in no budget: nothing of it is used.
        for (const text of texts) expect(text.replaceAll('$0.00 of $30.00', '')).not.toContain('$0.00');
        const isLacking = given.some((each) => each !== partial);
        if (fork || !isLacking || budget === null) return;
        expect(figuresText(budgetState(allocation, budget, records))).toContain('an unknown part of $30.00');
      }),
    );
  });
});
