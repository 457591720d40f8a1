import { describe, expect, it } from 'vitest';
import { type Content, TemporaryRepository } from '../git/temporary-repository.ts';
import { type FakeAnthropic, startAnthropic } from '../support/anthropic/index.ts';
import { startGithub } from '../support/github/index.ts';
import { aboutPullRequest, Job } from './step.ts';
import { ALLOCATION } from './workshop.ts';

const STRICT =
  "import { readFileSync } from 'node:fs';\nprocess.exit(readFileSync(0, 'utf8') === 'good' ? 0 : 1);\n";
const BLIND = '#!/bin/sh\nexit 0\n';

const CHECKED = ALLOCATION.replace(
  '{ default: sonnet }',
  '{ default: sonnet, check: { command: checks/c.mjs, escalations: 0 } }',
);

const RUN = [
  'run',
  '--agent',
  'TESTING',
  '--phase',
  'EXEC',
  '--ledger',
  'none',
  '--prompt',
  'Do it.',
  '--json',
];

/** What `run` makes of an answer in a job about a pull request from base to head, whose head is checked out. */
async function judged(
  api: FakeAnthropic,
  base: Readonly<Record<string, Content>>,
  head: Readonly<Record<string, Content>>,
): Promise<{ exitCode: number; stdout: string }> {
  using origin = new TemporaryRepository('--bare');
  const first = origin.commit(base, [], 'main');
  const second = origin.commit(head, [first], 'topic');
  using clone = origin.clone('--branch=topic');
  const content = aboutPullRequest('pull_request', first, second);
  using job = new Job('pull_request', content, clone.path, { GITHUB_SHA: second, ...api.env() });
  return await job.cli(...RUN);
}

describe('a pull request', () => {
  it('is judged by the check of its base, whatever it makes of the check', async () => {
    await using api = await startAnthropic();
    const base = { 'allocation.yaml': CHECKED, 'checks/c.mjs': STRICT };
    api.script = () => ({ answer: 'bad' });
    for (const head of [
      { 'allocation.yaml': CHECKED, 'checks/c.mjs': BLIND },
      { 'allocation.yaml': ALLOCATION },
      { 'allocation.yaml': CHECKED, 'checks/c.mjs': { mode: '120000', content: '/bin/true' } },
    ]) {
      expect((await judged(api, base, head)).exitCode).toBe(1);
    }
    api.script = () => ({ answer: 'good' });
    expect((await judged(api, base, { 'allocation.yaml': ALLOCATION })).exitCode).toBe(0);
  });

  it.each([
    ['a link', { mode: '120000', content: '/bin/true' }, 'is not a regular file (mode 120000)'],
    ['nothing', null, 'is missing at commit'],
  ] as const)('does not run when its base has %s for a check', async (_what, content, why) => {
    await using api = await startAnthropic();
    const base = { 'allocation.yaml': CHECKED, ...(content === null ? {} : { 'checks/c.mjs': content }) };
    const head = { 'allocation.yaml': CHECKED, 'checks/c.mjs': BLIND };
    const { exitCode, stdout } = await judged(api, base, head);
    expect([exitCode, api.calls]).toEqual([2, []]);
    expect(stdout).toContain(why);
  });

  it('may have an executable check on its base', async () => {
    await using api = await startAnthropic();
    const base = { 'allocation.yaml': CHECKED, 'checks/c.mjs': { mode: '100755', content: BLIND } };
    const { exitCode, stdout } = await judged(api, base, { 'allocation.yaml': ALLOCATION });
    expect([exitCode, JSON.parse(stdout).outcome]).toEqual([0, 'pass']);
  });

  it('is judged by the base’s check without a clone, too', async () => {
    await using api = await startAnthropic();
    await using github = await startGithub();
    const repository = await github.repository('octo/demo');
    const files = { 'allocation.yaml': CHECKED, 'checks/c.mjs': STRICT };
    const base = await repository.commit(files, { branch: 'main' });
    const head = await repository.commit(
      { ...files, 'checks/c.mjs': BLIND },
      { parents: [base], branch: 'topic' },
    );
    const pull = await repository.pullRequest({ head: 'topic' });
    const { payload } = pull.event();
    const token = await github.token({ contents: 'read', pull_requests: 'read' });
    const env = { ...github.env(token), ...api.env(), GITHUB_SHA: head };
    using job = new Job('pull_request', payload, null, env);
    api.script = () => ({ answer: 'bad' });
    expect((await job.cli(...RUN)).exitCode).toBe(1);
    api.script = () => ({ answer: 'good' });
    expect((await job.cli(...RUN)).exitCode).toBe(0);
  });
});
