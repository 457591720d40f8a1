/** Situations that users of Claude Code have reported in public; each folder of `test/fixtures/reported` is one. */
import { execFileSync, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { UsageRecord } from '../../src/usage/records/record.ts';
import { JobScene } from '../support/job-scene.ts';

const REPORTED = join(import.meta.dirname, '../fixtures/reported');
const CELL = ['--agent', 'TESTING', '--phase', 'EXEC'];

/** What a file comes to, as a line for each record: model, tokens in and out, cache read and written, cost, how well measured. */
async function recorded(path: string, text: string | null = null): Promise<readonly string[]> {
  using job = JobScene.atDesk();
  const file = text === null ? join(REPORTED, path) : path;
  if (text !== null) job.write(path, text);
  const { records } = await job.json(['record', '--from', file, ...CELL]);
  const { entries } = await job.json(['ledger', 'export']);
  expect(entries).toHaveLength(records.length);
  return records.map(lineOf).sort();
}

function lineOf({ model_used, tokens, cost_microusd, cost_basis, measured, session }: UsageRecord): string {
  const { input, output, cache_read, cache_write_5m } = tokens ?? {};
  const name = session?.startsWith('content-') ? 'content' : session;
  return `${name} ${model_used} ${input}/${output}/${cache_read}/${cache_write_5m} ${cost_microusd} ${cost_basis} ${measured}`;
}

const result = (session: string, input: number, more: object = {}): string =>
  JSON.stringify({
    type: 'result',
    subtype: 'success',
    is_error: false,
    session_id: session,
    total_cost_usd: 0,
    usage: { input_tokens: input, output_tokens: 10 },
    modelUsage: { 'claude-sonnet-5-5': { inputTokens: input, outputTokens: 10 } },
    ...more,
  });
const init = (session: string): string =>
  JSON.stringify({ type: 'system', subtype: 'init', session_id: session, model: 'claude-sonnet-5-5' });

describe('several runs in one file', () => {
  it('are a session each', async () => {
    expect(await recorded('appended-runs/runs.jsonl')).toEqual([
      'A claude-sonnet-5-5 1000/800/0/0 10000 computed full',
      'B claude-opus-5-5 500/400/0/0 10000 computed full',
      'C claude-haiku-5-5 500/40/0/0 70 computed full',
    ]);
  });

  it('of one process that began anew restate what it used before: that counts once', async () => {
    expect(await recorded('appended-runs/new-session.jsonl')).toEqual([
      'A claude-sonnet-5-5 1000/800/0/0 10000 computed full',
      'B claude-sonnet-5-5 1000/800/0/0 10000 computed full',
    ]);
  });

  it('of two processes restate nothing, also where the second used more than the first', async () => {
    const text = [init('A'), result('A', 100), init('B'), result('B', 150)].join('\n');
    expect(await recorded('two.jsonl', text)).toEqual([
      'A claude-sonnet-5-5 100/10/0/0 300 computed full',
      'B claude-sonnet-5-5 150/10/0/0 400 computed full',
    ]);
  });

  it('of one session restate it, whichever comes first of those that were resumed', async () => {
    const cleared = [result('A', 100), result('A', 250), result('A', 40), result('A', 70)].join('\n');
    expect(await recorded('cleared.jsonl', cleared)).toEqual([
      'A claude-sonnet-5-5 320/20/0/0 840 computed full',
    ]);
  });
});

describe('what other programs wrote into the file', () => {
  it('before the JSON is a line that could not be read', async () => {
    expect(await recorded('banner-before-json/banner.json')).toEqual([
      'ban claude-sonnet-5-5 1000/800/0/0 10000 computed partial',
    ]);
    expect(await recorded('banner-before-json/noise.jsonl')).toEqual([
      't1 claude-sonnet-5-5 2000/1600/0/0 20000 computed partial',
    ]);
  });

  it.each([
    ['two documents on a line', `${init('A')}${result('A', 100)}`, 'full'],
    ['a byte order mark', `\ufeff${result('A', 100)}`, 'full'],
    ['a time in brackets', `[12:30:01] starting\n[INFO] on\n${result('A', 100)}`, 'partial'],
    [
      'an object over several lines',
      `> claude\n${JSON.stringify(JSON.parse(result('A', 100)), null, 2)}\nbye`,
      'partial',
    ],
    [
      'an array over several lines',
      `> claude\n${JSON.stringify([JSON.parse(result('A', 100))], null, 2)}\nbye`,
      'partial',
    ],
    ['half a line before it', `{"type":"sys\n${result('A', 100)}`, 'partial'],
  ])('%s', async (_, text, measured) => {
    expect(await recorded('odd.json', text)).toEqual([
      `A claude-sonnet-5-5 100/10/0/0 300 computed ${measured}`,
    ]);
  });
});

describe('a sum without its list of models', () => {
  it('is what it states, in part', async () => {
    expect(await recorded('result-without-modelUsage/result.json')).toEqual([
      'n1 unknown 1000/500/0/0 79000 reported partial',
    ]);
  });

  it('is of the model that the client says it asked for', async () => {
    const bare = result('A', 100, { modelUsage: undefined, total_cost_usd: 0.5 });
    expect(await recorded('bare.jsonl', `${init('A')}\n${bare}`)).toEqual([
      'A claude-sonnet-5-5 100/10/0/0 500000 reported partial',
    ]);
  });
});

describe('a list of requests', () => {
  it("of gh-aw's firewall has its cache classes", async () => {
    expect(await recorded('gh-aw-token-usage/token-usage.jsonl')).toEqual([
      'content claude-sonnet-5-5 130/740/800000/200000 587660 computed full',
    ]);
  });

  const entry = { model: 'claude-sonnet-5-5', input_tokens: 100, output_tokens: 10 };
  it.each([
    ['a class that is not known', { ...entry, cached_prompt_tokens: 5000 }, 'partial'],
    ['a sum that is more than its parts', { ...entry, total_tokens: 5000 }, 'partial'],
    ['a sum that is its parts', { ...entry, total_tokens: 110 }, 'full'],
    ['a class that is known', { ...entry, reasoning_tokens: 5 }, 'full'],
    ['no use of a class that is not known', { ...entry, cached_prompt_tokens: 0 }, 'full'],
  ])('with %s', async (_, line, measured) => {
    expect(await recorded('list.jsonl', JSON.stringify(line))).toEqual([
      `content claude-sonnet-5-5 100/10/0/0 300 computed ${measured}`,
    ]);
  });

  it.each([
    [0, 'null unpriced'],
    [0.000001, 'null unpriced'],
    [0.5, '500000 reported'],
  ])('of a model that nobody knows is not free, nor as good as free: $%d', async (cost, booked) => {
    const unknown = { model: 'mystery-1', usage: entry, cost_usd: cost };
    expect(await recorded('list.jsonl', JSON.stringify(unknown))).toEqual([
      `content mystery-1 100/10/0/0 ${booked} full`,
    ]);
  });

  it('that was served at a tier without a price is unpriced', async () => {
    const priority = { model: 'claude-sonnet-5-5', usage: { ...entry, service_tier: 'priority' } };
    expect(await recorded('list.jsonl', JSON.stringify(priority))).toEqual([
      'content claude-sonnet-5-5 100/10/0/0 null unpriced full',
    ]);
  });
});

describe('a pipe', () => {
  const said = result('A', 100);
  const MAIN = join(import.meta.dirname, '../../src/main.ts');

  /** The command line in a process of its own, with a standard input. */
  function piped(args: readonly string[], input: string, cwd: string): SpawnSyncReturns<string> {
    const start = `import { runCli } from ${JSON.stringify(MAIN)};
      process.argv = [process.execPath, 'cli', ...${JSON.stringify(args)}];
      await runCli((output, text) => (output === 1 ? process.stdout : process.stderr).write(text));`;
    const env = { PATH: process.env.PATH, HOME: cwd };
    return spawnSync(process.execPath, ['--input-type=module', '-e', start], {
      cwd,
      input,
      env,
      encoding: 'utf8',
    });
  }

  it.each(['-', '/dev/stdin'])('as %s is read to its end', (path) => {
    using job = JobScene.atDesk();
    const args = ['record', '--from', path, ...CELL, '--ledger', 'none', '--json'];
    const { stdout, stderr, status } = piped(args, said, job.checkout);
    expect(status, stderr).toBe(0);
    const { records }: { records: readonly UsageRecord[] } = JSON.parse(stdout);
    expect(records.map(lineOf)).toEqual(['A claude-sonnet-5-5 100/10/0/0 300 computed full']);
  });

  it('with a name is read to its end', async () => {
    using job = JobScene.atDesk();
    const path = join(job.checkout, 'fifo');
    execFileSync('mkfifo', [path]);
    job.write('said.json', said);
    const writer = spawn('sh', ['-c', 'sleep 0.1; cat said.json > fifo'], { cwd: job.checkout });
    const { records } = await job.json(['record', '--from', path, ...CELL, '--ledger', 'none']);
    writer.kill();
    expect(records.map(lineOf)).toEqual(['A claude-sonnet-5-5 100/10/0/0 300 computed full']);
  });
});

describe('what a person names', () => {
  it.each([
    ['another file', 'package.json', '{"name": "x", "version": "1.0.0"}'],
    ['an empty file', 'empty.json', ''],
    ['a text', 'notes.md', 'Nothing here.'],
  ])('and is no usage is not recorded: %s', async (_, path, text) => {
    using job = JobScene.atDesk();
    job.write(path, text);
    const { exitCode, stderr } = await job.cli(['record', '--from', path, ...CELL]);
    expect(exitCode).toBe(2);
    expect(stderr.join('\n')).toContain(
      `There is no usage in ${join(job.checkout, path)}. Nothing is recorded.`,
    );
    expect(job.git('branch', '--list', 'haiku-first-ledger')).toBe('');
  });

  it('is no usage either beside the file of a run that used nothing, and may be named twice', async () => {
    using job = JobScene.atDesk();
    const requests = { schema: 'haiku-first/requests@1', session: 's', agent: 'TESTING', attempts: [] };
    job.write('run.json', JSON.stringify(requests));
    job.write('package.json', '{"name": "x"}');
    job.write('one.json', result('A', 100));
    const both = ['record', '--from', 'run.json', '--from', 'package.json', ...CELL, '--ledger', 'none'];
    const { exitCode, stderr } = await job.cli(both);
    expect(exitCode).toBe(2);
    expect(stderr.join('\n')).toContain(`There is no usage in ${join(job.checkout, 'package.json')}.`);
    const twice = ['record', '--from', 'one.json', '--from', 'one.json', ...CELL, '--ledger', 'none'];
    const { records } = await job.json(twice);
    expect(records.map(lineOf)).toEqual(['A claude-sonnet-5-5 100/10/0/0 300 computed full']);
  });

  it('counts twice where it is two uses, and once where it is one told again', async () => {
    using job = JobScene.atDesk();
    const use = (input: number): string =>
      JSON.stringify({ model: 'claude-sonnet-5-5', usage: { input_tokens: input, output_tokens: 10 } });
    job.write('one.json', use(100));
    job.write('two.json', use(200));
    for (const path of ['one.json', 'two.json']) await job.json(['record', '--from', path, ...CELL]);
    const later = new Date(job.now.getTime() + 3_600_000).toISOString();
    const again = await job.cli(['record', '--from', 'one.json', ...CELL, '--now', later]);
    expect(again.stderr.join('\n')).toContain('1 of 1 records were already recorded.');
    const { entries } = await job.json(['ledger', 'export']);
    expect(entries).toHaveLength(2);
  });
});
