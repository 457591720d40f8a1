import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIXTURES } from '../support/claude-code.ts';
import { ALLOCATION, JobScene } from '../support/job-scene.ts';
import { forecast } from '../usage/records/forecasts.ts';
import { loggedWhatIf } from '../usage/records/what-ifs.ts';

async function someLines(job: JobScene): Promise<string[]> {
  const args = ['record', '--from', join(FIXTURES, 'sub'), '--agent', 'TESTING', '--phase', 'EXEC'];
  const { records } = await job.json([...args, '--ledger', 'none']);
  return records.map((record: object) => JSON.stringify(record));
}

const EVENT = {
  schema: 'haiku-first/outcome@1',
  at: '2026-11-23T05:00:00Z',
  repository: 'octo/demo',
  work_item: 'pr-12',
  agent: null,
  phase: null,
  record: null,
  outcome: 'reworked',
  by: 'octocat',
  note: null,
};

describe('ledger', () => {
  it('imports records and events, and exports them, each once', async () => {
    using job = JobScene.atDesk();
    const lines = [...(await someLines(job)), JSON.stringify(EVENT)];
    const withoutIds = lines.map((line) => JSON.stringify({ ...JSON.parse(line), id: undefined }));
    job.write('some.jsonl', `${withoutIds.join('\n')}\n`);
    expect(await job.json(['ledger', 'import', 'some.jsonl'])).toMatchObject({
      written: lines.length,
      duplicates: 0,
    });
    job.write('again.jsonl', lines.join('\n'));
    expect(await job.json(['ledger', 'import', 'again.jsonl'])).toMatchObject({
      written: 0,
      duplicates: lines.length,
    });

    const exported = await job.cli(['ledger', 'export']);
    const back = exported.stdout.trimEnd().split('\n');
    expect(back).toHaveLength(lines.length);
    using other = JobScene.atDesk();
    other.write('back.jsonl', exported.stdout);
    expect(await other.json(['ledger', 'import', 'back.jsonl'])).toMatchObject({ written: lines.length });
    expect((await other.cli(['ledger', 'export'])).stdout).toBe(exported.stdout);
  });

  it.each([
    ['forecast', forecast()],
    ['what-if', loggedWhatIf({ at: '2026-11-24T12:00:00Z' })],
  ])('keeps a %s like any line, and lets nobody take it back', async (kind, line) => {
    using job = JobScene.atDesk();
    job.write('some.jsonl', JSON.stringify(line));
    expect(await job.json(['ledger', 'import', 'some.jsonl'])).toMatchObject({ written: 1 });
    expect(await job.json(['ledger', 'verify'])).toMatchObject({ entries: 1, problems: [] });
    const { entries } = await job.json(['ledger', 'export']);
    expect(entries).toEqual([{ ...line, id: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    const voided = await job.cli(['ledger', 'void', entries[0].id, '--because', 'it was wrong']);
    expect(voided.exitCode).toBe(2);
    expect(voided.stderr.join()).toContain(`is a ${kind}, which is held against what came`);
  });

  it('writes none when one line is bad, and names every bad one', async () => {
    using job = JobScene.atDesk();
    const [good = ''] = await someLines(job);
    const cheap = JSON.stringify({ ...JSON.parse(good), id: undefined, cost_microusd: -1 });
    job.write('some.jsonl', [good, cheap, 'nonsense', '{"schema":"haiku-first/outcome@1"}'].join('\n'));
    const result = await job.cli(['ledger', 'import', 'some.jsonl']);
    expect(result.exitCode).toBe(2);
    expect(result.stderr.join('\n')).toMatch(
      /some\.jsonl:2: .*cost_microusd[\s\S]*some\.jsonl:3: not JSON[\s\S]*some\.jsonl:4: /,
    );
    expect((await job.json(['ledger', 'export'])).entries).toEqual([]);
  });

  it('verifies, and says with exit code 2 when a file is damaged', async () => {
    using job = JobScene.atDesk();
    job.write('some.jsonl', (await someLines(job)).join('\n'));
    await job.json(['ledger', 'import', 'some.jsonl']);
    expect(await job.json(['ledger', 'verify'])).toMatchObject({ files: 1, conflicts: [], problems: [] });

    const path = job.git('ls-tree', '-r', '--name-only', 'haiku-first-ledger').trim();
    job.git('checkout', '--quiet', 'haiku-first-ledger');
    job.write(path, 'half a li');
    job.git('commit', '--quiet', '--all', '--message=Damage');
    job.git('checkout', '--quiet', 'main');
    const result = await job.cli(['ledger', 'verify']);
    expect(result.exitCode).toBe(2);
    expect(result.stderr.join('\n')).toContain(path);
  });

  it('compacts months that are over, and shows it first with --dry-run', async () => {
    using job = JobScene.atDesk();
    const lines = await someLines(job);
    for (const [place, line] of lines.entries()) {
      job.write('one.jsonl', line);
      await job.json(['ledger', 'import', 'one.jsonl']);
      expect(place).toBeGreaterThanOrEqual(0);
    }
    const before = await job.json(['ledger', 'export']);
    const later = ['--now', '2027-01-02T00:00:00Z'];
    const tip = job.git('rev-parse', 'haiku-first-ledger');
    const dry = await job.json(['ledger', 'compact', '--dry-run', ...later]);
    expect(dry.months).toHaveLength(1);
    expect(job.git('rev-parse', 'haiku-first-ledger')).toBe(tip);
    const done = await job.json(['ledger', 'compact', ...later]);
    expect(done.months).toEqual(dry.months);
    expect(job.git('rev-parse', 'haiku-first-ledger')).not.toBe(tip);
    expect(await job.json(['ledger', 'export'])).toEqual(before);
  });

  it('is an empty ledger where there is no branch', async () => {
    using job = JobScene.atDesk();
    expect((await job.json(['ledger', 'verify'])).entries).toBe(0);
    expect((await job.json(['ledger', 'export'])).entries).toEqual([]);
  });

  it.each([
    [['ledger'], /import, export, verify, compact/],
    [['ledger', 'imprt', 'x.jsonl'], /import/],
    [['ledger', 'import'], /needs a file/],
    [['ledger', 'import', 'nowhere.jsonl'], /nowhere\.jsonl cannot be read/],
    [['ledger', 'export', 'x.jsonl'], /takes no file/],
    [['ledger', 'verify', '--dry-run'], /no dry run/],
    [['ledger', 'export', 'a', 'b'], /too many arguments/i],
  ])('is 2 for the wrong usage %j', async (args, reason) => {
    using job = JobScene.atDesk();
    const result = await job.cli(args);
    expect(result.exitCode).toBe(2);
    expect(result.stderr.join('\n')).toMatch(reason);
  });
});

describe('ledger void', () => {
  const BUDGET = `${ALLOCATION}budget: { mode: enforce, timezone: UTC, weekly: { tokens: 500000 } }\n`;
  const RESOLVE = ['resolve', '--agent', 'TESTING', '--phase', 'EXEC'];

  it('takes a line back: it counts no more, and stays with who did it and why', async () => {
    using job = JobScene.atDesk({ allocation: BUDGET });
    const [line = ''] = await someLines(job);
    const { id: _, ...record } = JSON.parse(line);
    // Long before it is voided, in the same week.
    const at = '2026-11-23T05:00:00Z';
    const absurd = { ...record, at, tokens: { ...record.tokens, input: 700_000 } };
    job.write('some.jsonl', JSON.stringify(absurd));
    await job.json(['ledger', 'import', 'some.jsonl']);
    expect((await job.cli(RESOLVE)).stdout).toContain('defer');
    const [stored] = (await job.json(['ledger', 'export'])).entries;

    const args = ['ledger', 'void', stored.id.slice(0, 12), '--because', 'no such week'];
    expect(await job.json(args)).toMatchObject({ voided: stored.id, written: 1 });
    expect(await job.json(RESOLVE)).toMatchObject({ decision: 'run', zone: 'GREEN' });
    expect(await job.json(['report', '--week', '2026-W48'])).toMatchObject({ spent: { tokens: 0 } });
    const { entries } = await job.json(['ledger', 'export']);
    expect(entries).toContainEqual(stored);
    expect(entries).toContainEqual(
      expect.objectContaining({
        schema: 'haiku-first/void@1',
        at,
        voids: stored.id,
        because: 'no such week',
        voided_at: '2026-11-25T12:00:00Z',
      }),
    );
    expect(await job.json(['ledger', 'verify'])).toMatchObject({ entries: 2, problems: [] });
    // Once, however often it is said, and whoever brings the line again.
    expect(await job.json(args)).toMatchObject({ written: 0 });
    await job.json(['ledger', 'import', 'some.jsonl']);
    expect(await job.json(RESOLVE)).toMatchObject({ decision: 'run' });
  });

  it.each([
    [['ledger', 'void'], /needs the id/],
    [['ledger', 'void', 'abc', '--because', 'x'], /needs the id/],
    [['ledger', 'void', 'a'.repeat(64)], /needs a reason/],
    [['ledger', 'void', 'a'.repeat(64), '--because', 'x'], /no line with the id/],
    [['ledger', 'verify', '--because', 'x'], /takes no reason/],
  ])('is refused where nobody knows what is meant, or why: %j', async (args, why) => {
    using job = JobScene.atDesk();
    const { exitCode, stderr } = await job.cli(args);
    expect(exitCode).toBe(2);
    expect(stderr.join('\n')).toMatch(why);
  });
});

describe('a time outside of what a run can have', () => {
  it.each(['1970-01-01T00:00:00Z', '2106-02-07T06:28:15Z', '2026-11-27T00:00:00Z'])(
    '%s: no line of it is imported',
    async (at) => {
      using job = JobScene.atDesk();
      const [line = ''] = await someLines(job);
      job.write('some.jsonl', JSON.stringify({ ...JSON.parse(line), id: undefined, at }));
      const { exitCode, stderr } = await job.cli(['ledger', 'import', 'some.jsonl']);
      expect(exitCode).toBe(2);
      expect(stderr.join()).toMatch(new RegExp(`some.jsonl:1: .at. is ${at}.*the clock was wrong`));
      expect((await job.json(['ledger', 'verify'])).entries).toBe(0);
    },
  );

  it.each(['1970-01-01T00:00:10Z', '2106-02-07T06:28:15Z'])(
    '%s: a machine with this clock writes nothing',
    async (now) => {
      using job = JobScene.atDesk({ now });
      job.write('used.json', '[{"model":"claude-sonnet-5-5","usage":{"input_tokens":5,"output_tokens":5}}]');
      const args = ['record', '--from', 'used.json', '--agent', 'TESTING', '--phase', 'EXEC'];
      const { exitCode, stderr } = await job.cli(args);
      expect(exitCode).toBe(2);
      expect(stderr.join()).toMatch(/clock of this machine says .* Set the clock right/);
    },
  );

  it('is not that of the usage, whatever a transcript says: it counts as of now', async () => {
    using job = JobScene.atDesk();
    const line = {
      type: 'assistant',
      sessionId: 's',
      uuid: 'u',
      timestamp: '1970-01-01T00:00:10.000Z',
      message: { id: 'm', model: 'claude-sonnet-5-5', usage: { input_tokens: 5, output_tokens: 5 } },
    };
    job.write('session.jsonl', `${JSON.stringify(line)}\n`);
    const args = ['record', '--from', 'session.jsonl', '--agent', 'TESTING', '--phase', 'EXEC'];
    const { records } = await job.json(args);
    expect(records).toMatchObject([{ at: '2026-11-25T12:00:00Z', tokens: { input: 5 } }]);
  });

  it('is not that of an attempt either, whatever the file of a run says', async () => {
    using job = JobScene.atDesk();
    const message = { id: 'm', model: 'claude-sonnet-5-5', usage: { input_tokens: 5, output_tokens: 5 } };
    const attempt = {
      attempt: 1,
      judging: false,
      model: 'claude-sonnet-5-5',
      duration_ms: 5,
      outcome: 'pass',
      quality: null,
      escalated_from_model: null,
      escalation_reason: null,
      escalation_trigger: null,
      requests: [{ state: 'done', at: '1970-01-01T00:00:10.000Z', message }],
    };
    const document = {
      schema: 'haiku-first/requests@1',
      session: 's',
      agent: 'TESTING',
      attempts: [attempt],
    };
    job.write('run.json', JSON.stringify(document));
    const args = ['record', '--from', 'run.json', '--agent', 'TESTING', '--phase', 'EXEC', '--json'];
    const { stdout, stderr } = await job.cli(args);
    expect(JSON.parse(stdout).records).toMatchObject([{ at: '2026-11-25T12:00:00Z', tokens: { input: 5 } }]);
    expect(stderr.join()).toContain('before any record can be: the clock was wrong. It counts as of now.');
  });
});
