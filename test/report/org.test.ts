import { describe, expect, it } from 'vitest';
import { renderOrgSummary, renderOrgTerminal } from '../../src/render/usage/org.ts';
import type { Report } from '../../src/report/document.ts';
import { makeOrgReport, type RepositoryAnswer } from '../../src/report/org.ts';
import { parseWeek } from '../../src/time/week.ts';
import { output, run } from './records.ts';
import { reportOn } from './reports.ts';

const WEEK = parseWeek('2026-W48') ?? expect.fail();

function answered(repository: string, report: Report): RepositoryAnswer {
  return {
    repository,
    ledger: `https://github.com/${repository}.git`,
    rules: 'own',
    report,
    unreadable: null,
  };
}

function unread(repository: string, why = 'nobody answers'): RepositoryAnswer {
  const ledger = `https://github.com/${repository}.git`;
  return { repository, ledger, rules: null, report: null, unreadable: { why, fix: 'Ask again.' } };
}

/** A report in which one tier is called otherwise. */
function renamed(report: Report, from: string, to: string): Report {
  return { ...report, tiers: report.tiers.map((row) => (row.tier === from ? { ...row, tier: to } : row)) };
}

describe('the report over many repositories', () => {
  const one = reportOn([
    run('1', { cost_microusd: 10_000_000, tokens: output(100) }),
    run('2', { outcome: 'fail' }),
  ]);
  const other = reportOn([run('3', { tier_used: 'opus', model_used: 'claude-opus-5-5' })]);

  it('is the same in whatever order they answer', () => {
    const answers = [answered('octo/b', one), answered('octo/a', other), unread('octo/c')];
    const report = makeOrgReport(WEEK, answers);
    expect(makeOrgReport(WEEK, answers.toReversed())).toEqual(report);
    expect(report.repositories.map(({ repository }) => repository)).toEqual(['octo/a', 'octo/b', 'octo/c']);
  });

  it('takes tiers of one name together, and what is of no tier last', () => {
    const odd = reportOn([run('4', { tier_used: null, model_used: 'acme-x' })]);
    const report = makeOrgReport(WEEK, [
      answered('octo/a', odd),
      answered('octo/b', one),
      answered('octo/c', renamed(other, 'opus', 'deep')),
    ]);
    expect(report.tiers.map(({ tier, runs, repositories }) => [tier, runs, repositories])).toEqual([
      ['haiku', 2, 3],
      ['sonnet', 0, 3],
      ['opus', 0, 2],
      ['deep', 1, 1],
      [null, 1, 1],
    ]);
    const shares = report.tiers.map(({ run_share, cost_share }) => [run_share ?? 0, cost_share ?? 0]);
    for (const column of [0, 1])
      expect(shares.reduce((sum, share) => sum + (share[column] ?? 0), 0)).toBeCloseTo(1, 12);
  });

  it('is complete only where all are read, and each is', () => {
    expect(makeOrgReport(WEEK, [answered('octo/a', one)]).complete).toBe(true);
    expect(makeOrgReport(WEEK, [answered('octo/a', one), unread('octo/b')]).complete).toBe(false);
    const damaged = { ...one, complete: false, incomplete: ['part of the ledger cannot be read'] };
    expect(makeOrgReport(WEEK, [answered('octo/a', damaged)]).complete).toBe(false);
  });

  it('calls nothing $0.00 that nobody measured or priced', () => {
    const unmeasured = reportOn([
      run('1', {
        tokens: null,
        model_used: null,
        cost_microusd: null,
        cost_basis: 'unmeasured',
        measured: 'none',
      }),
    ]);
    const report = makeOrgReport(WEEK, [answered('octo/a', unmeasured)]);
    expect(report.totals).toMatchObject({ unmeasured: 1, microusd: 0 });
    for (const text of [renderOrgTerminal(report), renderOrgSummary(report)]) {
      expect(text).not.toContain('$0.00');
      expect(text).toContain('tokens not measured and cost not known,');
    }
  });

  it('is no wider than a terminal, and obeys no name', () => {
    const evil = 'octo/::error::|<b>@all';
    const names = Array.from({ length: 60 }, (_, index) => `octo/${'long-name-'.repeat(index % 7)}${index}`);
    const report = makeOrgReport(WEEK, [
      ...names.map((name) => answered(name, one)),
      answered(evil, other),
      unread('octo/gone', `::error::${'very long '.repeat(30)}`),
    ]);
    const text = renderOrgTerminal(report);
    expect(text.split('\n').filter((line) => [...line].length > 80 || /^\s*::/.test(line))).toEqual([]);
    expect(text).toContain('61 of 62 repositories');
    const summary = renderOrgSummary(report);
    expect(summary).not.toMatch(/<b>|[^`\w]@all/);
    expect(summary.match(/^\| octo/gm)).toHaveLength(61);
  });
});
