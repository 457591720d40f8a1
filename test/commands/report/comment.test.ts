import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adviceFile, escalationModel } from '../../../src/calibration/advice/index.ts';
import type { Report } from '../../../src/report/document.ts';
import { inputOf, rescues, seeded, TEXT } from '../../calibration/advice/seeded.ts';
import { run } from '../../report/records.ts';
import { startGithub } from '../../support/github/index.ts';
import { isObject, text } from '../../support/github/json.ts';
import { JobScene } from '../../support/job-scene.ts';

const OWN = await readFile(join(import.meta.dirname, '../../../allocation.yaml'), 'utf8');

type Files = Readonly<Record<string, string>>;

/** `report` as a step of a workflow on a pull request of octo/demo, with the ledger in the checkout. */
async function prepared(
  base: string | null = OWN,
  head = OWN,
  more: { readonly base?: Files; readonly head?: Files } = {},
) {
  const github = await startGithub();
  const repo = await github.repository('octo/demo');
  const files = base === null ? { a: '1' } : { a: '1', 'allocation.yaml': base, ...more.base };
  const root = await repo.commit(files, { branch: 'main' });
  await repo.commit(
    { a: '2', 'allocation.yaml': head, ...more.base, ...more.head },
    { parents: [root], branch: 'topic' },
  );
  const pull = await repo.pullRequest({ head: 'topic' });
  const token = await github.token({ contents: 'read', pull_requests: 'write' });
  const place = new JobScene({
    event: { name: 'pull_request', ...pull.event() },
    // The checkout has the head, as the runner leaves it.
    allocation: head,
    // GitHub does not know this run: nothing of its jobs is added.
    env: { ...github.env(token), GITHUB_RUN_ID: '' },
  });
  const step = (given: Readonly<Record<string, string>> = {}) =>
    place.outcome({ command: 'report', ledger: place.checkout, 'github-token': token, ...given });
  const comments = async (): Promise<readonly string[]> => {
    const found = await github.ask('GET', `/repos/octo/demo/issues/${pull.number}/comments`);
    return Array.isArray(found) ? found.filter(isObject).map((each) => text(each, 'body')) : [];
  };
  return {
    place,
    step,
    comments,
    item: `pr-${pull.number}`,
    async [Symbol.asyncDispose]() {
      place[Symbol.dispose]();
      await github.close();
    },
  };
}

describe('report on a pull request', () => {
  it('recommends when it opens, and then keeps one comment up to date', async () => {
    await using scene = await prepared();
    expect((await scene.step()).notes).toEqual([]);
    expect(await scene.comments()).toEqual([
      expect.stringMatching(
        /^<!-- haiku-first:usage -->\n### ➖ haiku-first usage: no agent has run yet\n\nWhat the allocation recommends in EXEC:\n\n.*\n.*\n\| haiku \| DOCMON, GITHUB/,
      ),
    ]);
    await scene.place.record([run('1', { work_item: scene.item })]);
    const { summary } = await scene.step();
    const [comment, ...others] = await scene.comments();
    expect(others).toEqual([]);
    expect(comment).toContain('| GITHUB/EXEC | haiku | passed | <1¢ |');
    expect(summary).toContain(`### haiku-first · 2026-W48 · PR #`);
  });

  it('writes none where it is switched off', async () => {
    await using scene = await prepared();
    await scene.step({ comment: 'off' });
    expect(await scene.comments()).toEqual([]);
  });

  it('goes by the base, whatever the pull request makes of the allocation', async () => {
    const tame = OWN.replace(/minimum: opus/g, 'minimum: haiku');
    await using scene = await prepared(OWN, tame);
    const security = { agent: 'SECURITY', model_requested: 'claude-haiku-5-5' };
    await scene.place.record([run('1', { work_item: scene.item, ...security })]);
    const { annotations } = await scene.step();
    expect(annotations.map(({ message }) => message)).toContain('SECURITY/EXEC used haiku, floor opus');
    expect(await scene.comments()).toEqual([
      expect.stringContaining('### ❌ haiku-first usage: SECURITY ran on haiku, below its opus floor'),
    ]);
  });

  it('has nothing to go by where the base has no allocation', async () => {
    await using scene = await prepared(null);
    await expect(scene.step()).rejects.toThrow(
      /There is no allocation\.yaml at the base commit [0-9a-f]{12}\./,
    );
  });
});

