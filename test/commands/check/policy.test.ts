import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommitId } from '../../../src/git/commit-reader.ts';
import type { Repository } from '../../support/github/index.ts';
import { edit, eventOf, FILE, files, type GateResult, GateScene, problems, verdict } from './step.ts';

/** What an organisation asks of its repositories. */
const POLICY = `version: 1
tiers:
  - { name: haiku, model: claude-haiku-5-5 }
  - { name: sonnet, model: claude-sonnet-5-5 }
  - { name: opus, model: claude-opus-5-5 }
phases: [LEAD, PLAN, EXEC]
agents:
  SECURITY: { default: opus, aliases: [security-reviewer] }
  DOCMON: { default: haiku, maximum: sonnet }
deny: [claude-opus-4-1]
floors:
  - id: org-security-opus
    agents: [SECURITY]
    minimum: opus
`;
const LOOSER = edit(POLICY, 'minimum: opus', 'minimum: sonnet');
const STRICTER = `${POLICY}  - id: org-docs
    agents: [DOCMON]
    minimum: sonnet
`;
const WITHOUT = `version: 1
tiers:
  - { name: haiku, model: claude-haiku-5-5 }
  - { name: sonnet, model: claude-sonnet-5-5 }
  - { name: opus, model: claude-opus-5-5 }
phases: [LEAD, PLAN, EXEC]
agents:
  SECURITY:
    default: opus
  STORIES:
    default: sonnet
`;

let scene: GateScene;
let policies: Repository;
let first: CommitId;
let stricter: CommitId;
let looser: CommitId;
let stray: CommitId;

/** The text of a repository's file that extends the policy at a commit. */
function extending(commit: string, text = WITHOUT, path = 'org/policy.yaml'): string {
  return text.replace('version: 1\n', `version: 1\nextends: octo/policies/${path}@${commit}\n`);
}

async function base(name: string, text: string): Promise<void> {
  await scene.repo.commit(files(text), { branch: name });
}

/** All that the gate says against it. */
async function why(result: Promise<GateResult>): Promise<string> {
  const { report } = await result;
  expect(report.verdict).not.toBe('pass');
  return [
    ...report.findings.map(({ message }) => message),
    ...(report.error?.problems ?? []).map(({ what }) => what),
  ].join('\n');
}

let count = 0;
/** What the gate says of a change from one text to another on a branch of their own. */
async function judged(before: string, after: string, more = {}): Promise<GateResult> {
  count += 1;
  await base(`base-${count}`, before);
  const pull = await scene.pull(`head-${count}`, files(after), { base: `base-${count}` });
  return scene.judge(eventOf(pull), more);
}

beforeAll(async () => {
  scene = await GateScene.open();
  // The default branch has no floors of its own that would answer for the policy's.
  await scene.repo.commit(files(WITHOUT), { branch: 'main' });
  policies = await scene.github.repository('octo/policies', { private: true });
  first = await policies.commit({ 'org/policy.yaml': POLICY }, { branch: 'main' });
  stricter = await policies.commit({ 'org/policy.yaml': STRICTER }, { parents: [first], branch: 'main' });
  looser = await policies.commit({ 'org/policy.yaml': LOOSER }, { parents: [stricter], branch: 'main' });
  stray = await policies.commit(
    { 'org/policy.yaml': POLICY },
    { parents: [stricter], branch: 'topic', message: 'stray' },
  );
});

afterAll(() => scene[Symbol.asyncDispose]());

