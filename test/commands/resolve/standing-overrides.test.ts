import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Github, startGithub } from '../../support/github/index.ts';
import type { JsonObject } from '../../support/github/json.ts';
import { ALLOCATION, JobScene } from '../../support/job-scene.ts';

let github: Github;
beforeAll(async () => {
  github = await startGithub();
});
afterAll(() => github[Symbol.asyncDispose]());

type Words = Readonly<Record<string, string>>;

const PERSON = { __typename: 'User' };

/** A comment of `octo`, who owns the repository, as GraphQL tells of it. */
function comment(body: string, more: JsonObject = {}, login = 'octo'): JsonObject {
  return {
    url: 'https://github.example/octo/demo/pull/1#issuecomment-5',
    body,
    createdAt: '2026-11-25T10:00:00Z',
    lastEditedAt: null,
    isMinimized: false,
    authorAssociation: login === 'octo' ? 'OWNER' : 'NONE',
    author: { ...PERSON, login },
    editor: null,
    userContentEdits: { totalCount: 0, nodes: [] },
    ...more,
  };
}

function edited(editors: readonly (string | null)[], totalCount = editors.length): JsonObject {
  const [last = null] = editors;
  const by = (login: string | null) => (login === null ? null : { login });
  return {
    lastEditedAt: '2026-11-25T10:30:00Z',
    editor: by(last),
    userContentEdits: { totalCount, nodes: editors.map((login) => ({ editor: by(login) })) },
  };
}

/** A label, and who set it. */
function label(
  name: string,
  actor: JsonObject | null = { ...PERSON, login: 'octo' },
  createdAt = '2026-11-25T11:00:00Z',
) {
  return {
    labels: { nodes: [{ name }, { name: 'bug' }] },
    timelineItems: { nodes: [{ createdAt, actor, label: { name } }] },
  };
}

function comments(...nodes: readonly JsonObject[]): JsonObject {
  return { comments: { totalCount: nodes.length, nodes } };
}

let count = 0;

/** A job about a pull request on which this stands. */
async function scene(stands: JsonObject): Promise<JobScene> {
  count += 1;
  const repository = await github.repository(`octo/overrides-${count}`);
  const first = await repository.commit({ 'allocation.yaml': ALLOCATION }, { branch: 'main' });
  await repository.commit({ 'a.txt': 'a\n' }, { parents: [first], branch: 'topic' });
  const pull = await repository.pullRequest({ head: 'topic' });
  github.conversation(`${repository.fullName}#${pull.number}`, stands);
  const token = await github.token({ contents: 'read', pull_requests: 'read' });
  const event = pull.event();
  return new JobScene({
    event: { name: 'pull_request', ...event },
    checkout: null,
    env: { ...github.env(token), GITHUB_REPOSITORY: repository.fullName, ...event.env },
  });
}

/** What it decides, and what it asks of GitHub for an override. */
async function about(
  stands: JsonObject,
  { agent = 'TESTING', inputs = {} }: { agent?: string; inputs?: Words } = {},
) {
  using job = await scene(stands);
  const before = github.exchanges.length;
  const outcome = await job.outcome({ ...(agent === '' ? {} : { agent }), phase: 'EXEC', ...inputs });
  const asked = github.exchanges.slice(before).map(({ path }) => path);
  const requests = asked.filter((path) => path === '/graphql' || path.endsWith('/permission'));
  const override = JSON.parse(String(outcome.state?.job ?? '{}')).job?.override;
  return { ...outcome, override, requests };
}

const ASKED = '/haiku-first TESTING EXEC opus because the merge is big';

