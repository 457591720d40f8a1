import { describe, expect, test } from 'vitest';
import { readEnvelope } from '../../src/ledger/entry.ts';
import { openLedger } from '../../src/ledger/store.ts';
import { outcomeEntry, readUsageLine, storedEntry, usageEntry } from '../../src/ledger/usage-line.ts';
import type { IsoDate, IsoWeek } from '../../src/time/week.ts';
import { checkOutcomeEvent, checkRecord } from '../../src/usage/record-check.ts';
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
  test('are usage records and outcome events, with an id that they derive themselves', () => {
    const usage = readUsageLine(JSON.stringify(RECORD));
    const checked = checkRecord(RECORD);
    expect(checked.ok && usage.ok ? storedEntry(usage.entry) : checked).toEqual(
      checked.ok ? usageEntry(checked.value) : null,
    );
    const outcome = readUsageLine(JSON.stringify(OUTCOME));
    const event = checkOutcomeEvent(OUTCOME);
    expect(event.ok && outcome.ok ? storedEntry(outcome.entry) : event).toEqual(
      event.ok ? outcomeEntry(event.value) : null,
    );
  });

  test.each([
    ['{', 'not JSON'],
    ['7', '`schema` must be haiku-first/usage@1 or haiku-first/outcome@1'],
    ['{"schema":"haiku-first/usage@2"}', '`schema` must be haiku-first/usage@1 or haiku-first/outcome@1'],
    [JSON.stringify({ ...RECORD, at: 'now' }), expect.stringContaining('`at`')],
    [JSON.stringify({ ...RECORD, note: 'x'.repeat(20_000) }), 'must not be longer than 16384 characters'],
    [JSON.stringify({ ...OUTCOME, outcome: 'fine' }), expect.stringContaining('`outcome`')],
  ])('%s is told what is wrong with it', (line, problem) => {
    const reading = readUsageLine(line);
    expect(reading.ok ? [] : reading.problems).toContainEqual(problem);
  });

  test('an event told twice counts once, and is compacted like a record', async () => {
    await using parent = await folder();
    const store = await openLedger({
      location: bareRepository(parent.path),
      cwd: await workRepository(parent.path),
      env: { PATH: process.env.PATH },
      unwrittenDir: parent.path,
      readLine: readUsageLine,
      stored: storedEntry,
      pace,
    });
    const reordered = JSON.stringify(Object.fromEntries(Object.entries(OUTCOME).reverse()));
    await store.importLines([JSON.stringify(RECORD), JSON.stringify(OUTCOME), reordered], null);
    await store.compact({ before: '2026-12-01' as IsoDate, dryRun: false });
    const { entries, problems, files } = await store.readWeek('2026-W48' as IsoWeek, 'UTC');
    expect(entries.map(({ kind }) => kind)).toEqual(['usage', 'outcome']);
    expect(problems).toEqual([]);
    expect(files).toBe(1);
    for (const { line, id } of entries) expect(readEnvelope(line)).toMatchObject({ entry: { id } });
    await store.close();
  });
});
