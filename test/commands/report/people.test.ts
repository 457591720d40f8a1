import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderUsageComment } from '../../../src/render/usage/comment.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { OPTIONS } from '../../render/usage/cases.ts';
import { run } from '../../report/records.ts';
import { JobScene } from '../../support/job-scene.ts';

const OWN = await readFile(join(import.meta.dirname, '../../../allocation.yaml'), 'utf8');
const EXCEPTIONS = `exceptions:
  - floor: validation-in-critical-phases
    agent: VALIDATION
    phase: PLAN
    tier: haiku
    reason: a rush before the fair
    approved_by: octocat
    tracking: https://github.com/octo/demo/issues/402
    expires: 2026-12-08
`;

async function told(records: readonly UsageRecord[], ...args: readonly string[]) {
  using place = JobScene.atDesk({ allocation: OWN });
  place.write('allocation.exceptions.yaml', EXCEPTIONS);
  await place.record(records);
  const { stdout, stderr } = await place.cli(['report', '--json', ...args]);
  expect(stderr).toEqual([]);
  return { report: JSON.parse(stdout), text: (await place.cli(['report', ...args])).stdout };
}

describe('what people allowed', () => {
  it('says who picked a tier and why, in the comment too', async () => {
    const override = { tier: 'opus', by: 'octocat', reason: 'a big merge' };
    const opus = { model_used: 'claude-opus-5-5', model_requested: 'claude-opus-5-5', tier_used: 'opus' };
    const { report, text } = await told([
      run('1', { override, ...opus }),
      run('2', { override, ...opus }),
      run('3'),
    ]);
    expect(report.overrides).toEqual([
      {
        agent: 'GITHUB',
        phase: 'EXEC',
        work_item: 'pr-12',
        ...override,
        where: null,
        assigned: 'haiku',
        used: 'opus',
        runs: 2,
      },
    ]);
    const line = 'GITHUB/EXEC: opus instead of haiku, 2 times, overridden by octocat: a big merge';
    expect(text.replaceAll(/\n */g, ' ')).toContain(line);
    expect(renderUsageComment(report, OPTIONS)).toContain(`- ${line}`);
  });

  it('names the exception without which work would have been below its floor', async () => {
    const work = (id: string, changes: Partial<UsageRecord>) =>
      run(id, { agent: 'VALIDATION', phase: 'PLAN', ...changes });
    const sonnet = { model_used: 'claude-sonnet-5-5', tier_used: 'sonnet' };
    const { report, text } = await told([work('1', {}), work('2', { work_item: 'pr-3' }), work('3', sonnet)]);
    expect(report.exceptions_used).toMatchObject([
      {
        agent: 'VALIDATION',
        phase: 'PLAN',
        floor: 'validation-in-critical-phases',
        minimum: 'sonnet',
        tier: 'haiku',
        approved_by: 'octocat',
        records: 2,
        work_items: ['pr-12', 'pr-3'],
      },
    ]);
    expect(report.alerts.map(({ kind }: { kind: string }) => kind)).not.toContain('below-floor');
    expect(text.replaceAll(/\n */g, ' ')).toContain(
      'VALIDATION/PLAN ran on haiku, below sonnet, by an exception until 2026-12-08 (approved by octocat,',
    );
  });
});

describe('what is expected of an agent', () => {
  const github = (count: number, bad: number, outcome: 'pass' | 'unknown' = 'pass') =>
    Array.from({ length: count }, (_, index) =>
      run(`${index}`, {
        work_item: `pr-${index}`,
        outcome: index < bad ? 'fail' : outcome,
        quality_score: index < 2 ? 0.5 + index / 4 : null,
      }),
    );
  const ofGithub = ({ report }: Awaited<ReturnType<typeof told>>) =>
    report.expectations.find(({ agent }: { agent: string }) => agent === 'GITHUB');

  it('is held against what happened', async () => {
    const below = await told(github(40, 8));
    expect(ofGithub(below)).toEqual({
      agent: 'GITHUB',
      expected: { low: 0.98, high: 0.98 },
      passed: { hits: 32, unknown: 0, n: 40, low: 0.8, high: 0.8 },
      status: 'missed',
    });
    expect(below.text).toMatch(/GITHUB: expected 98%, passed 80\.0%: below \(n = 40\)/);
    // 97.5 % of 40: chance explains it.
    expect(ofGithub(await told(github(40, 1)))).toMatchObject({ status: 'met' });
    expect(ofGithub(await told(github(40, 1, 'unknown')))).toMatchObject({
      status: 'not-enough-data',
      passed: { unknown: 39 },
    });
    // Three failures, and nobody has said of any other run that it was good.
    expect(ofGithub(await told(github(64, 3, 'unknown')))).toMatchObject({ status: 'not-enough-data' });
    expect(ofGithub(await told([]))).toMatchObject({
      status: 'not-enough-data',
      passed: { n: 0, low: null },
    });
  });

  it('stands beside the quality that its results were given', async () => {
    const { report } = await told(github(3, 0));
    expect(report.agents).toMatchObject([{ agent: 'GITHUB', quality: { mean: 0.625, n: 2 } }]);
  });
});
