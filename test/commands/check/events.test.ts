import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommitId } from '../../../src/git/commit-reader.ts';
import { type Files, type PullRequest, payload } from '../../support/github/index.ts';
import type { Json } from '../../support/github/json.ts';
import {
  ALLOCATION,
  edit,
  eventOf,
  FILE,
  files,
  type GateResult,
  GateScene,
  HARMLESS,
  problems,
  README,
  STRICTER,
  verdict,
  WEAK,
  WEAK_FLOOR,
} from './step.ts';

let scene: GateScene;

beforeAll(async () => {
  scene = await GateScene.open();
});

afterAll(() => scene[Symbol.asyncDispose]());

function judge(name: string, payload: Json): Promise<GateResult> {
  return scene.judge({ name, payload });
}

function repository(defaultBranch = 'main') {
  return { name: 'demo', full_name: 'octo/demo', default_branch: defaultBranch, owner: { login: 'octo' } };
}

const NONE = '0'.repeat(40);

function push(
  ref: string,
  before: string,
  after: string,
  more: { forced?: boolean; created?: boolean } = {},
) {
  return judge('push', payload('push', { ref, before, after, ...more, repository: repository() }));
}

function group(base: string, head: string, ref = 'main') {
  const merge_group = { base_sha: base, head_sha: head, base_ref: `refs/heads/${ref}` };
  return judge('merge_group', payload('merge_group', { merge_group, repository: repository() }));
}

/** The event without a merge commit, as before GitHub has made one or after a conflict. */
function unmerged(pull: PullRequest, more: Record<string, Json> = {}) {
  return judge('pull_request', pull.event({ ...more, pull_request: { merge_commit_sha: null } }).payload);
}

describe('a merge group', () => {
  it('is judged against the commit that it stands on', async () => {
    const bad = await scene.pull('queued', files(WEAK));
    const good = await scene.pull('queued-well', files(HARMLESS));
    const results = [];
    for (const pull of [bad, good]) {
      const queued = await scene.repo.mergeGroup(pull);
      results.push(await judge('merge_group', queued.payload));
    }
    expect(results.map(verdict)).toEqual([`fail HF101@${FILE}:9`, 'pass']);
  });

  it('that stands on a refused group is refused with it: a queue may merge both when the last one is green', async () => {
    const first = await scene.repo.commit(files(WEAK_FLOOR), { parents: [scene.main] });
    const second = await scene.repo.commit(files(WEAK_FLOOR, { 'other.txt': 'x\n' }), { parents: [first] });
    expect(verdict(await group(first, second))).toMatch(/^fail .*HF103/);
  });

  it('that stands on a harmless group passes', async () => {
    const first = await scene.repo.commit(files(HARMLESS), { parents: [scene.main] });
    const second = await scene.repo.commit(files(HARMLESS, { 'other.txt': 'x\n' }), { parents: [first] });
    expect(verdict(await group(first, second))).toBe('pass');
  });
});

describe('a push', () => {
  it('is judged from where the branch was, on the default branch, too', async () => {
    const bad = await scene.repo.commit(files(WEAK), { parents: [scene.main] });
    const good = await scene.repo.commit(files(HARMLESS), { parents: [scene.main] });
    const results = await Promise.all([
      push('refs/heads/main', scene.main, bad),
      push('refs/heads/main', scene.main, good),
      push('refs/heads/main', scene.main, bad, { forced: true }),
    ]);
    expect(results.map(verdict)).toEqual([`fail HF101@${FILE}:9`, 'pass', `fail HF101@${FILE}:9`]);
  });

  it('by force to a history of its own is judged from what it replaced', async () => {
    const rewritten = await scene.repo.commit(files(WEAK_FLOOR));
    const result = await push('refs/heads/main', scene.main, rewritten, { forced: true });
    expect(verdict(result)).toMatch(/^fail .*HF103/);
  });

  it('of a new branch is judged against the default branch', async () => {
    const bad = await scene.repo.commit(files(WEAK), { parents: [scene.main] });
    const results = await Promise.all([
      push('refs/heads/new', NONE, bad, { created: true }),
      push('refs/heads/new', NONE, scene.main, { created: true }),
    ]);
    expect(results.map(verdict)).toEqual([`fail HF101@${FILE}:9`, 'pass']);
  });

  it('to another branch is judged against the default branch, too', async () => {
    const weak = await scene.repo.commit(files(WEAK_FLOOR), { parents: [scene.main] });
    const tree = files(WEAK_FLOOR, { 'other.txt': 'x\n' });
    const next = await scene.repo.commit(tree, { parents: [weak], branch: 'weak' });
    expect(verdict(await push('refs/tags/weak', weak, next))).toMatch(/^fail .*HF103/);
    expect(verdict(await push('refs/heads/weak', weak, next))).toMatch(/^fail .*HF103/);
  });

  it('that deletes a branch, or makes the default branch, has nothing to judge: red', async () => {
    const results = await Promise.all([
      push('refs/heads/gone', scene.main, NONE),
      push('refs/heads/main', NONE, scene.main, { created: true }),
    ]);
    expect(results.map(verdict)).toEqual(['error', 'error']);
    expect(results.map(problems).join()).toMatch(/was deleted by this push.*default branch main is new/s);
  });
});

