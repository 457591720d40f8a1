import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isObject } from '../../support/github/json.ts';
import {
  ALLOCATION,
  annotations,
  edit,
  eventOf,
  FILE,
  files,
  findingsOf,
  GateScene,
  HARMLESS,
  README,
  STRICTER,
  verdict,
  WEAK,
  WEAK_FLOOR,
} from './step.ts';

let scene: GateScene;
let writer: string;

beforeAll(async () => {
  scene = await GateScene.open();
  writer = await scene.github.token({ contents: 'read', pull_requests: 'write', issues: 'write' });
});

afterAll(() => scene[Symbol.asyncDispose]());

async function comments(number: number): Promise<{ id: unknown; body: string; by: unknown }[]> {
  const list = await scene.github.ask('GET', `/repos/octo/demo/issues/${number}/comments?per_page=100`);
  return (Array.isArray(list) ? list : []).filter(isObject).map(({ id, body, user }) => ({
    id,
    body: String(body),
    by: isObject(user) ? user.login : null,
  }));
}

async function alerts(): Promise<{ number: unknown; title: unknown; body: string; comments: unknown }[]> {
  const list = await scene.github.ask('GET', '/repos/octo/demo/issues?state=all&labels=haiku-first-alert');
  return (Array.isArray(list) ? list : [])
    .filter(isObject)
    .map(({ number, title, body, comments }) => ({ number, title, body: String(body), comments }));
}