describe('a repository that extends a policy', () => {
  it('is held to the floors of the policy, which its own file does not have', async () => {
    const before = extending(first);
    const result = await judged(before, edit(before, 'default: opus', 'default: sonnet'));
    expect(verdict(result)).toBe(`fail HF101@${FILE}:10`);
    expect(result.report.findings[0]?.message).toBe(
      `SECURITY in EXEC is assigned sonnet, but the floor org-security-opus of octo/policies/org/policy.yaml@${first.slice(0, 12)}:12 asks for opus.`,
    );
  });

  it('passes where it changes nothing that the policy speaks of', async () => {
    const before = extending(first);
    expect(verdict(await judged(before, edit(before, 'default: sonnet', 'default: haiku')))).toBe('pass');
  });

  it('may not drop it, nor extend another file', async () => {
    expect(verdict(await judged(extending(first), WITHOUT))).toContain(`HF132@${FILE}:1`);
    const other = extending(first, WITHOUT, 'org/lax.yaml');
    await policies.commit({ 'org/lax.yaml': LOOSER }, { branch: 'unrelated' });
    expect(await why(judged(extending(first), other))).toContain('There is no octo/policies/org/lax.yaml@');
  });

  it('holds a sub-agent to the floor of an agent that it does not have', async () => {
    const text = extending(first, edit(WITHOUT, '  SECURITY:\n    default: opus\n', ''));
    const path = '.claude/agents/reviews.md';
    const agent = (model: string) => ({
      [path]: `---\nname: Security-Reviewer\ndescription: d\nmodel: ${model}\n---\nReview.\n`,
    });
    const repo = await scene.github.repository('octo/strangers');
    await repo.commit(files(text), { branch: 'main' });
    const judge = async (model: string) =>
      verdict(
        await scene.judge(eventOf(await scene.pull(`is-${model}`, files(text, agent(model)), { repo }))),
      );
    expect(await judge('sonnet')).toBe(`fail HF123@${path}:4 HF238@${path}:2`);
    expect(await judge('inherit')).toBe(`fail HF123@${path}:4 HF238@${path}:2`);
    expect(await judge('opus')).toBe(`pass HF238@${path}:2`);
    expect(await judge('claude-opus-4-1')).toBe(`fail HF123@${path}:4 HF238@${path}:2`);
  });

  it('moves forward with the policy, with a notice where that asks for no less', async () => {
    const result = await judged(extending(first), extending(stricter));
    expect(verdict(result)).toBe(`pass HF340@${FILE}:2`);
  });

  it('follows what the organisation has loosened on its default branch, with a warning', async () => {
    const result = await judged(extending(stricter), extending(looser));
    expect(verdict(result)).toBe(`pass HF240@${FILE}:2`);
    expect(result.report.findings.map(({ message }) => message).join()).toContain(
      'The floor org-security-opus is lowered from opus to sonnet.',
    );
  });

  it('may not take a step that a merged branch of the policy took back', async () => {
    // Only what came out of it was reviewed; its steps are in the history of the default branch all the same.
    const none = POLICY.split('floors:')[0] ?? '';
    const step = await policies.commit({ 'org/policy.yaml': none }, { parents: [stricter], branch: 'steps' });
    const back = await policies.commit({ 'org/policy.yaml': STRICTER }, { parents: [step], branch: 'steps' });
    const parents = [looser, back];
    const tip = await policies.commit({ 'org/policy.yaml': LOOSER, 'a.md': '' }, { parents, branch: 'main' });
    const result = await judged(extending(stricter), extending(step));
    expect(verdict(result)).toContain(`HF134@${FILE}:2`);
    expect(result.report.findings.map(({ message }) => message).join()).toContain(
      'is not what its default branch asks for now',
    );
    const weak = edit(extending(step), 'default: opus', 'default: haiku');
    expect(verdict(await judged(extending(stricter), weak))).toContain(`HF101@${FILE}:10`);
    expect(verdict(await judged(extending(stricter), extending(tip)))).toBe(`pass HF240@${FILE}:2`);
  });

  it('may not lower a cell in the change that follows a stricter policy', async () => {
    const weak = edit(extending(looser), 'default: opus', 'default: haiku');
    expect(verdict(await judged(extending(first), weak))).toContain(`HF101@${FILE}:10`);
  });

  it('may not move back to a policy that asks for less', async () => {
    expect(verdict(await judged(extending(stricter), extending(first)))).toContain(`HF134@${FILE}:2`);
  });

  it('may not name a commit that is on no default branch', async () => {
    expect(verdict(await judged(extending(first), extending(stray)))).toBe(`fail HF133@${FILE}:2`);
  });

  it('may not name a commit that is not there', async () => {
    const result = judged(extending(first), extending('0123456789'.repeat(4)));
    expect(await why(result)).toContain('octo/policies has no commit 0123456789');
  });

  it('may begin to extend one, which is told what it gets by it', async () => {
    expect(verdict(await judged(WITHOUT, extending(first)))).toMatch(/^pass/);
    const weak = edit(WITHOUT, 'default: opus', 'default: sonnet');
    expect(verdict(await judged(weak, extending(first, weak)))).toContain('fail HF101@');
  });
});