describe('pull_request_target', () => {
  it('is judged by the merge commit of the payload: the one of the environment is the default branch', async () => {
    const pull = await scene.pull('target', files(WEAK));
    const env = { GITHUB_REF: 'refs/heads/main', GITHUB_SHA: scene.main };
    const { payload: body } = pull.event();
    const result = await scene.judge({
      name: 'pull_request_target',
      payload: body,
      env,
    });
    expect(verdict(result)).toBe(`fail HF101@${FILE}:9`);
    expect(result.report.subject).toContain('the merge of pull request');
  });
});

describe('a branch that was aimed at another base', () => {
  it('is judged against the new base, whatever the old merge commit says', async () => {
    const weak = await scene.repo.commit(files(WEAK_FLOOR), { parents: [scene.main], branch: 'soft' });
    await scene.repo.commit(files(WEAK_FLOOR, { 'other.txt': 'x\n' }), { parents: [weak], branch: 'aimed' });
    const pull = await scene.repo.pullRequest({ base: 'soft', head: 'aimed' });
    const retargeted = pull.event({
      action: 'edited',
      changes: { base: { ref: { from: 'soft' }, sha: { from: weak } } },
      pull_request: { base: { ref: 'main', sha: scene.main } },
    });
    const result = await scene.judge({ name: 'pull_request', ...retargeted });
    expect(verdict(result)).toMatch(/^fail .*HF103/);
    expect(result.report.subject).toContain('merged into main');
  });

  it('cannot pass beforehand on a weak base: the default branch counts, too', async () => {
    const pull = await scene.pull('on-soft', files(WEAK_FLOOR, { 'more.txt': 'x\n' }), { base: 'soft' });
    const result = await scene.judge(eventOf(pull));
    expect(verdict(result)).toMatch(/^fail .*HF103/);
    expect(result.report.subject).toContain('default branch main');
  });
});

