import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../report/records.ts';
import { type Permissions, startGithub } from '../../support/github/index.ts';
import { isObject, text } from '../../support/github/json.ts';
import { JobScene } from '../../support/job-scene.ts';

const OWN = await readFile(join(import.meta.dirname, '../../../allocation.yaml'), 'utf8');
const WRITES: Permissions = { contents: 'read', issues: 'write', pull_requests: 'read' };

/** `report` on a schedule in octo/demo, on the Wednesday after week 47. */
async function prepared(permissions = WRITES) {
  const github = await startGithub();
  await github.repository('octo/demo');
  const token = await github.token(permissions);
  const place = new JobScene({
    event: { name: 'schedule', payload: { schedule: '37 4 * * *' } },
    allocation: OWN,
    env: { ...github.env(token), GITHUB_SERVER_URL: 'https://github.com' },
  });
  const step = (given: Readonly<Record<string, string>> = {}) =>
    place.outcome({
      command: 'report',
      issue: 'auto',
      ledger: place.checkout,
      'github-token': token,
      ...given,
    });
  const issues = async () => {
    const found = await github.ask('GET', '/repos/octo/demo/issues?state=all&labels=haiku-first-week');
    if (!Array.isArray(found)) return [];
    return found
      .filter(isObject)
      .map((each) => ({ title: text(each, 'title'), state: text(each, 'state'), body: text(each, 'body') }));
  };
  return {
    github,
    place,
    step,
    issues,
    async [Symbol.asyncDispose]() {
      place[Symbol.dispose]();
      await github.close();
    },
  };
}

describe('the issue of the week', () => {
  it('is about the week before, and one: brought up to date in place', async () => {
    await using scene = await prepared();
    await scene.place.record([run('1', { at: '2026-11-18T10:00:00Z', cost_microusd: 420_000 })]);
    const { notes } = await scene.step();
    expect(notes.join()).toContain('The issue of the week was created: ');
    const first = await scene.issues();
    expect(first).toMatchObject([
      { title: 'haiku-first week 47 of 2026: $0.42, every floor held', state: 'open' },
    ]);
    expect(first[0]?.body).toMatch(/^<!-- haiku-first-week:2026-w47 -->\n\*\*1 run, \$0\.42\.\*\*/);
    expect((await scene.step()).notes.join()).toContain('already says so');
    await scene.place.record([
      run('2', { at: '2026-11-19T10:00:00Z', agent: 'SECURITY', cost_microusd: 80_000 }),
    ]);
    await scene.step();
    expect(await scene.issues()).toMatchObject([
      { title: 'haiku-first week 47 of 2026: $0.50, 1 use below a floor', state: 'open' },
    ]);
  });

  it('closes the one before when a new week has one, and none that a stranger has made', async () => {
    await using scene = await prepared();
    const forged = {
      title: 'forged',
      body: '<!-- haiku-first-week:2026-w40 -->',
      labels: ['haiku-first-week'],
    };
    await scene.github.ask('POST', '/repos/octo/demo/issues', { body: forged });
    await scene.step({ week: '2026-W46' });
    await scene.step();
    await scene.step({ week: '2026-W45' });
    const states = (await scene.issues()).map(({ title, state }) => [
      /week \d+|forged/.exec(title)?.[0],
      state,
    ]);
    expect(states.sort()).toEqual([
      ['forged', 'open'],
      ['week 45', 'open'],
      ['week 46', 'closed'],
      ['week 47', 'open'],
    ]);
  });

  it('is a remark where the token may not write it', async () => {
    await using scene = await prepared({ contents: 'read', issues: 'read', pull_requests: 'read' });
    const { exitCode, notes } = await scene.step();
    expect(exitCode).toBe(0);
    expect(notes.join()).toContain('permissions: issues: write');
  });

  it('is refused for one piece of work', async () => {
    await using scene = await prepared();
    await expect(scene.step({ 'work-item': 'pr-12' })).rejects.toThrow(
      'issue: auto is about a week, not about pr-12',
    );
  });

  it('is not written unless it is asked for', async () => {
    await using scene = await prepared();
    await scene.step({ issue: 'off' });
    expect(await scene.issues()).toEqual([]);
  });
});