describe('an override on the pull request', () => {
  it('is in a comment of somebody who may write: it counts, with who, why and where', async () => {
    const { outputs, override, summary, requests, notes } = await about(comments(comment(`Hm.\n${ASKED}`)));
    expect(outputs).toMatchObject({ decision: 'run', tier: 'opus' });
    expect(override).toEqual({
      tier: 'opus',
      by: 'octo',
      reason: 'the merge is big',
      where: 'https://github.example/octo/demo/pull/1#issuecomment-5',
    });
    expect(summary).toContain('override to opus by octo: the merge is big');
    expect(requests).toEqual(['/graphql', expect.stringMatching(/\/collaborators\/octo\/permission$/)]);
    expect(notes).toEqual([]);
  });

  it.each(['haiku-first:TESTING=opus', 'haiku-first:TESTING/EXEC=opus'])('is the label %s', async (name) => {
    const { outputs, override } = await about(label(name));
    expect(outputs).toMatchObject({ tier: 'opus' });
    expect(override).toEqual({ tier: 'opus', by: 'octo', reason: name, where: 'label of pull request 1' });
  });

  it('is the last one, whether a label or a comment', async () => {
    const haiku = '/haiku-first TESTING haiku because it is small';
    const later = await about({ ...label('haiku-first:TESTING=opus'), ...comments(comment(haiku)) });
    expect(later.outputs).toMatchObject({ tier: 'opus' });
    const newer = comment(haiku, { createdAt: '2026-11-25T11:30:00Z' });
    const other = await about({ ...label('haiku-first:TESTING=opus'), ...comments(newer) });
    expect(other.outputs).toMatchObject({ tier: 'haiku' });
    expect((await about(comments(comment(`${ASKED}\n${haiku}`)))).outputs).toMatchObject({ tier: 'haiku' });
  });

  it('is refused below the floor, and without a reason, as one of the inputs is', async () => {
    const low = await about(label('haiku-first:SECURITY=haiku'), { agent: 'SECURITY' });
    expect(low).toMatchObject({ exitCode: 1, outputs: { decision: 'refuse', model: '' } });
    expect(low.failure).toContain('refused: the floor is opus');
    const mute = await about(comments(comment('/haiku-first TESTING EXEC opus')));
    expect(mute.failure).toContain('refused: an override needs a reason');
  });

  it('is for its own cell alone, also where a whole phase is asked for', async () => {
    const elsewhere = comments(comment('/haiku-first TESTING PLAN opus because it is big'));
    expect((await about(elsewhere)).outputs).toMatchObject({ tier: 'sonnet' });
    expect((await about(label('haiku-first:SECURITY=opus'))).outputs).toMatchObject({ tier: 'sonnet' });
    const { outputs } = await about(comments(comment(ASKED)), { agent: '' });
    expect(JSON.parse(String(outputs.matrix)).include).toMatchObject([
      { agent: 'TESTING', tier: 'opus' },
      { agent: 'SECURITY', tier: 'opus' },
    ]);
  });

  it.each<[string, JsonObject, string]>([
    ['somebody who may only read', comments(comment(ASKED, {}, 'mallory')), 'mallory may not write'],
    [
      'somebody whom GitHub shows as a member, and who may only read',
      comments(comment(ASKED, { authorAssociation: 'MEMBER' }, 'mallory')),
      'mallory may not write',
    ],
    [
      'somebody else, who edited it',
      comments(comment(ASKED, edited(['mallory']))),
      'somebody other than octo has edited it',
    ],
    [
      'somebody else, who edited it before its author did',
      comments(comment(ASKED, edited(['octo', 'mallory', 'octo']))),
      'somebody other than octo has edited it',
    ],
    [
      'nobody knows whom: it was edited too often',
      comments(comment(ASKED, edited(['octo', 'octo'], 30))),
      'somebody other than octo has edited it',
    ],
    [
      'the token of a job, by a label',
      label('haiku-first:TESTING=opus', { __typename: 'Bot', login: 'github-actions' }),
      'github-actions is no person',
    ],
    ['an account that is gone', label('haiku-first:TESTING=opus', null), 'it is not known who set it'],
    [
      'a tier that there is not',
      comments(comment('/haiku-first TESTING opsu because x')),
      'the tier opsu is not in',
    ],
    ['an agent that there is not', label('haiku-first:TESTNG=opus'), 'the agent TESTNG is not in'],
    [
      'words that are none',
      comments(comment('/haiku-first opus')),
      'write /haiku-first AGENT PHASE TIER because',
    ],
  ])('does not count from %s', async (_, stands, why) => {
    const { outputs, override, notes } = await about(stands);
    expect(outputs).toMatchObject({ decision: 'run', tier: 'sonnet' });
    expect([override, notes]).toEqual([null, [expect.stringContaining(why)]]);
  });

  it('does not count from a bot’s comment, or one that was hidden', async () => {
    const bot = comment(ASKED, { author: { __typename: 'Bot', login: 'github-actions' } });
    const { outputs, requests } = await about(comments(bot, comment(ASKED, { isMinimized: true })));
    expect([outputs?.tier, requests]).toEqual(['sonnet', ['/graphql']]);
  });

  it('counts as its author edited it', async () => {
    expect((await about(comments(comment(ASKED, edited(['octo', 'octo']))))).outputs).toMatchObject({
      tier: 'opus',
    });
  });

  it('is not lost among those of people who may not write: at most three requests', async () => {
    const others = ['mallory', 'octocat'].map((login, place) =>
      comment(ASKED.replace('opus', 'haiku'), { createdAt: `2026-11-25T11:0${place}:00Z` }, login),
    );
    const { outputs, requests, notes } = await about(comments(comment(ASKED), ...others));
    expect([outputs?.tier, requests.length]).toEqual(['opus', 3]);
    expect(notes.join()).toContain('mallory was not asked about: too many people are');
  });

  it('goes after what the run itself is asked for', async () => {
    const { outputs, requests } = await about(comments(comment(ASKED)), {
      inputs: { tier: 'haiku', reason: 'a typo' },
    });
    expect([outputs?.tier, requests]).toEqual(['haiku', []]);
  });

  it('is not asked for where nobody wants it', async () => {
    const { outputs, requests } = await about(comments(comment(ASKED)), { inputs: { overrides: 'off' } });
    expect([outputs?.tier, requests]).toEqual(['sonnet', []]);
  });

  it('keeps the secrets of the job, and its length, whatever it says', async () => {
    const secret = 'ghs_a_b*c<d_0123456789';
    const words = `/haiku-first TESTING opus because ${secret} ${'x'.repeat(500)}`;
    using job = await scene(comments(comment(words)));
    const step = await job.action(
      { command: 'resolve', agent: 'TESTING', phase: 'EXEC' },
      { DEPLOY_TOKEN: secret },
    );
    expect(step.outputs).toMatchObject({ tier: 'opus' });
    const { reason } = JSON.parse(step.state.job ?? '').job.override;
    expect([reason.length, reason.startsWith('*** x')]).toEqual([300, true]);
    expect(`${step.stdout}${step.stderr}${step.summary}${step.outputs.reason}`).not.toContain('0123456789');
  });

  it('changes nothing where GitHub does not say: a note', async () => {
    github.fault({ path: /^\/graphql$/, times: 1, status: 403 });
    const refused = await about(comments(comment(ASKED)));
    expect([refused.outputs?.tier, refused.notes]).toEqual([
      'sonnet',
      [expect.stringContaining('Overrides on the pull request are not known, and none counts.')],
    ]);
    const half = { errors: [{ message: 'Resource not accessible by integration' }], comments: null };
    github.fault({
      path: /^\/graphql$/,
      times: 1,
      answer: () => ({ status: 200, body: { data: null, ...half } }),
    });
    expect((await about(comments(comment(ASKED)))).notes).toEqual([
      expect.stringContaining('Resource not accessible by integration'),
    ]);
    github.fault({ path: /\/permission$/, times: 1, status: 403 });
    expect((await about(comments(comment(ASKED)))).outputs).toMatchObject({ tier: 'sonnet' });
  });
});