describe('a policy that cannot be read', () => {
  it('is no pass, and says what a private repository takes, without the token', async () => {
    scene.github.fault({ path: /\/repos\/octo\/policies$/, status: 404, times: 1 });
    const result = await judged(extending(first), extending(stricter));
    expect(result.report.verdict).toBe('error');
    expect(problems(result)).toContain('octo/policies/org/policy.yaml@');
    expect(problems(result)).toContain('actions/create-github-app-token');
  });

  it('is no pass where a file of a sub-agent is touched, which a floor of it may be over', async () => {
    const text = extending(first);
    const path = '.claude/agents/security-reviewer.md';
    const agent = (model: string) => ({
      [path]: `---\nname: security-reviewer\ndescription: d\nmodel: ${model}\n---\nReview.\n`,
    });
    const repo = await scene.github.repository('octo/sub-agents');
    await repo.commit(files(text, agent('opus')), { branch: 'main' });
    const judge = async (more: Parameters<Repository['commit']>[0], status: number | null) => {
      count += 1;
      const pull = await scene.pull(`touch-${count}`, files(text, more), { repo });
      if (status !== null) scene.github.fault({ path: /\/repos\/octo\/policies$/, status, times: 1 });
      return scene.judge(eventOf(pull));
    };
    expect(verdict(await judge(agent('haiku'), null))).toBe(`fail HF123@${path}:4`);
    const blind = await judge(agent('haiku'), 404);
    expect(blind.report.verdict).toBe('error');
    expect(problems(blind)).toContain('policy-token');
    expect(verdict(await judge({ ...agent('opus'), 'CLAUDE.md': '# Us' }, 404))).toBe('pass');
    expect(verdict(await judge({ ...agent('opus'), 'src.ts': '1' }, 404))).toBe('pass');
  });

  it('is no pass under a rate limit', async () => {
    scene.github.fault({
      path: /\/repos\/octo\/policies$/,
      status: 429,
      headers: { 'retry-after': '9999' },
      times: 1,
    });
    const result = await judged(extending(first), extending(stricter));
    expect(result.report.verdict).toBe('error');
    expect(problems(result)).toMatch(/could not be read.*rate limit/s);
  });

  it('is read with the token for it, and not with that of the job', async () => {
    const blind = await scene.github.token({ contents: 'read' });
    const before = scene.github.exchanges.length;
    const result = await judged(extending(first), extending(stricter), {
      inputs: { 'policy-token': blind },
    });
    expect(verdict(result)).toBe(`pass HF340@${FILE}:2`);
    const asked = scene.github.exchanges.slice(before).filter(({ path }) => path.includes('/octo/policies'));
    expect(asked.length).toBeGreaterThan(0);
    expect(result.all.replaceAll(`::add-mask::${blind}`, '')).not.toContain(blind);
  });
});

describe('policies on policies', () => {
  /** A chain of so many levels, the last of which has the floor; the first one's commit. */
  async function chain(levels: number): Promise<CommitId> {
    let parents: readonly CommitId[] = [policies.tip('main')];
    let below: string | null = null;
    let commit = first;
    for (let level = levels; level > 0; level -= 1) {
      const text: string =
        below === null
          ? POLICY
          : (edit(POLICY, 'version: 1\n', `version: 1\nextends: ${below}\n`).split('floors:')[0] ?? '');
      const path = `chain/${levels}-${level}.yaml`;
      commit = await policies.commit(
        { 'org/policy.yaml': LOOSER, [path]: text },
        { parents, branch: 'main' },
      );
      parents = [commit];
      below = `octo/policies/${path}@${commit}`;
    }
    return commit;
  }

  it('hold through three levels', async () => {
    const text = extending(await chain(3), WITHOUT, 'chain/3-1.yaml');
    const result = await judged(text, edit(text, 'default: opus', 'default: sonnet'));
    expect(verdict(result)).toBe(`fail HF101@${FILE}:10`);
    expect(result.report.findings[0]?.message).toContain('octo/policies/chain/3-3.yaml@');
  });

  it('are refused at the fourth', async () => {
    const text = extending(await chain(4), WITHOUT, 'chain/4-1.yaml');
    expect(await why(judged(WITHOUT, text))).toMatch(/more than 3 levels deep/);
  });

  it('may not loosen one another', async () => {
    const lax = edit(LOOSER, 'version: 1\n', `version: 1\nextends: octo/policies/org/policy.yaml@${first}\n`);
    const commit = await policies.commit(
      { 'org/policy.yaml': LOOSER, 'lax.yaml': lax },
      { parents: [policies.tip('main')], branch: 'main' },
    );
    expect(await why(judged(WITHOUT, extending(commit, WITHOUT, 'lax.yaml')))).toMatch(
      /The policy cannot be used\. .*asks for less than the policy's floor of that name/,
    );
  });
});

