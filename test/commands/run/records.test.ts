import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { escalationDelays } from '../../../src/report/escalations.ts';
import { runsOf } from '../../../src/report/runs.ts';
import type { RequestsDocument, RunAttempt, RunRequest } from '../../../src/usage/readers/requests.ts';
import { checkRecord } from '../../../src/usage/records/record-check.ts';
import { startAnthropic } from '../../support/anthropic/index.ts';
import { JobScene } from '../../support/job-scene.ts';
import { type RunAnswer, RunShop } from './job.ts';

const TESTING = ['--agent', 'TESTING', '--work-item', 'pr-12'];

describe('the records of a run', () => {
  it('are what the ledger takes, and tell how long it took to go up', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    mkdirSync(join(shop.checkout, 'checks'));
    shop.write('checks/judge.md', 'Is it good?');
    shop.testing('check: { judge: { tier: opus, prompt: checks/judge.md, minimum: 0.5 } }');
    const busy = { status: 529, type: 'overloaded_error', headers: { 'retry-after': '60' } } as const;
    let judged = 0;
    // The judge lets wait for a minute, then finds the first answer poor and the second good.
    api.script = ({ body }) => {
      if (body.system === undefined) return { answer: 'An answer.' };
      judged += 1;
      return judged === 1 ? busy : { answer: `{"score": ${judged === 2 ? 0 : 1}}` };
    };
    const line = ['run', '--phase', 'EXEC', '--prompt', 'Do it.', ...TESTING, '--json'];
    const { exitCode, stdout } = await shop.raw(line);
    expect(exitCode).toBe(0);
    const { records }: RunAnswer = JSON.parse(stdout);
    for (const record of records) expect(checkRecord(record)).toMatchObject({ ok: true, value: record });
    expect(records).toHaveLength(4);
    const delays = escalationDelays({ runs: runsOf(records), before: [], instantOf: Date.parse });
    expect([...delays.values()]).toEqual([1]);
    const report = JSON.parse((await shop.raw(['report', '--week', '2026-W48', '--json'])).stdout);
    expect(report).toMatchObject({ escalation_rate: 0.5 });
  });

  it('are not written a second time by reading what the run left', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.script = ({ nth }) => (nth === 1 ? { cut: 'Half' } : { answer: 'Done.' });
    // A ledger that cannot be written: what was used stays on the disk, and its place is named.
    const broken = ['run', '--phase', 'EXEC', '--prompt', 'Do it.', ...TESTING, '--ledger', '/no/such/place'];
    const failed = await shop.raw([...broken, '--json']);
    expect(failed.exitCode).toBe(2);
    const said = failed.stderr.join('\n');
    const [, path = ''] = /It is in (\S+), for haiku-first record --from/.exec(said) ?? [];
    const document: RequestsDocument = JSON.parse(readFileSync(path, 'utf8'));
    expect(document.attempts[0]?.requests.map(({ state }) => state)).toEqual(['cut', 'done']);
    const cell = ['--agent', 'TESTING', '--phase', 'EXEC', '--work-item', 'pr-12'];
    const again = ['record', '--from', path, ...cell, '--json'];
    const first = JSON.parse((await shop.raw(again)).stdout);
    expect(first).toMatchObject({ written: 1, records: [{ source: 'run', turns: 2, measured: 'partial' }] });
    expect(first.records[0].tokens).toEqual(JSON.parse(failed.stdout).records[0].tokens);
    expect(JSON.parse((await shop.raw(again)).stdout)).toMatchObject({ written: 0 });
  });

  it('hold neither the prompt nor the answer, and neither does what is left on the disk', async () => {
    await using api = await startAnthropic();
    using shop = new RunShop(api);
    api.script = () => ({ answer: 'the-words-of-the-model' });
    const line = ['run', '--phase', 'EXEC', '--prompt', 'the-words-of-the-prompt', ...TESTING];
    const done = await shop.raw([...line, '--ledger', '/no/such/place']);
    const [, path = ''] = /It is in (\S+), for/.exec(done.stderr.join('\n')) ?? [];
    const left = readFileSync(path, 'utf8');
    expect(left).toContain('"input_tokens":1000');
    expect(left).not.toContain('the-words-of');
  });
});

describe('what a run left of itself', () => {
  const request = (state: RunRequest['state'], output: number | null): RunRequest => ({
    state,
    at: '2026-11-23T03:10:00Z',
    message:
      output === null
        ? null
        : {
            id: 'msg_1',
            model: 'claude-sonnet-5-5',
            stop_reason: 'end_turn',
            usage: { input_tokens: 10, output_tokens: output },
          },
  });
  const attempt = (more: Partial<RunAttempt>): RunAttempt => ({
    attempt: 1,
    judging: false,
    model: 'claude-sonnet-5-5',
    duration_ms: 1000,
    outcome: 'pass',
    quality: null,
    escalated_from_model: null,
    escalation_reason: null,
    escalation_trigger: null,
    requests: [request('done', 5)],
    ...more,
  });

  async function recorded(attempts: readonly unknown[]): Promise<readonly Record<string, unknown>[]> {
    using shop = JobScene.atDesk();
    const document = { schema: 'haiku-first/requests@1', session: 's-1', agent: 'TESTING', attempts };
    writeFileSync(join(shop.folder, 'run.json'), JSON.stringify(document));
    const from = ['--from', join(shop.folder, 'run.json')];
    const cell = ['--agent', 'TESTING', '--phase', 'EXEC', '--ledger', 'none'];
    return (await shop.json(['record', ...from, ...cell])).records;
  }

  it('is measured in part where a request was still open', async () => {
    const open = attempt({
      duration_ms: null,
      outcome: null,
      requests: [request('done', 5), request('open', null)],
    });
    expect(await recorded([open])).toMatchObject([{ measured: 'partial', turns: 2, outcome: 'unknown' }]);
  });

  it('is not measured where nothing but an open request is there', async () => {
    const open = attempt({ outcome: null, requests: [request('open', null)] });
    expect(await recorded([open])).toMatchObject([{ measured: 'none', cost_microusd: null }]);
  });

  it('links a second attempt to the first, and the judging to what it judged', async () => {
    const records = await recorded([
      attempt({ outcome: 'fail', quality: 0.2 }),
      attempt({ judging: true, model: 'claude-opus-5-5', outcome: null }),
      attempt({ attempt: 2, escalated_from_model: 'claude-sonnet-5-5', escalation_reason: 'poor' }),
    ]);
    const first = records.find((each) => each.attempt === 1 && each.auxiliary === false);
    expect(records.filter((each) => each !== first).map(({ parent }) => parent)).toEqual([
      first?.id,
      first?.id,
    ]);
    expect(first).toMatchObject({ outcome: 'fail', quality_score: 0.2, parent: null });
  });

  it.each([
    [[attempt({ attempt: -1 }), attempt({ attempt: 1.5 })]],
    [[attempt({ quality: 7, duration_ms: -1 })]],
    [
      [
        {
          requests: [
            { state: 'done', at: 'never', message: { id: 1, model: '../../x', usage: { input_tokens: -5 } } },
          ],
        },
      ],
    ],
    [[null, 7, 'x', { requests: null }]],
  ])('is data like any other: %j', async (attempts) => {
    for (const record of await recorded(attempts)) {
      expect(checkRecord(record)).toMatchObject({ ok: true });
    }
  });
});
