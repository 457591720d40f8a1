import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { SimulateDocument } from '../../src/generated/simulate.ts';
import type { UsageRecord } from '../../src/usage/records/record.ts';
import { run } from '../report/records.ts';
import { ALLOCATION, JobScene } from '../support/job-scene.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schema/simulate.schema.json', import.meta.url), 'utf8'),
);
const isDocument = new Ajv2020({ strict: true, allowUnionTypes: true }).compile<SimulateDocument>(schema);

const HEAD = ALLOCATION.replace('TESTING: { default: sonnet }', 'TESTING: { default: opus }');

/** A run of TESTING on a tier, for so many cents, at a piece of work. */
function testing(
  work: number,
  tier: string,
  cents: number | null,
  changes: Partial<UsageRecord> = {},
): UsageRecord {
  const model = `claude-${tier}-5-5`;
  return run(`${work} ${tier}`, {
    agent: 'TESTING',
    work_item: `pr-${work}`,
    tier_assigned: tier,
    tier_used: tier,
    model_used: model,
    model_requested: model,
    cost_microusd: cents === null ? null : cents * 10_000,
    cost_basis: cents === null ? 'unpriced' : 'computed',
    ...changes,
  });
}

/** A desk with these records in its ledger, and both files beside it. */
async function desk(records: readonly UsageRecord[]): Promise<JobScene> {
  const scene = JobScene.atDesk();
  scene.write('old.yaml', ALLOCATION);
  scene.write('new.yaml', HEAD);
  if (records.length > 0) await scene.record(records);
  return scene;
}

async function simulated(scene: JobScene, ...more: readonly string[]): Promise<SimulateDocument> {
  const document: unknown = await scene.json([
    'simulate',
    '--base',
    'old.yaml',
    '--head',
    'new.yaml',
    ...more,
  ]);
  if (!isDocument(document)) throw new Error(JSON.stringify(isDocument.errors));
  return document;
}

const MONDAY = '2026-11-16T10:00:00Z';
const FORTY = Array.from({ length: 40 }, (_, work) => testing(work, 'sonnet', 10, { at: MONDAY }));
const PAIRS = Array.from({ length: 30 }, (_, work) =>
  testing(work, 'opus', 14, {
    at: '2026-11-16T11:00:00Z',
    attempt: 2,
    escalated_from_model: 'claude-sonnet-5-5',
  }),
);