describe('a policy that an action carries', () => {
  const carrying = (commit: string, path: string) => ({
    inputs: { policy: `octo/policies/org/policy.yaml@${commit}=${path}` },
  });

  const folder = mkdtempSync(join(tmpdir(), 'haiku-first-action-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const carried = (text: string): string => {
    const path = join(folder, 'policy.yaml');
    writeFileSync(path, text);
    return path;
  };

  it('is read from where the runner has put it, without a token for its repository', async () => {
    const path = carried(POLICY);
    const before = scene.github.exchanges.length;
    const text = extending(first);
    const weak = edit(text, 'default: opus', 'default: sonnet');
    expect(verdict(await judged(text, weak, carrying(first, path)))).toBe(`fail HF101@${FILE}:10`);
    const fine = edit(text, 'default: sonnet', 'default: haiku');
    const result = await judged(text, fine, carrying(first, path));
    expect(verdict(result)).toBe('pass');
    expect(result.all).toContain('is the file that the workflow carries');
    const asked = scene.github.exchanges.slice(before).map((each) => each.path);
    expect(asked.filter((each) => each.includes('/octo/policies'))).toEqual([]);
  });

  it('is refused from the checkout, which a pull request can write', async () => {
    const result = await judged(extending(first), extending(stricter), carrying(stricter, 'policy.yaml'));
    expect(result.report.verdict).toBe('error');
    expect(problems(result)).toContain('policy.yaml is in a checkout, which a pull request can write.');
  });

  it('keeps the floors of the base where nobody can tell which commit is the later one', async () => {
    const path = carried(LOOSER);
    const result = await judged(extending(first), extending(looser), carrying(looser, path));
    expect(verdict(result)).toContain('HF134@');
  });
});

// The last ones: they change what main has.
describe('the policy of the default branch', () => {
  it('holds on a branch beside it, also over an agent that only this one has', async () => {
    const none = WITHOUT.replace('  SECURITY:\n    default: opus\n', '');
    const weak = edit(WITHOUT, 'default: opus', 'default: haiku');
    await scene.repo.commit(files(extending(first, none)), { branch: 'main' });
    await base('release', weak);
    const pull = await scene.pull('to-release', { ...files(weak), 'a.txt': 'a' }, { base: 'release' });
    using job = scene.job(eventOf(pull));
    const inputs = { command: 'resolve', phase: 'EXEC', ledger: 'none', 'github-token': scene.token };
    const result = await job.action({ ...inputs, agent: 'SECURITY' });
    expect(result.outputs.decision, result.stdout).toBe('refuse');
    expect(result.stdout).toContain('org-security-opus@octo/policies/org/policy.yaml@');
    expect((await job.action({ ...inputs, agent: 'STORIES' })).outputs.decision).toBe('run');
  });
});

describe('files that nobody touches', () => {
  it('pass where the policy cannot be read, with a remark', async () => {
    const main = await scene.repo.commit(files(extending(first)), { branch: 'main' });
    await scene.repo.commit(
      { ...files(extending(first)), 'a.txt': 'a' },
      { parents: [main], branch: 'idle' },
    );
    scene.github.fault({ path: /\/repos\/octo\/policies$/, status: 404, times: 2 });
    const result = await scene.judge(eventOf(await scene.repo.pullRequest({ head: 'idle' })));
    expect(verdict(result)).toBe('pass');
    expect(result.all).toContain('resolve cannot read the policy either');
  });
});