describe('a pull request to a release branch with floors of its own', () => {
  const GATE = '.github/workflows/gate.yml';
  const AGAIN =
    'on:\n  pull_request:\n    types: [opened, synchronize, reopened, edited]\n  merge_group:\njobs: {}\n';
  const at = (workflow: string, sha: CommitId) => ({
    GITHUB_WORKFLOW_REF: `${workflow}@refs/pull/1/merge`,
    GITHUB_WORKFLOW_SHA: sha,
  });
  const OWN = `octo/demo/${GATE}`;
  /** Main got one more floor since the branch left; both have edited the same lines. */
  const release = edit(ALLOCATION, 'exceptions: never\n', 'exceptions: never\n    effort: high\n');
  let count = 0;

  /** A pull request to such a branch, protected or not. */
  async function pull(head: Files, { isProtected = true, gate = AGAIN } = {}) {
    count += 1;
    const base = `release/${count}`;
    const tree = { [GATE]: gate };
    const left = await scene.repo.commit(files(ALLOCATION, tree), { parents: [scene.main] });
    const main = await scene.repo.commit(files(STRICTER, tree), { parents: [left], branch: `trunk${count}` });
    await scene.repo.commit(files(release, tree), { parents: [left], branch: base });
    if (isProtected) await scene.repo.protect(base);
    const made = await scene.pull(`fix${count}`, { ...tree, ...head }, { base });
    const named = { repository: { default_branch: `trunk${count}` } };
    const judge = (env: Readonly<Record<string, string>>) =>
      scene.judge(eventOf(made, named), { env: { ...env } });
    return { made, main, base, named, judge, own: at(OWN, scene.repo.tip(`fix${count}`)) };
  }
  const FIX = files(release, { 'fix.txt': 'x\n' });

  it('passes when it touches neither file and the branch is protected', async () => {
    const { base, judge, own } = await pull(FIX);
    const result = await judge(own);
    expect(verdict(result)).toBe('pass');
    expect(result.report.notices).toEqual([
      `Neither file is touched, and ${base} is protected: the floors of the default branch trunk${count} are not asked for here.`,
    ]);
  });

  it('is refused when anybody could have written the branch, with what to do', async () => {
    const { base, judge, own } = await pull(FIX, { isProtected: false });
    const result = await judge(own);
    expect(verdict(result)).toMatch(/^fail HF/);
    expect(result.report.notices).toEqual([
      `Neither file is touched, but the pull request could be aimed at trunk${count} when it is green, and ${base} is not protected. Protect ${base}, or bring its floors up to those of trunk${count}.`,
    ]);
  });

  it('is refused when it touches one of the files', async () => {
    const touched = files(`${release}# more\n`);
    const { judge, own } = await pull(touched);
    const result = await judge(own);
    expect(verdict(result)).toMatch(/^fail HF/);
    expect(result.report.notices).toEqual([]);
  });

  it.each([
    ['without `edited`', AGAIN.replace(', edited', ''), OWN],
    ['with it in a comment', AGAIN.replace(', edited', '] # edited').replace(']]', ']'), OWN],
    [
      'with it for another event',
      AGAIN.replace(', edited', '').replace('on:', 'on:\n  issues: { types: [edited] }'),
      OWN,
    ],
    ['with it for some branches', AGAIN.replace('    types', "    branches: ['release/**']\n    types"), OWN],
    ['of another repository', AGAIN, `octo/gates/${GATE}`],
    ['that nobody knows', AGAIN, ''],
  ])(
    'is refused by a workflow %s: it would not be judged again when it is aimed elsewhere',
    async (_what, gate, workflow) => {
      const { made, judge } = await pull(FIX, { gate });
      const result = await judge(at(workflow, made.head.sha));
      expect(verdict(result)).toMatch(/^fail HF/);
      expect(result.report.notices.join()).toContain('this workflow does not start again on `edited`');
    },
  );

  it('is judged against the default branch when it is aimed there', async () => {
    const { made, main, named, own } = await pull(FIX);
    const aimed = made.event({
      action: 'edited',
      ...named,
      pull_request: { base: { ref: named.repository.default_branch, sha: main } },
    });
    const result = await scene.judge({ name: 'pull_request', ...aimed }, { env: { ...own } });
    expect(result.report.verdict).not.toBe('pass');
  });

  it('passes in the merge queue of the branch as well', async () => {
    const { made, named } = await pull(FIX);
    const group = await scene.repo.mergeGroup(made);
    const payload = {
      ...Object(group.payload),
      repository: { ...Object(group.payload).repository, ...named.repository },
    };
    const result = await scene.judge({ name: 'merge_group', payload, env: { GITHUB_SHA: group.head } });
    expect(verdict(result)).toBe('pass');
  });

  /** The push of a merge to such a branch. */
  async function merged(head: Files, { isProtected = true, created = false } = {}) {
    const { made, base, named } = await pull(head, { isProtected });
    const after = await scene.repo.commit(
      { [GATE]: AGAIN, ...head },
      { parents: [made.base.sha, made.head.sha] },
    );
    const ref = `refs/heads/${base}`;
    const before = created ? NONE : made.base.sha;
    const event = { ref, before, after, created, repository: repository(named.repository.default_branch) };
    const result = await judge('push', payload('push', event));
    return { base, result };
  }

  it('passes when its merge is pushed, unless that touches a file or anybody could have written the branch', async () => {
    const { base, result } = await merged(FIX);
    expect(verdict(result)).toBe('pass');
    expect(result.report.notices).toEqual([
      `Neither file is touched, and ${base} is protected: the floors of the default branch trunk${count} are not asked for here.`,
    ]);
    const open = await merged(FIX, { isProtected: false });
    expect(verdict(open.result)).toMatch(/^fail HF/);
    expect(open.result.report.notices).toEqual([
      `Neither file is touched, but ${open.base} is not protected. Protect ${open.base}, or bring its floors up to those of trunk${count}.`,
    ]);
    expect(verdict((await merged(files(`${release}# more\n`))).result)).toMatch(/^fail HF/);
  });

  it('is held to the default branch where the push makes the branch, with floors of its own', async () => {
    expect(verdict((await merged(FIX, { created: true })).result)).toMatch(/^fail HF/);
  });

  it('carries nothing that the branch has not: a weak file that the merge leaves out is held to the default branch', async () => {
    const { base, named, own } = await pull(FIX, { isProtected: false });
    // Both sides made the file weak, on their own: merging changes nothing.
    const old = scene.repo.tip(base);
    await scene.repo.commit(files(WEAK_FLOOR, { [GATE]: AGAIN }), { parents: [old], branch: 'own-weak' });
    await scene.repo.commit(files(WEAK_FLOOR, { [GATE]: AGAIN, 'a.txt': 'a\n' }), {
      parents: [old],
      branch: base,
    });
    await scene.repo.commit(files(release, { [GATE]: AGAIN, 'a.txt': 'a\n' }), {
      parents: [scene.repo.tip(base)],
      branch: base,
    });
    await scene.repo.protect(base);
    const made = await scene.repo.pullRequest({ base, head: 'own-weak' });
    const merged = await scene.repo.commit(files(release, { [GATE]: AGAIN, 'a.txt': 'a\n' }), {
      parents: [made.base.sha, made.head.sha],
    });
    const event = made.event({ ...named, pull_request: { merge_commit_sha: merged } });
    const env = { ...own, GITHUB_SHA: merged, GITHUB_REF: `refs/pull/${made.number}/merge` };
    const result = await scene.judge({ name: 'pull_request', ...event, env }, { env });
    expect(verdict(result)).toMatch(/^fail HF/);
  });
});