describe('simulate', () => {
  it('says in one sentence what changes a week, how sure that is, and on how many pairs', async () => {
    using scene = await desk([...FORTY, ...PAIRS]);
    const found = await simulated(scene, '--weeks', '2');
    expect(found).toMatchObject({
      weeks: 2,
      first_week: '2026-W47',
      last_week: '2026-W48',
      runs: 70,
      actual: { microusd: 8_200_000 },
      base: { microusd: 8_200_000 },
      basis: { kind: 'measured', pairs: 30 },
      cells: [{ agent: 'TESTING', phase: 'EXEC', from: 'sonnet', to: 'opus', runs: 70, pairs: 30 }],
      quality: { cells: [{ rescued: { n: 30, x: 30 }, head: null, base: { n: 40, x: 30 } }] },
    });
    // Thirty tasks are known to cost 14 cents on opus; the ten others by their ratio.
    expect(found.head.microusd).toBeGreaterThan(8_200_000 + 30 * 40_000 + 10 * 35_000);
    expect(found.head.microusd).toBeLessThan(8_200_000 + 30 * 40_000 + 10 * 60_000);
    const { stdout } = await scene.cli([
      'simulate',
      '--base',
      'old.yaml',
      '--head',
      'new.yaml',
      '--weeks',
      '2',
    ]);
    expect(stdout.split('\n')[0]).toMatch(
      /^Cost would rise by about \$1\.\d\d a week \(\+\d+%\), from \$6\.\d\d to \$\d\.\d\d \(80% interval: \+\$\d\.\d\d to \+\$\d\.\d\d\), measured on 30 tasks that were seen on both tiers\.$/,
    );
    expect(stdout).toContain('opus repaired 30 of the 30 it was given');
  });

  it('gives the same bytes for the same ledger', async () => {
    using scene = await desk([...FORTY, ...PAIRS]);
    const once = await scene.cli(['simulate', '--base', 'old.yaml', '--head', 'new.yaml', '--json']);
    const again = await scene.cli(['simulate', '--base', 'old.yaml', '--head', 'new.yaml', '--json']);
    expect(again.stdout).toBe(once.stdout);
    expect(once.stdout).toContain('"ledger": "');
  });

  it('finds pairs in all weeks, and counts the cost of those that are asked for', async () => {
    const old = (each: UsageRecord): UsageRecord => testingAt(each, '2026-10-05T10:00:00Z');
    using scene = await desk([...FORTY.map(old), ...PAIRS.map(old), testing(99, 'sonnet', 10)]);
    const found = await simulated(scene, '--weeks', '1');
    expect(found).toMatchObject({
      runs: 1,
      base: { microusd: 100_000 },
      basis: { kind: 'measured', pairs: 30 },
    });
  });

  it('of an empty ledger has nothing to say, and does not say zero', async () => {
    using scene = await desk([]);
    const found = await simulated(scene);
    expect(found).toMatchObject({ runs: 0, delta: { percent: null, low: null, high: null }, quality: null });
    const { stdout } = await scene.cli(['simulate', '--base', 'old.yaml', '--head', 'new.yaml']);
    expect(stdout).toMatch(/^There is nothing to replay/);
    expect(stdout).not.toContain('$0');
  });

  it('says that a cost is not known where none of the runs has one', async () => {
    using scene = await desk([testing(1, 'sonnet', null)]);
    const { stdout } = await scene.cli(['simulate', '--base', 'old.yaml', '--head', 'new.yaml']);
    expect(stdout).toMatch(/^What it would cost is not known/);
    expect(stdout).toContain('Replay of week 48: 1 run, of unknown cost as recorded.');
    expect(stdout).not.toContain('$0.00');
  });

  it('does not say that nothing would change where the runs that would are of unknown cost', async () => {
    using scene = await desk([
      testing(1, 'sonnet', null),
      run('docs', { agent: 'DOCS', cost_microusd: 300_000 }),
    ]);
    const { stdout } = await scene.cli(['simulate', '--base', 'old.yaml', '--head', 'new.yaml']);
    expect(stdout).toMatch(
      /^What it would cost is not known: no run of known cost would be placed elsewhere, and 1 run of 2 has none\./,
    );
    expect(stdout).toContain('2 runs, ≥ $0.30 as recorded');
  });

  it('refuses a head that does not keep its own floors, and a file that is not there', async () => {
    using scene = await desk(FORTY);
    scene.write('low.yaml', HEAD.replace('SECURITY: { default: opus', 'SECURITY: { default: haiku'));
    const low = await scene.cli(['simulate', '--base', 'old.yaml', '--head', 'low.yaml']);
    expect(low).toMatchObject({ exitCode: 2 });
    expect(low.stderr.join(' ')).toContain('security-always-opus');
    expect(await scene.cli(['simulate', '--base', 'old.yaml', '--head', 'gone.yaml'])).toMatchObject({
      exitCode: 2,
    });
  });

  it('refuses more weeks than there can be', async () => {
    using scene = await desk([]);
    const asked = ['simulate', '--base', 'old.yaml', '--head', 'new.yaml', '--weeks', '999999999'];
    expect(await scene.cli(asked)).toMatchObject({ exitCode: 2 });
  });

  it('compares revisions as check does', async () => {
    using scene = await desk(FORTY);
    scene.git('checkout', '-q', '-b', 'more');
    scene.write('allocation.yaml', HEAD);
    scene.git('commit', '-q', '-am', 'More');
    const found = await scene.json(['simulate', '--base', 'main', '--head', 'more']);
    expect(found).toMatchObject({ runs: 40, basis: { kind: 'list-prices', pairs: 0 } });
  });
});

function testingAt(record: UsageRecord, at: string): UsageRecord {
  return { ...record, at };
}
