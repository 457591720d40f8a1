import { appendFileSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { UsageRecord } from '../../src/usage/records/record.ts';
import { JobScene } from '../support/job-scene.ts';

/** What people reported, each in a folder. */
const REPORTED = join(import.meta.dirname, '../fixtures/reported');
const cell = ['--agent', 'TESTING', '--phase', 'EXEC'];
const none = [...cell, '--ledger', 'none'];

function reported(path: string): string {
  return join(REPORTED, path);
}

function texts(records: readonly UsageRecord[]): readonly string[] {
  return records
    .map((record) => {
      const { input = 0, output = 0 } = record.tokens ?? {};
      const who = record.auxiliary ? 'client' : record.agent;
      return `${record.session} ${who} ${record.model_used} ${input}/${output} ${record.cost_microusd} ${record.measured}`;
    })
    .sort();
}

/** The records of one call, and what was said beside them. */
async function recorded(job: JobScene, ...args: readonly string[]) {
  const result = await job.cli(['record', ...args, '--json']);
  expect(result.exitCode).toBe(0);
  return { said: result.stderr.join('\n'), texts: texts(JSON.parse(result.stdout).records) };
}

const from = (...paths: readonly string[]): readonly string[] => paths.flatMap((path) => ['--from', path]);

describe('the client’s sums in transcripts', () => {
  it('are read: a cancelled run is exact, with the client’s own calls', async () => {
    using job = JobScene.atDesk();
    const { texts } = await recorded(job, ...from(reported('cost-state-ignored/session.jsonl')), ...none);
    expect(texts).toEqual([
      'res-1 TESTING claude-sonnet-5-5 1000/500 7000 full',
      'res-1 client claude-haiku-5-5 5000/300 650 full',
    ]);
  });

  it('and what came after the last of them is added, as partial', async () => {
    using job = JobScene.atDesk();
    const lines = readFileSync(reported('resumed-auxiliary/session.jsonl'), 'utf8').trimEnd().split('\n');
    const killed = lines.slice(0, 3).join('\n').replace('NOW', '2026-11-23T02:00:00.000Z');
    const { texts } = await recorded(job, ...from(job.write('killed.jsonl', killed)), ...none);
    expect(texts).toEqual([
      'res-1 TESTING claude-sonnet-5-5 2000/1000 14000 partial',
      'res-1 client claude-haiku-5-5 5000/300 650 partial',
    ]);
  });
});

describe('a fork', () => {
  const at = (job: string, now: string): readonly string[] => [
    '--run',
    job,
    '--job',
    job,
    ...cell,
    '--now',
    now,
  ];
  const first = at('1', '2026-11-23T01:02:00Z');
  const second = at('2', '2026-11-23T02:02:00Z');
  const files = (...names: readonly string[]): readonly string[] =>
    from(...names.map((name) => reported(`fork-session/${name}`)));

  it.each([
    ['under its own id', ['job2.json', 'F.jsonl']],
    ['under the old one', ['job2.json', 'F-oldid.jsonl']],
    ['without its result', ['F.jsonl']],
    ['beside its parent', ['job2.json', 'F.jsonl', 'P.jsonl']],
  ])('books only its own answers, where the ledger has the others: %s', async (_, names) => {
    using job = JobScene.atDesk();
    const parent = await recorded(job, ...files('job1.json', 'P.jsonl'), ...first);
    expect(parent.texts).toEqual(['P TESTING claude-sonnet-5-5 2000/1000 14000 full']);
    const fork = await recorded(job, ...files(...names), ...second);
    const measured = names.includes('job2.json') ? 'full' : 'partial';
    expect(fork.texts).toEqual([`F TESTING claude-sonnet-5-5 1000/500 7000 ${measured}`]);
    const report = await job.json(['report', '--week', '2026-W48']);
    expect(JSON.stringify(report)).toContain('21000');
  });

  it.each([
    ['P', 'F'],
    ['z', 'a'],
    ['a', 'z'],
  ])('is not added to its parent in one job, whatever the ids: %s, %s', async (parent, fork) => {
    using job = JobScene.atDesk();
    const renamed = (name: string): string => {
      const text = readFileSync(reported(`fork-session/${name}`), 'utf8');
      return job.write(
        `renamed/${name}`,
        text
          .replaceAll(/"(session_?[iI]d)":"P"/g, `"$1":"${parent}"`)
          .replaceAll(/"(session_?[iI]d)":"F"/g, `"$1":"${fork}"`),
      );
    };
    for (const name of ['job1.json', 'job2.json', 'P.jsonl', 'F.jsonl']) renamed(name);
    const { texts } = await recorded(job, ...from('renamed'), ...none);
    expect(texts).toEqual(
      [
        `${parent} TESTING claude-sonnet-5-5 2000/1000 14000 full`,
        `${fork} TESTING claude-sonnet-5-5 1000/500 7000 full`,
      ].sort(),
    );
  });

  it('of a fork takes off what both before it have, over three jobs', async () => {
    using job = JobScene.atDesk();
    await recorded(job, ...files('job1.json', 'P.jsonl'), ...first);
    await recorded(job, ...files('job2.json', 'F.jsonl'), ...second);
    const lines = readFileSync(reported('fork-session/F.jsonl'), 'utf8').replaceAll(
      '"sessionId":"F"',
      '"sessionId":"G"',
    );
    const last = lines.trimEnd().split('\n').at(-1)?.replaceAll('m3', 'm4').replace('02:01', '03:01');
    const transcript = job.write('G.jsonl', `${lines.trimEnd()}\n${last}\n`);
    const result = readFileSync(reported('fork-session/job2.json'), 'utf8')
      .replaceAll('"F"', '"G"')
      .replace('"inputTokens":3000,"outputTokens":1500', '"inputTokens":4000,"outputTokens":2000');
    const third = at('3', '2026-11-23T03:02:00Z');
    const { texts } = await recorded(job, ...from(job.write('job3.json', result), transcript), ...third);
    expect(texts).toEqual(['G TESTING claude-sonnet-5-5 1000/500 7000 full']);
  });
});

describe('a relay that gives every answer one id', () => {
  it('does not make two answers, or two sessions, one', async () => {
    using job = JobScene.atDesk();
    const { texts } = await recorded(job, ...from(reported('gateway-same-message-id')), ...none);
    expect(texts).toEqual([
      'gw-A TESTING claude-sonnet-5-5 4000/2000 28000 partial',
      'gw-B TESTING claude-sonnet-5-5 4000/2000 28000 partial',
      'gw-C TESTING claude-sonnet-5-5 6000/1500 27000 partial',
    ]);
  });

  it('and a repetition of one of its answers stays one', async () => {
    using job = JobScene.atDesk();
    const text = readFileSync(reported('gateway-same-message-id/A.jsonl'), 'utf8');
    const copies = ['1.jsonl', '2.jsonl'].map((name) => job.write(name, text + text));
    const { texts } = await recorded(job, ...from(...copies), ...none);
    expect(texts).toEqual(['gw-A TESTING claude-sonnet-5-5 4000/2000 28000 partial']);
  });
});

describe('a transcript that is not quite one', () => {
  it.each([
    ['bom.jsonl', 'bom', '2000/1000 14000', /begins with a byte order mark/],
    ['glued.jsonl', 'gl', '3000/1500 21000', /1 line could not be read as one document/],
    ['half.jsonl', 'hf', '1000/500 7000', /1 line .*could not be read/],
  ])('%s is read where it can be, and that is said', async (name, session, used, words) => {
    using job = JobScene.atDesk();
    const found = await recorded(job, ...from(reported(`first-line-lost-silently/${name}`)), ...none);
    expect(found.texts).toEqual([`${session} TESTING claude-sonnet-5-5 ${used} partial`]);
    expect(found.said).toMatch(words);
  });

  it('in UTF-16 is read as such', async () => {
    using job = JobScene.atDesk();
    const text = readFileSync(reported('first-line-lost-silently/bom.jsonl'), 'utf8');
    const path = job.write('wide.jsonl', Buffer.from(text, 'utf16le'));
    const found = await recorded(job, ...from(path), ...none);
    expect(found.texts).toEqual(['bom TESTING claude-sonnet-5-5 2000/1000 14000 partial']);
    expect(found.said).toContain('UTF-16LE');
  });

  it('whose first line is lost keeps the others', async () => {
    using job = JobScene.atDesk();
    const [line = ''] = readFileSync(reported('first-line-lost-silently/half.jsonl'), 'utf8').split('\n');
    const found = await recorded(
      job,
      ...from(job.write('late.jsonl', `${line.slice(9)}\n${line}\n`)),
      ...none,
    );
    expect(found.texts).toEqual(['hf TESTING claude-sonnet-5-5 1000/500 7000 partial']);
    expect(found.said).toMatch(/could not be read/);
  });
});

describe('what is left out', () => {
  it('is summed up, makes the records partial, and has an exit code of its own', async () => {
    using job = JobScene.atDesk();
    job.write('left/session.jsonl', readFileSync(reported('cost-state-ignored/session.jsonl')));
    // A result has to fit into memory; this one has a hole where its end should be.
    const large = job.write('left/result.json', '[');
    truncateSync(large, 300 * 2 ** 20);
    const result = await job.cli(['record', ...from('left'), ...none, '--json']);
    expect(result.exitCode).toBe(4);
    expect(result.stderr.join('\n')).toContain('Left out in all: 1 file with 314,572,800 bytes.');
    expect(texts(JSON.parse(result.stdout).records)).toEqual([
      'res-1 TESTING claude-sonnet-5-5 1000/500 7000 partial',
      'res-1 client claude-haiku-5-5 5000/300 650 partial',
    ]);
  });

  it('is no transcript of over 256 MiB', async () => {
    using job = JobScene.atDesk();
    const text = readFileSync(reported('cost-state-ignored/session.jsonl'), 'utf8');
    const path = job.write('big.jsonl', text);
    const line = `${JSON.stringify({ type: 'user', sessionId: 'res-1', message: { content: 'x'.repeat(1 << 20) } })}\n`;
    for (let count = 0; count < 270; count++) appendFileSync(path, line);
    const { texts } = await recorded(job, ...from(path), ...none);
    expect(texts).toEqual([
      'res-1 TESTING claude-sonnet-5-5 1000/500 7000 full',
      'res-1 client claude-haiku-5-5 5000/300 650 full',
    ]);
  });
});
