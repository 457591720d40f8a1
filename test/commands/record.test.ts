import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { UsageRecord } from '../../src/usage/records/record.ts';
import { checkRecord } from '../../src/usage/records/record-check.ts';
import { FIXTURES } from '../support/claude-code.ts';
import { ALLOCATION, JobScene } from '../support/job-scene.ts';

const cell = ['--agent', 'TESTING', '--phase', 'EXEC'];
const from = (sample: string): string[] => ['--from', join(FIXTURES, sample)];

function line(record: UsageRecord): string {
  const tokens = Object.values(record.tokens ?? {}).reduce((sum: number, count) => sum + Number(count), 0);
  return `${record.agent} ${record.tier_assigned}: ${record.model_used} (${record.tier_used}) ${tokens} ${record.cost_basis}`;
}

describe('record', () => {
  it('books a session and its sub-agents on the agents of the allocation, to the token', async () => {
    using job = JobScene.atDesk();
    const { records, below_floor } = await job.json(['record', ...from('sub'), ...cell, '--ledger', 'none']);
    expect(records.map(line).sort()).toMatchInlineSnapshot(`
      [
        "SECURITY opus: claude-haiku-5-5 (haiku) 1227 computed",
        "TESTING sonnet: claude-sonnet-5-5 (sonnet) 6319 computed",
      ]
    `);
    expect(below_floor).toMatchInlineSnapshot(`
      [
        {
          "agent": "SECURITY",
          "floor": "opus",
          "model": "claude-haiku-5-5",
          "phase": "EXEC",
          "record": "84a8db1aeb3a7de4f98ee4d7e3a02b918a08d5467edb2b382c1c13859107535b",
          "tier": "haiku",
        },
      ]
    `);
    for (const record of records) expect(checkRecord(record)).toEqual({ ok: true, value: record });
  });

  it('says who, where, what for and what came of it', async () => {
    using job = JobScene.atDesk();
    const { records } = await job.json([
      ...['record', ...from('json'), ...cell, '--ledger', 'none', '--work-item', 'pr-12', '--run', '77'],
      ...['--job', 'tests', '--outcome', 'pass', '--quality', '0.9', '--task', '{"docs": true}'],
    ]);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      repository: 'local/demo',
      run: { id: '77', attempt: 1, job: 'tests' },
      work_item: 'pr-12',
      outcome: 'pass',
      quality_score: 0.9,
      task: { docs: true },
      agent: 'TESTING',
      phase: 'EXEC',
    });
  });

  it('takes every name of a fact that the allocation may declare', async () => {
    using job = JobScene.atDesk();
    const facts = '{ has-tests: { type: boolean }, _draft: { type: boolean }, __proto__: { type: boolean } }';
    job.write('allocation.yaml', ALLOCATION.replace('{ docs: { type: boolean } }', facts));
    const task = '{"has-tests":true,"_draft":false,"__proto__":true}';
    const asked = [...cell, '--task', task, '--ledger', 'none'];
    expect((await job.cli(['resolve', ...asked])).exitCode).toBe(0);
    const { records } = await job.json(['record', ...from('json'), ...asked]);
    expect(records.map((record: UsageRecord) => JSON.stringify(record.task))).toEqual([task]);
  });

  it('writes nothing with --ledger none, and to the ledger otherwise, once however often it is called', async () => {
    using job = JobScene.atDesk();
    const none = await job.json(['record', ...from('sub'), ...cell, '--ledger', 'none']);
    expect([none.written, none.duplicates]).toEqual([0, 0]);
    expect(job.git('branch', '--list', 'haiku-first-ledger')).toBe('');
    const first = await job.json(['record', ...from('sub'), ...cell]);
    expect(first.written).toBe(first.records.length);
    const again = await job.json(['record', ...from('sub'), ...cell, '--now', '2026-11-23T05:00:00Z']);
    expect([again.written, again.duplicates]).toEqual([0, first.records.length]);
    const { entries } = await job.json(['ledger', 'export']);
    expect(entries.map(({ id }: UsageRecord) => id).sort()).toEqual(
      first.records.map(({ id }: UsageRecord) => id),
    );
  });

  it('books only the difference when a later run goes on with the session', async () => {
    using job = JobScene.atDesk();
    await job.json(['record', ...from('sub'), ...cell, '--run', '1']);
    const { records } = await job.json(['record', ...from('sub'), ...cell, '--run', '2']);
    expect(records).toEqual([]);
  });

  it('counts at a desk what a session used after it was recorded, whichever of its files is read', async () => {
    using job = JobScene.atDesk();
    const answer = (id: string, at: string) =>
      `${JSON.stringify({
        type: 'assistant',
        sessionId: 's',
        requestId: id,
        timestamp: at,
        message: {
          id,
          type: 'message',
          role: 'assistant',
          model: 'claude-sonnet-5-5',
          usage: { input_tokens: 10, output_tokens: 5 },
          content: [],
        },
      })}\n`;
    // Longer ago than a job looks back.
    const before = answer('m1', '2026-11-02T10:00:00Z');
    const after = before + answer('m2', '2026-11-24T10:00:00Z');
    const modelUsage = { 'claude-sonnet-5-5': { inputTokens: 20, outputTokens: 10 } };
    const result = JSON.stringify({ type: 'result', subtype: 'success', session_id: 's', modelUsage });
    for (const text of [before, before, after, result, after])
      await job.json(['record', '--from', job.write('s.jsonl', text), ...cell]);
    const { entries } = await job.json(['ledger', 'export']);
    expect(entries.map(({ at, tokens }: UsageRecord) => [at, tokens?.input])).toEqual([
      ['2026-11-02T10:00:00Z', 10],
      ['2026-11-24T10:00:00Z', 10],
    ]);
  });

  it('counts a crash without figures as not measured, never as free', async () => {
    using job = JobScene.atDesk();
    const { records } = await job.json(['record', ...from('err404'), ...cell, '--ledger', 'none']);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ measured: 'none', cost_microusd: null, cost_basis: 'unmeasured' });
  });

  it('says what it could not read, and still counts what it could', async () => {
    using job = JobScene.atDesk();
    const half = job.write('half.jsonl', '{"type":"assistant","message":{"id":"m1","model":"claude-');
    const result = await job.cli(['record', '--from', half, ...cell, '--ledger', 'none', '--json']);
    expect(result.exitCode).toBe(0);
    expect(JSON.parse(result.stdout).records[0]).toMatchObject({ measured: 'none' });
  });

  it.each([
    ['no phase', ['--from', '.', '--agent', 'TESTING'], /needs a phase/],
    ['no source', cell, /--from/],
    ['a source that is not there', ['--from', 'nowhere.json', ...cell], /nowhere\.json cannot be read/],
    ['an unknown agent', ['--from', '.', '--agent', 'TESTNIG', '--phase', 'EXEC'], /TESTING/],
    ['a quality beyond 1', ['--from', '.', ...cell, '--quality', '1.5'], /from 0 to 1/],
    ['a name that is too long', [...from('json'), ...cell, '--run', 'r'.repeat(65)], /run\.id/],
  ])('is 2 with a reason for %s', async (_, args, reason) => {
    using job = JobScene.atDesk();
    const result = await job.cli(['record', ...args, '--ledger', 'none']);
    expect(result.exitCode).toBe(2);
    expect(result.stderr.join('\n')).toMatch(reason);
  });

  it('holds no prompt and no answer', async () => {
    using job = JobScene.atDesk();
    const { records } = await job.json(['record', ...from('sub'), ...cell, '--ledger', 'none']);
    const texts = records.flatMap((record: object) =>
      Object.values(record).filter((value) => typeof value === 'string'),
    );
    for (const text of texts) expect(text.length).toBeLessThan(80);
  });
});