describe('a pull request that moves SECURITY to sonnet', () => {
  it('is refused at the line, with the rule and a counterexample, everywhere a person or a program looks', async () => {
    const pull = await scene.pull('shown', files(WEAK));
    const result = await scene.judge(eventOf(pull));
    expect(verdict(result)).toBe(`fail HF101@${FILE}:9`);
    expect(findingsOf(result)).toContain(`HF101@${FILE}:9`);
    expect(result.report.situations).toBeGreaterThan(0);
    expect(result.report.findings[0]?.counterexample).toMatchObject({
      from: 'opus',
      to: 'sonnet',
      floor: 'opus',
    });
    expect(annotations(result.stdout)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^::error title=HF101[^:]*,file=allocation\.yaml,line=9,col=\d+::/),
      ]),
    );
    for (const text of [result.stdout, result.summary]) {
      expect(text).toContain('HF101');
      expect(text).toMatch(/SECURITY in \w+: opus → sonnet/);
    }
    expect(result.stdout).toContain('::error title=haiku-first::The gate refuses this change');
  });

  it('reads why the floor stands, with a link to its line at the base', async () => {
    const why = (text: string) => `${text}    because: a *missed* threat costs more than any @review\n`;
    const base = await scene.repo.commit(files(why(ALLOCATION)), { branch: 'why' });
    const pull = await scene.pull('asked-why', files(why(WEAK)), { base: 'why' });
    const result = await scene.judge(eventOf(pull), {
      token: writer,
      inputs: { sarif: 'out.sarif' },
    });
    expect(result.report.findings[0]?.floor).toEqual({
      id: 'security-always-opus',
      because: 'a *missed* threat costs more than any @review',
      file: FILE,
      line: 15,
      commit: base,
    });
    const address = `${scene.github.env(writer).GITHUB_SERVER_URL}/octo/demo`;
    const floor = `Floor [security-always-opus](${address}/blob/${base}/${FILE}#L15): it takes no exceptions, because *a \\*missed\\* threat costs more than any @&#8203;review*`;
    const [comment] = await comments(pull.number);
    expect(comment?.body).toContain(floor);
    expect(result.summary).toContain(floor);
    expect(result.stdout.replace(/\n +/g, ' ')).toContain(
      ` = floor: security-always-opus, ${FILE}:15, takes no exceptions, because "a *missed* threat costs more than any @review"`,
    );
  });

  it('gets one comment, which is updated in place and says resolved after the fix', async () => {
    const pull = await scene.pull('commented', files(WEAK));
    await scene.judge(eventOf(pull), { token: writer });
    const [first, ...others] = await comments(pull.number);
    expect(others).toEqual([]);
    expect(first?.by).toBe('github-actions[bot]');
    expect(first?.body).toMatch(/^<!-- haiku-first:gate -->[\s\S]*HF101/);

    await scene.judge(eventOf(pull), { token: writer });
    expect(await comments(pull.number)).toEqual([first]);

    const worse = await scene.repo.commit(files(WEAK_FLOOR), {
      parents: [pull.head.sha],
      branch: 'commented',
    });
    const pushed = { pull_request: { head: { sha: worse }, merge_commit_sha: null } };
    const { payload } = pull.event(pushed);
    await scene.judge({ name: 'pull_request', payload }, { token: writer });
    const [updated, ...more] = await comments(pull.number);
    expect(more).toEqual([]);
    expect(updated?.id).toBe(first?.id);
    expect(updated?.body).toContain('HF103');

    const fixed = await scene.repo.commit(files(ALLOCATION), { parents: [worse], branch: 'commented' });
    const repaired = pull.event({ pull_request: { head: { sha: fixed }, merge_commit_sha: null } });
    const again = { name: 'pull_request', payload: repaired.payload };
    const result = await scene.judge(again, { token: writer });
    expect(verdict(result)).toBe('pass');
    const after = await comments(pull.number);
    expect(after.map(({ id }) => id)).toEqual([first?.id]);
    expect(after[0]?.body).toContain('### ✅ haiku-first gate: resolved, ');
    expect(after[0]?.body).not.toContain('HF10');

    // A fix that also changes something else is one all the same.
    await scene.judge({ name: 'pull_request', payload }, { token: writer });
    const besideIt = await scene.repo.commit(files(HARMLESS), { parents: [fixed], branch: 'commented' });
    const besides = pull.event({ pull_request: { head: { sha: besideIt }, merge_commit_sha: null } });
    await scene.judge({ name: 'pull_request', payload: besides.payload }, { token: writer });
    const [last] = await comments(pull.number);
    expect(last?.body).toContain('### ✅ haiku-first gate: resolved, every floor holds\n');
    const address = `${scene.github.env(writer).GITHUB_SERVER_URL}/octo/demo`;
    expect(last?.body).toContain('This still changes:');
    expect(last?.body).toMatch(
      /\| ✅ \[STORIES\/\w+(?:, \w+)*\]\(\S+\) \| `sonnet` → `haiku` \| no finding \|/,
    );
    expect(last?.body).toContain(`(${address}/blob/${besideIt}/${FILE}#L`);
  });

  it('leads to the line, and to the editor on the branch where the merge has the same file', async () => {
    const pull = await scene.pull('edited', files(WEAK));
    await scene.judge(eventOf(pull), { token: writer });
    const [comment] = await comments(pull.number);
    const address = `${scene.github.env(writer).GITHUB_SERVER_URL}/octo/demo`;
    expect(comment?.body).toContain(
      '### ❌ haiku-first gate: SECURITY would run on sonnet, below its opus floor\n',
    );
    expect(comment?.body).toContain(
      `](${address}/blob/${pull.head.sha}/${FILE}#L9) | \`opus\` → \`sonnet\` |`,
    );
    expect(comment?.body).toContain(`[edit line 9](${address}/edit/edited/${FILE}#L9)`);
  });

  it('raises one alert for each event, and tells the same event once', async () => {
    const pull = await scene.pull('alerted', files(WEAK));
    await scene.judge(eventOf(pull), { token: writer });
    const [issue, ...others] = await alerts();
    expect(others).toEqual([]);
    const told = async () => [
      issue?.body ?? '',
      ...(await comments(Number(issue?.number))).map(({ body }) => body),
    ];
    const about = (texts: string[]) => texts.filter((text) => text.includes(`pull request #${pull.number}`));
    expect(about(await told())).toHaveLength(1);
    await scene.judge(eventOf(pull), { token: writer });
    expect(await alerts()).toHaveLength(1);
    expect(about(await told())).toHaveLength(1);
  });

  it("leaves somebody else's comment with our marker alone", async () => {
    const pull = await scene.pull('impostor', files(WEAK));
    const body = '<!-- haiku-first:gate -->\n### all is well';
    const path = `/repos/octo/demo/issues/${pull.number}/comments`;
    await scene.github.ask('POST', path, { token: scene.github.userToken('mallory'), body: { body } });
    await scene.judge(eventOf(pull), { token: writer });
    const [theirs, ours, ...others] = await comments(pull.number);
    expect(others).toEqual([]);
    expect(theirs).toMatchObject({ by: 'mallory', body });
    expect(ours).toMatchObject({ by: 'github-actions[bot]', body: expect.stringContaining('HF101') });
  });

  it('is refused just the same where the token may not write, with a remark about the comment', async () => {
    const pull = await scene.pull('read-only', files(WEAK));
    const result = await scene.judge(eventOf(pull));
    expect(verdict(result)).toBe(`fail HF101@${FILE}:9`);
    expect(result.stdout).toContain('The comment could not be written.');
    expect(result.stdout).toContain('permissions: pull-requests: write');
    expect(await comments(pull.number)).toEqual([]);
  });

  it('is refused from a fork and from Dependabot, whose tokens only read', async () => {
    const fork = await scene.repo.fork('mallory');
    const foreign = await scene.pull('from-fork', files(WEAK), { fork });
    const bot = await scene.pull('dependabot', files(WEAK));
    const dependabot = { login: 'dependabot[bot]' };
    const results = await Promise.all([
      scene.judge(eventOf(foreign)),
      scene.judge(eventOf(bot, { sender: dependabot, pull_request: { user: dependabot } }), {
        env: { GITHUB_ACTOR: 'dependabot[bot]' },
      }),
    ]);
    expect(results.map(verdict)).toEqual([`fail HF101@${FILE}:9`, `fail HF101@${FILE}:9`]);
  });

  it('is shown, but does not fail the step in the mode warn', async () => {
    const pull = await scene.pull('warned', files(WEAK));
    const result = await scene.judge(eventOf(pull), { inputs: { mode: 'warn' } });
    expect(verdict(result)).toBe(`fail HF101@${FILE}:9`);
    expect(result.status).toBe(0);
  });
});

