import { describe, expect, it } from 'vitest';
import { renderWeeklyIssue, WEEKLY_ISSUE_BUDGET, weeklyTitle } from '../../../src/render/usage/weekly.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { ALLOCATION, output, run } from '../../report/records.ts';
import { reportOn } from '../../report/reports.ts';
import { nodesOf, readMarkdown, shownText } from '../markdown.ts';
import { on, PLACE, putOff } from './cases.ts';

const week = (count: number, changes: (place: number) => Partial<UsageRecord>): readonly UsageRecord[] =>
  Array.from({ length: count }, (_, place) =>
    run(String(30_000 + place), {
      work_item: `pr-${(place % 6) + 1}`,
      tokens: output(2000),
      ...changes(place),
    }),
  );
const WELL = [
  ...week(40, () => ({ cost_microusd: 20_000 })),
  ...week(18, (place) => ({
    run: { id: `${31_000 + place}`, attempt: 1, job: 'agent' },
    agent: 'TESTING',
    ...on('sonnet'),
    cost_microusd: 410_000,
  })),
  ...week(5, (place) => ({
    run: { id: `${32_000 + place}`, attempt: 1, job: 'agent' },
    agent: 'SECURITY',
    ...on('opus'),
    cost_microusd: 700_000,
  })),
];
const BROKEN = run('33001', {
  agent: 'SECURITY',
  work_item: 'pr-7',
  ...on('sonnet', { model_requested: 'claude-opus-5-5', tier_assigned: 'opus' }),
  cost_microusd: null,
  cost_basis: 'unpriced',
});
const CASES = [
  { name: 'well', report: reportOn(WELL) },
  {
    name: 'to-decide',
    report: reportOn([...WELL, BROKEN], {
      allocation: { ...ALLOCATION, deferred: null },
      deferred: [putOff(), putOff({ agent: 'DATABASE', work_item: 'issue-9' })],
      damage: ['1 line of the ledger cannot be read'],
    }),
  },
  { name: 'empty', report: reportOn([]) },
];

describe('the issue of a week', () => {
  it.each(CASES)('reads like this: $name', async ({ name, report }) => {
    const text = `${weeklyTitle(report)}\n\n${renderWeeklyIssue(report, PLACE)}`;
    await expect(text).toMatchFileSnapshot(`../../fixtures/weekly-issues/${name}.md`);
    expect(text).not.toContain('$0.00 +');
  });

  it('has what must be decided as boxes to tick, floors before all, and the targets folded', () => {
    const [, { report } = { report: reportOn([]) }] = CASES;
    const text = renderWeeklyIssue(report, PLACE);
    const nodes = [...nodesOf(readMarkdown(text.replace(/<details>.*<\/details>/s, '')))];
    const headings = nodes.filter(({ type }) => type === 'heading').map((node) => shownText(node));
    expect(headings).toEqual([
      '❌ Below their floor',
      'Decide this week',
      'What ran where',
      'The five dearest work items',
      'Deferred, escalated, overridden, never seen',
    ]);
    const ticks = nodes.filter((node) => node.type === 'listItem' && node.checked === false);
    expect(ticks.map((node) => shownText(node)).join()).toContain('have no price and are in no total');
    expect(text.match(/<summary>.*<\/summary>/g)).toEqual([expect.stringMatching(/^<summary>\d+ targets: /)]);
    expect(weeklyTitle(report)).toBe('haiku-first week 48 of 2026: at least $11.68, 1 use below a floor');
  });

  it('fits into an issue however much there is', () => {
    const many = Array.from({ length: 3000 }, (_, place) =>
      run(String(place), { agent: `SECURITY`, work_item: `pr-${place}`, model_requested: `m-${place}` }),
    );
    expect(renderWeeklyIssue(reportOn(many), PLACE).length).toBeLessThanOrEqual(WEEKLY_ISSUE_BUDGET);
  });
});