describe('without a merge commit', () => {
  it('what merging would make of the base is judged', async () => {
    const pull = await scene.pull('no-merge-commit', files(WEAK));
    expect(verdict(await unmerged(pull))).toBe(`fail HF101@${FILE}:9`);
  });

  it('a branch that left before a floor was added, and touches the file elsewhere, keeps the new floor', async () => {
    const root = await scene.repo.commit(files(ALLOCATION), { branch: 'floored' });
    await scene.repo.commit(files(HARMLESS), { parents: [root], branch: 'left-early' });
    const testing = edit(ALLOCATION, 'TESTING:\n    default: sonnet', 'TESTING:\n    default: haiku');
    await scene.repo.commit(files(testing), { parents: [root], branch: 'left-early-lower' });
    await scene.repo.commit(files(STRICTER), { parents: [root], branch: 'floored' });
    const own = { repository: { default_branch: 'floored' } };
    const results = [];
    for (const head of ['left-early', 'left-early-lower']) {
      const pull = await scene.repo.pullRequest({ base: 'floored', head });
      expect(pull.mergeCommit).toBeNull();
      results.push(await unmerged(pull, own));
    }
    expect(results.map(verdict)).toEqual(['pass', expect.stringMatching(/^fail HF10\d@allocation\.yaml/)]);
  });

  it('a conflict in the file is an error that says what to do', async () => {
    const root = await scene.repo.commit(files(ALLOCATION), { branch: 'contested' });
    await scene.repo.commit(files(HARMLESS), { parents: [root], branch: 'mine' });
    const opus = edit(ALLOCATION, 'STORIES:\n    default: sonnet', 'STORIES:\n    default: opus');
    await scene.repo.commit(files(opus), { parents: [root], branch: 'contested' });
    const pull = await scene.repo.pullRequest({ base: 'contested', head: 'mine' });
    const result = await unmerged(pull, { repository: { default_branch: 'contested' } });
    expect(verdict(result)).toBe('error');
    expect(problems(result)).toMatch(/allocation\.yaml was changed on both sides.*Merge the base branch/s);
  });

  it('a history that hides a weak file between two merge bases is not taken for one that is merely behind', async () => {
    const old = await scene.repo.commit(files(WEAK_FLOOR, { 'a.txt': '1\n' }), { branch: 'knot' });
    const floor = await scene.repo.commit(files(ALLOCATION, { 'a.txt': '1\n' }), { parents: [old] });
    const early = await scene.repo.commit(files(WEAK_FLOOR, { 'a.txt': '2\n' }), { parents: [old] });
    await scene.repo.commit(files(ALLOCATION, { 'a.txt': '2\n' }), {
      parents: [floor, early],
      branch: 'knot',
    });
    await scene.repo.commit(files(WEAK_FLOOR, { 'a.txt': '2\n' }), {
      parents: [early, floor],
      branch: 'knotted',
    });
    const pull = await scene.repo.pullRequest({ base: 'knot', head: 'knotted' });
    const result = await unmerged(pull, { repository: { default_branch: 'knot' } });
    expect(verdict(result)).toBe('error');
    expect(problems(result)).toContain('The histories of the two branches cross');
    // The same before it is aimed at the default branch.
    await scene.repo.branch('knot-elsewhere', scene.repo.tip('knotted'));
    const other = await scene.pull('knot-topic', files(WEAK_FLOOR, { 'b.txt': 'x\n' }), {
      base: 'knot-elsewhere',
    });
    const aimed = await judge(
      'pull_request',
      other.event({ repository: { default_branch: 'knot' } }).payload,
    );
    expect(verdict(aimed)).toMatch(/^fail .*HF103/);
  });
});