describe('a pull request that breaks nothing', () => {
  it('passes in one line and gets no comment when it leaves the files alone', async () => {
    const pull = await scene.pull('elsewhere', files(ALLOCATION, { 'other.txt': 'x\n' }));
    const asked = scene.github.exchanges.length;
    const result = await scene.judge(eventOf(pull), { token: writer });
    expect(verdict(result)).toBe('pass');
    const log = result.stdout.split('\n').filter((line) => line !== '' && !line.startsWith('::'));
    expect(log).toHaveLength(1);
    expect(annotations(result.stdout)).toEqual([]);
    expect(await comments(pull.number)).toEqual([]);
    const written = scene.github.exchanges
      .slice(asked)
      .filter(({ method, path }) => method !== 'GET' && path !== '/graphql');
    expect(written).toEqual([]);
  });

  it('passes when it changes a cell without a floor', async () => {
    const pull = await scene.pull('harmless', files(HARMLESS));
    expect(verdict(await scene.judge(eventOf(pull)))).toBe('pass');
  });

  it('may be behind its base, with a merge commit and without', async () => {
    const base = await scene.repo.commit(files(ALLOCATION), { branch: 'moving' });
    await scene.repo.commit(files(ALLOCATION, { 'other.txt': 'x\n' }), { parents: [base], branch: 'behind' });
    await scene.repo.commit(
      files(edit(ALLOCATION, 'STORIES:\n    default: sonnet', 'STORIES:\n    default: haiku')),
      {
        parents: [base],
        branch: 'behind-changed',
      },
    );
    await scene.repo.commit(files(STRICTER), { parents: [base], branch: 'moving' });
    for (const head of ['behind', 'behind-changed']) {
      const pull = await scene.repo.pullRequest({ base: 'moving', head });
      const own = { repository: { default_branch: 'moving' } };
      const results = [
        ...(pull.mergeCommit === null ? [] : [await scene.judge(eventOf(pull, own))]),
        await scene.judge({
          name: 'pull_request',
          payload: pull.event({ ...own, pull_request: { merge_commit_sha: null } }).payload,
        }),
      ];
      expect(results.map(verdict), head).toEqual(results.map(() => 'pass'));
    }
  });

  it('passes with a notice where it brings the first file, but only a valid one', async () => {
    await scene.repo.commit(README, { branch: 'bare' });
    const own = { repository: { default_branch: 'bare' } };
    const first = await scene.pull('bootstrap', files(ALLOCATION), { base: 'bare' });
    const good = await scene.judge(eventOf(first, own));
    expect(verdict(good)).toBe('pass');
    expect(good.report.notices.join()).toContain('allocation.yaml is new');

    const second = await scene.pull('bad-bootstrap', files(WEAK), { base: 'bare' });
    const bad = await scene.judge(eventOf(second, own));
    expect(verdict(bad)).toMatch(/^fail HF1/);

    // The default branch has the file: a base without it is no beginning.
    const third = await scene.pull('not-first', files(WEAK_FLOOR), { base: 'bare' });
    expect(verdict(await scene.judge(eventOf(third)))).toMatch(/^fail /);
  });
});
