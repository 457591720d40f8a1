import { describe, expect, test } from 'vitest';
import { readEnvelope } from '../../src/ledger/entry.ts';
import { openLedger } from '../../src/ledger/store.ts';
import type { IsoDate, IsoWeek } from '../../src/time/week.ts';
import { readGivenLine } from '../../src/usage/records/ledger-line.ts';
import { bareRepository, folder, pace, workRepository } from './support.ts';

/** The record of the published interface; its id is left out, as an import may. */
const RECORD = {
  schema: 'haiku-first/usage@1',
  at: '2026-11-23T03:10:41Z',
  repository: 'octo/demo',
  run: { id: '123', attempt: 1, job: 'security' },
  session: '5328e1d6',
  parent: null,
  work_item: 'pr-12',
  agent: 'SECURITY',
  phase: 'PLAN',
  attempt: 1,
  tier_assigned: 'opus',
  model_requested: 'claude-opus-5-5',
  model_used: 'claude-opus-5-5',
  tier_used: 'opus',
  auxiliary: false,
  critical: true,
  tokens: { input: 22, output: 57, cache_read: 6000, cache_write_5m: 240, cache_write_1h: 0 },
  cost_microusd: 3628,
  cost_basis: 'computed',
  price_table: '2026-11-23',
  outcome: 'pass',
  measured: 'full',
  source: 'claude-code-result',
};
const OUTCOME = {
  schema: 'haiku-first/outcome@1',
  at: '2026-11-24T00:00:00Z',
  repository: 'octo/demo',
  work_item: 'pr-12',
  agent: null,
  phase: null,
  record: null,
  outcome: 'reverted',
  by: 'octocat',
  note: null,
};

describe('lines of the ledger', () => {
  test('an event told twice counts once, and is compacted like a record', async () => {
    await using parent = await folder();
    const store = await openLedger({
      location: bareRepository(parent.path),
      cwd: await workRepository(parent.path),
      env: { PATH: process.env.PATH },
      unwrittenDir: parent.path,
      readLine: readGivenLine,
      pace,
    });
    const reordered = JSON.stringify(Object.fromEntries(Object.entries(OUTCOME).reverse()));
    await store.importLines([JSON.stringify(RECORD), JSON.stringify(OUTCOME), reordered], null);
    await store.compact({ before: '2026-12-01' as IsoDate, dryRun: false });
    const { entries, problems, files } = await store.readWeek('2026-W48' as IsoWeek, 'UTC');
    expect(entries.map(({ content }) => content.kind)).toEqual(['record', 'event']);
    expect(problems).toEqual([]);
    expect(files).toBe(1);
    for (const { line, id } of entries) expect(readEnvelope(line)).toMatchObject({ entry: { id } });
    await store.close();
  });
});
