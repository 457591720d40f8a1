import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { recordEntry } from '../../../src/usage/records/ledger-line.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { ledger } from '../../ledger/support.ts';
import { output, run } from '../../report/records.ts';
import { InitScene } from './scene.ts';

const schema = new URL('../../../schema/init.schema.json', import.meta.url);
const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')));

/** A Monday, a Wednesday and the Mondays after it; NOW is the Wednesday of the week after the last one. */
const [W45, W46, W47] = ['2026-11-02T03:00:00Z', '2026-11-09T03:00:00Z', '2026-11-20T03:00:00Z'];

const ALLOCATION = `version: 1 # ours
tiers:
  - { name: haiku, model: claude-haiku-5-5 }
phases: [RUN]
agents:
  DOCS: { default: haiku }
budget: # a guess
  mode: observe
  weekly: { tokens: 9000000 } # five days
`;

async function sceneWith(records: readonly UsageRecord[], allocation: string | null = ALLOCATION) {
  const scene = new InitScene(allocation === null ? {} : { 'allocation.yaml': allocation }, null);
  if (records.length > 0) {
    await using store = await ledger(scene.folder, scene.folder);
    await store.append(records.map(recordEntry), { run: '1', attempt: 1 });
  }
  return scene;
}

const used = (id: string, at: string, tokens: number): UsageRecord => run(id, { at, tokens: output(tokens) });

describe('init --budget', () => {
  it('proposes the budget in which the highest week would have ended below ORANGE', async () => {
    const records = [
      used('1', W45, 400_000),
      used('2', W46, 1_200_000),
      used('3', W47, 700_000),
      used('4', W47, 1),
    ];
    using scene = await sceneWith(records);
    const { exitCode, stdout } = await scene.cli(['init', '--budget', '--dry-run']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(': 3 complete weeks in the ledger\n');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'The highest week was 1,200,000 tokens, the median 700,001 tokens. With 1,500,000 tokens a week, the highest would have ended just below ORANGE (85%), where work begins to be deferred.',
    );
    expect(stdout).toContain(
      [
        '  ~ allocation.yaml  9,000,000 tokens → 1,500,000 tokens a week',
        '      @@ line 7 @@',
        '       budget: # a guess',
        '         mode: observe',
        '      -  weekly: { tokens: 9000000 } # five days',
        '      +  weekly: { tokens: 1500000 } # five days',
      ].join('\n'),
    );
    expect(scene.read('allocation.yaml')).toBe(ALLOCATION);
    const yes = await scene.cli(['init', '--budget', '--yes']);
    expect(yes).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('✓ written') });
    expect(scene.read('allocation.yaml')).toBe(ALLOCATION.replace('9000000', '1500000'));
    expect(await scene.cli(['init', '--budget', '--yes'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('The file says so already.'),
    });
  });

  it('asks first, and writes nothing else', async () => {
    using scene = await sceneWith([used('1', W45, 100), used('2', W46, 100)]);
    const document = await scene.json(['init', '--budget']);
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    expect(document).toMatchObject({
      written: false,
      budget: { needed: 0, measure: 'tokens', highest: 100, median: 100, proposed: 120 },
      files: [{ path: 'allocation.yaml', action: 'change' }],
    });
    expect(await scene.cli(['init', '--budget'])).toMatchObject({ exitCode: 1 });
    await scene.cli(['init', '--budget'], { answer: true });
    expect(scene.asked.at(-1)).toBe('Change 1 file');
    expect(parse(scene.read('allocation.yaml')).budget).toEqual({ mode: 'observe', weekly: { tokens: 120 } });
    expect(Object.keys(scene.all())).toEqual(['allocation.yaml']);
  });

  it('says how many complete weeks are missing: the first one counts from its Monday alone', async () => {
    using scene = await sceneWith([used('1', '2026-11-11T03:00:00Z', 500), used('2', W47, 500)]);
    const { exitCode, stdout } = await scene.cli(['init', '--budget', '--yes']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('1 complete week in the ledger');
    expect(stdout).toContain(
      'A proposal needs two complete weeks, from Monday to Sunday: 1 more is missing.',
    );
    expect(scene.read('allocation.yaml')).toBe(ALLOCATION);
    using empty = await sceneWith([]);
    expect((await empty.cli(['init', '--budget'])).stdout).toContain('no complete weeks in the ledger');
  });

  it('counts dollars where the budget does, and names what is not known', async () => {
    const unmeasured = run('3', {
      at: W46,
      tokens: null,
      cost_microusd: null,
      cost_basis: 'unmeasured',
      measured: 'none',
    });
    const records = [
      run('1', { at: W45, cost_microusd: 3_000_000 }),
      run('2', { at: W46, cost_microusd: 4_100_000 }),
      unmeasured,
      run('4', { at: W47, cost_microusd: null, cost_basis: 'unpriced' }),
    ];
    using scene = await sceneWith(records, ALLOCATION.replace('{ tokens: 9000000 }', '{ usd: 12.5 }'));
    const { stdout } = await scene.cli(['init', '--budget', '--yes']);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'More was used than these weeks say. Not in them: 1 record of usage that was not measured and 1 record of models without a price.',
    );
    expect(scene.read('allocation.yaml')).toContain('  weekly: { usd: 4.9 } # five days\n');
  });

  it('adds a budget that only observes to a file without one, with its line ends', async () => {
    const without = `${ALLOCATION.slice(0, ALLOCATION.indexOf('budget:')).trimEnd()}`.replaceAll(
      '\n',
      '\r\n',
    );
    using scene = await sceneWith([used('1', W45, 850), used('2', W46, 85)], without);
    await scene.cli(['init', '--budget', '--yes']);
    const after = scene.read('allocation.yaml');
    expect(after.startsWith(without)).toBe(true);
    expect(after.slice(without.length)).toBe(
      '\r\nbudget:\r\n  mode: observe\r\n  weekly:\r\n    tokens: 1000',
    );
  });

  it('needs an allocation', async () => {
    using scene = await sceneWith([], null);
    expect(await scene.cli(['init', '--budget'])).toMatchObject({
      exitCode: 2,
      stderr: [expect.stringContaining('There is no allocation.yaml here. Run haiku-first init first')],
    });
  });
});