describe('the advice on what is recommended', () => {
  const PATH = 'calibration/escalation-model.json';
  const attempts = seeded(60);
  const file = adviceFile(escalationModel(inputOf([...attempts, ...rescues(attempts)])));
  const hard = { 'a.ts': 'line\n'.repeat(500) };

  it('follows from what the pull request changes, by the model at its base', async () => {
    await using scene = await prepared(TEXT, TEXT, {
      base: { [PATH]: file },
      head: { ...hard, [PATH]: '{}' },
    });
    expect((await scene.step()).notes).toEqual([]);
    const [comment = ''] = await scene.comments();
    expect(comment).toMatch(
      /\n- TESTING\/EXEC: complex: consider sonnet \(p 0\.\d\d, n 1,200\), advice only; for it speak /,
    );
    // At its maximum nothing is suggested.
    expect(comment).not.toContain('DOCS/EXEC:');
    await scene.place.record([run('1', { work_item: scene.item, agent: 'API' })]);
    await scene.step();
    expect((await scene.comments())[0]).not.toContain('advice only');
  });

  it('is none for an easy one, nor by a model that the pull request brings', async () => {
    await using easy = await prepared(TEXT, TEXT, { base: { [PATH]: file } });
    await easy.step();
    expect((await easy.comments())[0]).not.toContain('advice only');
    await using brought = await prepared(TEXT, TEXT, { head: { ...hard, [PATH]: file } });
    expect((await brought.step()).notes).toEqual([]);
    expect((await brought.comments())[0]).not.toContain('advice only');
  });
});

describe('report on an issue', () => {
  it.each([
    ['a label', 'issues', { action: 'labeled', label: { name: 'agents' } }],
    ['a comment', 'issue_comment', { action: 'created', comment: { body: '/models' } }],
  ])('says after %s what the matrix recommends in every phase, and why', async (_, name, payload) => {
    const github = await startGithub();
    try {
      const repo = await github.repository('octo/demo');
      await repo.commit({ 'allocation.yaml': OWN }, { branch: 'main' });
      const opened = await github.ask('POST', '/repos/octo/demo/issues', {
        body: { title: 'Orders lose their notes' },
      });
      const number = isObject(opened) ? Number(opened.number) : 0;
      const token = await github.token({ contents: 'read', issues: 'write' });
      using place = new JobScene({
        event: { name, payload: { ...payload, issue: { number }, repository: { full_name: 'octo/demo' } } },
        allocation: OWN,
        env: { ...github.env(token), GITHUB_RUN_ID: '' },
      });
      const step = () => place.outcome({ command: 'report', ledger: place.checkout, 'github-token': token });
      expect((await step()).notes).toEqual([]);
      const comments = async () => {
        const found = await github.ask('GET', `/repos/octo/demo/issues/${number}/comments`);
        return Array.isArray(found) ? found.filter(isObject).map((each) => text(each, 'body')) : [];
      };
      const [comment = '', ...others] = await comments();
      expect(others).toEqual([]);
      for (const phase of ['LEAD', 'PLAN', 'EXEC'])
        expect(comment).toContain(`What the allocation recommends in ${phase}:`);
      expect(comment).toContain('- GITHUB: Pull request operations and status checks are deterministic');
      await place.record([run('1', { work_item: `issue-${number}` })]);
      await step();
      expect((await comments())[0]).toContain('| GITHUB/EXEC | haiku | passed | <1¢ |');
    } finally {
      await github.close();
    }
  });
});

describe('the recommendation', () => {
  it('stands in the document for every phase, with the tier of the week and its reason', async () => {
    const own = OWN.replace(
      '    VALIDATION: opus # final quality assurance',
      '    VALIDATION: { tier: opus, was: sonnet, since: 2026-W50, because: final quality assurance }',
    ).replace('    minimum: opus\n    exceptions: approved', '    minimum: sonnet\n    exceptions: approved');
    using place = JobScene.atDesk({ allocation: own });
    const recommended = async (week: string) => {
      const { stdout } = await place.cli(['report', '--json', '--week', week]);
      const phases: Report['recommended'] = JSON.parse(stdout).recommended;
      expect(phases.map(({ phase }) => phase)).toEqual(['LEAD', 'PLAN', 'EXEC']);
      const tiers = phases.find(({ phase }) => phase === 'EXEC')?.tiers ?? [];
      return tiers.flatMap(({ tier, escalates_to, agents }) =>
        agents.flatMap(({ agent, rationale }) =>
          agent === 'VALIDATION' ? [[tier, escalates_to, rationale]] : [],
        ),
      );
    };
    expect(await recommended('2026-W48')).toEqual([['sonnet', 'opus', expect.stringContaining('Shallow')]]);
    expect(await recommended('2026-W50')).toEqual([['opus', null, 'final quality assurance']]);
  });
});
