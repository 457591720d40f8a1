import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../../src/generated/report.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { run } from '../../report/records.ts';
import { startGithub } from '../../support/github/index.ts';
import { isObject, text } from '../../support/github/json.ts';
import { JobScene } from '../../support/job-scene.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../schema/report.schema.json', import.meta.url), 'utf8'),
);
const isReport = new Ajv2020({ strict: true, allowUnionTypes: true }).compile<ReportDocument>(schema);

/** A run of TESTING on a tier at a kind of task, for so many cents. */
function testing(
  work: number,
  tier: string,
  cents: number | null,
  type: string | null,
  changes: Partial<UsageRecord> = {},
): UsageRecord {
  const model = `claude-${tier}-5-5`;
  return run(`${work} ${tier}`, {
    at: '2026-11-17T10:00:00Z',
    agent: 'TESTING',
    work_item: `pr-${work}`,
    tier_assigned: tier,
    tier_used: tier,
    model_used: model,
    model_requested: model,
    cost_microusd: cents === null ? null : cents * 10_000,
    cost_basis: cents === null ? 'unpriced' : 'computed',
    task: type === null ? {} : { task_type: type },
    ...changes,
  });
}

function pairs(count: number, first: number, type: string): readonly UsageRecord[] {
  return Array.from({ length: count }, (_, place) => [
    testing(first + place, 'haiku', 4, type, { outcome: place % 2 === 0 ? 'fail' : 'pass' }),
    testing(first + place, 'sonnet', 10, type, {
      at: '2026-11-17T11:00:00Z',
      attempt: 2,
      escalated_from_model: 'claude-haiku-5-5',
    }),
  ]).flat();
}

const MEASURED = [
  ...pairs(20, 1, 'edge-case'),
  testing(90, 'haiku', 3, 'docs'),
  testing(91, 'haiku', 5, null),
];

async function reported(scene: JobScene, ...more: readonly string[]): Promise<ReportDocument> {
  const document: unknown = await scene.json(['report', ...more]);
  if (!isReport(document)) throw new Error(JSON.stringify(isReport.errors));
  return document;
}

