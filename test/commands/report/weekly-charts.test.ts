import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serveGit } from '../../ledger/http.ts';
import { run } from '../../report/records.ts';
import { startGithub } from '../../support/github/index.ts';
import { isObject, text } from '../../support/github/json.ts';
import { JobScene } from '../../support/job-scene.ts';

const OWN = readFileSync(join(import.meta.dirname, '../../../allocation.yaml'), 'utf8');

/** The issue of week 47 in octo/demo, whose ledger stands where the repository does. */
async function prepared(mayWrite: boolean) {
  const github = await startGithub();
  await github.repository('octo/demo');
  const token = await github.token({ contents: 'read', issues: 'write' });
  const place = new JobScene({
    event: { name: 'schedule', payload: { schedule: '37 4 * * *' } },
    allocation: OWN,
    env: github.env(token),
  });
  const bare = join(place.folder, 'served/octo/demo.git');
  mkdirSync(bare, { recursive: true });
  execFileSync('git', ['init', '--quiet', '--bare', bare]);
  const server = await serveGit(join(place.folder, 'served'), {
    before: (url) => Promise.resolve(!mayWrite && url.includes('git-receive-pack') ? 403 : null),
  });
  place.env.GITHUB_SERVER_URL = server.url;
  const lines = [
    run('1', { at: '2026-11-18T10:00:00Z', cost_microusd: 420_000 }),
    run('2', { at: '2026-11-11T10:00:00Z', cost_microusd: 20_000 }),
  ].map((each) => JSON.stringify(each));
  const file = place.write('records.jsonl', `${lines.join('\n')}\n`);
  await place.json(['ledger', 'import', file, '--ledger', bare]);
  const step = (given: Readonly<Record<string, string>> = {}) =>
    place.outcome({
      command: 'report',
      issue: 'auto',
      ledger: `${server.url}/octo/demo.git`,
      'github-token': token,
      ...given,
    });
  const body = async () => {
    const found = await github.ask('GET', '/repos/octo/demo/issues?state=all&labels=haiku-first-week');
    return Array.isArray(found) && isObject(found[0]) ? text(found[0], 'body') : '';
  };
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', bare, ...args], { encoding: 'utf8' });
  return {
    place,
    bare,
    server,
    step,
    body,
    git,
    async [Symbol.asyncDispose]() {
      place[Symbol.dispose]();
      await server[Symbol.asyncDispose]();
      await github.close();
    },
  };
}

describe('the charts of the issue of a week', () => {
  it('stand on the branch of the ledger, and in the issue by commit', async () => {
    await using scene = await prepared(true);
    await scene.step();
    const body = await scene.body();
    const commit = scene.git('rev-parse', 'haiku-first-ledger').trim();
    const images = [...body.matchAll(/!\[([^\]]+)\]\(([^)]+)\)/g)].map(([, title, address]) => [
      title,
      address,
    ]);
    expect(images).toEqual([
      [expect.stringContaining('The week ended in GREEN'), address(scene.server.url, commit, 'week')],
      [expect.stringContaining('Haiku did 100% of the runs'), address(scene.server.url, commit, 'runs')],
    ]);
    const svg = scene.git('show', `${commit}:charts/2026-w47-runs.svg`);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" role="img" aria-label="[^"]+"/);
    expect(svg).not.toMatch(/<script|href|url\(/);
    // They are no records, and nothing that is missing or too much.
    const { stdout, exitCode } = await scene.place.cli(['ledger', 'verify', '--ledger', scene.bare]);
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('2 ') });
    await scene.place.cli(['ledger', 'compact', '--ledger', scene.bare, '--now', '2027-03-01T00:00:00Z']);
    expect(scene.git('ls-tree', '-r', '--name-only', 'haiku-first-ledger')).toContain(
      'charts/2026-w47-week.svg',
    );
    expect(scene.git('log', '-1', '--format=%s', 'haiku-first-ledger')).toContain('Compact');
  });

  it('are drawn once: what is there already takes no commit', async () => {
    await using scene = await prepared(true);
    await scene.step();
    const first = scene.git('rev-parse', 'haiku-first-ledger');
    expect((await scene.step()).notes.join()).toContain('already says so');
    expect(scene.git('rev-parse', 'haiku-first-ledger')).toBe(first);
  });

  it('are left out, and said to be, where the token may not write', async () => {
    await using scene = await prepared(false);
    const { notes, failure } = await scene.step();
    expect(failure).toBeNull();
    expect(notes.join()).toContain(
      'The issue of the week has no charts: they are kept on the branch of the ledger, which takes contents: write.',
    );
    const body = await scene.body();
    expect(body).toContain('**1 run, $0.42.**');
    expect(body).not.toContain('![');
  });

  it('of a ledger elsewhere are not made', async () => {
    await using scene = await prepared(true);
    const { notes } = await scene.step({ ledger: scene.bare });
    expect(notes.join()).not.toContain('charts');
    expect(await scene.body()).not.toContain('![');
  });

  it('stand below a link to the dashboard, where its address is known', async () => {
    await using scene = await prepared(false);
    await scene.step({ 'dashboard-url': 'https://octo.github.io/demo/' });
    expect(await scene.body()).toContain('[The dashboard](https://octo.github.io/demo/)');
    for (const bad of ['javascript:alert(1)', 'https://x.example/) ![x](https://y.example/z', 'demo'])
      await expect(scene.step({ 'dashboard-url': bad })).rejects.toThrow('dashboard-url is no web address');
  });
});

function address(server: string, commit: string, name: string): string {
  return `${server}/octo/demo/blob/${commit}/charts/2026-w47-${name}.svg?raw=true`;
}