describe('a release branch with changes of its own', () => {
  it('takes pull requests that leave the files alone, also where they conflict with the default branch', async () => {
    const root = await scene.repo.commit(files(ALLOCATION), { branch: 'trunk' });
    await scene.repo.commit(files(HARMLESS), { parents: [root], branch: 'release' });
    const opus = edit(ALLOCATION, 'STORIES:\n    default: sonnet', 'STORIES:\n    default: opus');
    await scene.repo.commit(files(opus), { parents: [root], branch: 'trunk' });
    const own = { repository: { default_branch: 'trunk' } };
    const pull = await scene.pull('backport', files(HARMLESS, { 'fix.txt': 'x\n' }), { base: 'release' });
    expect(verdict(await scene.judge(eventOf(pull, own)))).toBe('pass');
    const weak = edit(HARMLESS, 'SECURITY:\n    default: opus', 'SECURITY:\n    default: sonnet');
    const bad = await scene.pull('bad-backport', files(weak), { base: 'release' });
    expect(verdict(await scene.judge(eventOf(bad, own)))).toBe(`fail HF101@${FILE}:9`);
  });
});

describe('an event without a change', () => {
  it.each(['schedule', 'workflow_dispatch', 'issue_comment', 'workflow_run'])('%s is red', async (name) => {
    const result = await judge(name, {
      repository: repository(),
      ...(name === 'issue_comment' ? { issue: { number: 1, pull_request: {} } } : {}),
    });
    expect(verdict(result)).toBe('error');
    expect(problems(result)).toContain(`The event ${name} has no change to check.`);
  });
});

describe('a branch without the file, and nothing else', () => {
  it('is no way around: the default branch has it', async () => {
    await scene.repo.commit(README, { parents: [scene.main], branch: 'empty' });
    const pull = await scene.pull('without', { ...README, 'x.txt': 'x\n' }, { base: 'empty' });
    const result = await scene.judge(eventOf(pull));
    expect(result.report.verdict).not.toBe('error');
    expect(verdict(result)).toContain('HF118');
  });
});