describe('the report of some weeks', () => {
  it('says what each kind of task costs, and would cost on one tier, with the pairs behind each figure', async () => {
    using scene = JobScene.atDesk();
    await scene.record(MEASURED);
    const { cost_benefit: benefit } = await reported(scene, '--weeks', '4');
    expect(benefit).toMatchObject({
      first_week: '2026-W47',
      last_week: '2026-W48',
      runs: 42,
      without_cost: 0,
      microusd: 2_880_000,
      incomplete: null,
    });
    expect(benefit?.task_types.map((each) => [each.task_type, each.runs, each.microusd])).toEqual([
      ['edge-case', 40, 2_800_000],
      [null, 1, 50_000],
      ['docs', 1, 30_000],
    ]);
    // Both attempts of a task cost what it was seen to cost on that tier.
    expect(benefit?.task_types[0]?.baselines).toEqual([
      { tier: 'haiku', microusd: 1_600_000, pairs: null, between: null },
      { tier: 'sonnet', microusd: 4_000_000, pairs: null, between: null },
      { tier: 'opus', microusd: null, pairs: 0, between: ['haiku', 'opus'] },
    ]);
    expect(benefit?.task_types[2]?.baselines[1]).toMatchObject({ tier: 'sonnet', pairs: 20 });
    expect(benefit?.task_types[0]?.rework).toEqual([{ tier: 'haiku', hits: 20, n: 20 }]);
    const { stdout } = await scene.cli(['report', '--weeks', '4']);
    expect(stdout).toMatch(
      /What each kind of task costs:\n {2}Weeks 47 to 48: 42 runs for \$2\.88 as they ran\. With the ratios that were\n {2}measured, floors kept: all on haiku about \$1\.68 \(as recorded\), all on sonnet\n {2}about \$4\.\d\d \(20 pairs\)\./,
    );
    expect(stdout).toMatch(/\n {2}docs +1 +\$0\.03 +\$0\.03 +\$0\.\d\d \(20\) +–\n/);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'What all on opus would cost is not told: no task was seen on both haiku and opus, and it takes 10.',
    );
    expect(stdout).toContain('rework of edge-case: haiku 20 of 20');
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
  });

  it('tells no cost that fewer than ten pairs back, and says on how many it is', async () => {
    using scene = JobScene.atDesk();
    await scene.record([...pairs(9, 1, 'edge-case'), testing(90, 'haiku', 3, 'edge-case')]);
    const { cost_benefit: benefit } = await reported(scene, '--weeks', '4');
    expect(benefit?.baselines[1]).toEqual({
      tier: 'sonnet',
      microusd: null,
      pairs: 9,
      between: ['haiku', 'sonnet'],
    });
    const { stdout } = await scene.cli(['report', '--weeks', '4']);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'What all on sonnet would cost is not told: 9 tasks were seen on both haiku and sonnet, and it takes 10.',
    );
    expect(stdout).not.toContain('all on sonnet about');
  });

  it('finds pairs in the weeks before, and counts none of their runs', async () => {
    using scene = JobScene.atDesk();
    const old = MEASURED.map((each) => ({ ...each, at: each.at.replace('2026-11', '2026-08') }));
    await scene.record([...old.map((each) => run(each.run.id, each)), testing(200, 'haiku', 3, 'docs')]);
    const { cost_benefit: benefit } = await reported(scene, '--weeks', '2');
    expect(benefit).toMatchObject({ runs: 1, microusd: 30_000, baselines: [{}, { pairs: 20 }, {}] });
  });

  it('names a tier that costs more and is reworked more', async () => {
    using scene = JobScene.atDesk();
    const both = Array.from({ length: 20 }, (_, work) => [
      testing(work, 'haiku', 4, 'docs'),
      testing(work, 'opus', 40, 'docs', { outcome: work < 14 ? 'fail' : 'pass' }),
    ]).flat();
    await scene.record(both);
    const { cost_benefit: benefit } = await reported(scene, '--weeks', '4');
    expect(benefit?.dominated).toMatchObject([
      { task_type: 'docs', tier: 'opus', by: 'haiku', pairs: 20, rework: { hits: 14, n: 20 } },
    ]);
    const { stdout } = await scene.cli(['report', '--weeks', '4']);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /For docs, opus is beaten by haiku: \d+\.\d\d times the cost \(20 pairs\), and 14 of 20 reworked, on haiku 0 of 20\./,
    );
  });

  it('of runs without a known cost says so, and no zero', async () => {
    using scene = JobScene.atDesk();
    await scene.record([testing(1, 'sonnet', null, 'docs')]);
    const { cost_benefit: benefit } = await reported(scene, '--weeks', '4');
    expect(benefit).toMatchObject({ runs: 0, without_cost: 1, microusd: null });
    expect(benefit?.task_types[0]).toMatchObject({ microusd: null, baselines: [{ microusd: null }, {}, {}] });
    const { stdout } = await scene.cli(['report', '--weeks', '4']);
    expect(stdout).toContain('none of the 1 run has a cost that is known on every tier');
  });

  it('of an empty ledger says that there are no runs', async () => {
    using scene = JobScene.atDesk();
    expect((await reported(scene, '--weeks', '4')).cost_benefit).toMatchObject({ runs: 0, task_types: [] });
    const { stdout } = await scene.cli(['report', '--weeks', '4']);
    expect(stdout).toContain('No runs are recorded in these weeks.');
  });

  it('has it only where weeks are asked for, and refuses them for one piece of work', async () => {
    using scene = JobScene.atDesk();
    await scene.record(MEASURED);
    expect(await reported(scene)).not.toHaveProperty('cost_benefit');
    const refused = await scene.cli(['report', '--weeks', '4', '--work-item', 'pr-1']);
    expect(refused).toMatchObject({ exitCode: 2 });
    expect(refused.stderr.join(' ')).toContain('--weeks is about weeks, not about pr-1');
    expect(await scene.cli(['report', '--weeks', '9999'])).toMatchObject({ exitCode: 2 });
  });
});

describe('the issue of the week', () => {
  it('has what each kind of task cost in eight weeks, and the summary of the job too', async () => {
    const github = await startGithub();
    await github.repository('octo/demo');
    const token = await github.token({ contents: 'read', issues: 'write', pull_requests: 'read' });
    using place = new JobScene({
      event: { name: 'schedule', payload: { schedule: '37 4 * * *' } },
      env: { ...github.env(token), GITHUB_SERVER_URL: 'https://github.com' },
    });
    const early = testing(300, 'haiku', 3, '<img>|docs', { at: '2026-09-29T10:00:00Z' });
    const tooEarly = testing(301, 'haiku', 3, 'docs', { at: '2026-09-27T10:00:00Z' });
    await place.record([...MEASURED, early, tooEarly]);
    const { summary } = await place.outcome({
      command: 'report',
      issue: 'auto',
      ledger: place.checkout,
      'github-token': token,
    });
    const issues = await github.ask('GET', '/repos/octo/demo/issues?state=all&labels=haiku-first-week');
    await github.close();
    const [issue] = Array.isArray(issues) ? issues.filter(isObject) : [];
    const body = issue === undefined ? '' : text(issue, 'body');
    for (const shown of [body, summary]) {
      expect(shown).toMatch(
        /What each kind of task costs\n\nWeeks 40 to 47: 43 runs for \$2\.91 as they ran\. With the ratios that were measured, floors kept: all on haiku about \$1\.71 \(as recorded\), all on sonnet about \$4\.\d\d \(20 pairs\)\.\n/,
      );
      expect(shown).toContain('| edge-case | 40 | $2.80 | $1.60 | $4.00 | – | haiku 20 of 20 |');
      expect(shown).toContain('no task was seen on both haiku and opus, and it takes 10');
      expect(shown).not.toContain('<img>');
    }
  });
});
