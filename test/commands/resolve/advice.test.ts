import { describe, expect, it } from 'vitest';
import { adviceFile, escalationModel } from '../../../src/calibration/advice/index.ts';
import { inputOf, rescues, seeded, TEXT } from '../../calibration/advice/seeded.ts';
import { TemporaryRepository } from '../../git/temporary-repository.ts';
import { startGithub } from '../../support/github/index.ts';
import { JobScene } from '../../support/job-scene.ts';
import { aboutPullRequest, ofRepository } from '../events.ts';

const PATH = 'calibration/escalation-model.json';
/** Facts that nobody has to ask GitHub for. */
const ALLOCATION = TEXT.replaceAll(', from: pull_request', '');
const ATTEMPTS = seeded(60);
const MODEL = escalationModel(inputOf([...ATTEMPTS, ...rescues(ATTEMPTS)]));
const FILE = adviceFile(MODEL);

const HARD = '{"complexity": "L", "lines_changed": 500}';
const ADVICE =
  /complex: consider sonnet \(p 0\.\d\d, n 1,200\), advice only; for it speak complexity L, lines changed, agent TESTING/;

const line = (agent: string, ...more: readonly string[]) => [
  ...['resolve', '--agent', agent, '--phase', 'EXEC', '--ledger', 'none'],
  ...more,
];

/** At a desk, with these files. */
function desk(model: string | null = FILE, now = '2026-11-25T12:00:00Z'): JobScene {
  const place = JobScene.atDesk({ allocation: ALLOCATION, now });
  if (model !== null) place.write(PATH, model);
  return place;
}

async function told(place: JobScene, ...args: Parameters<typeof line>): Promise<string> {
  const { stdout, exitCode } = await place.cli(line(...args));
  expect(exitCode).toBe(0);
  return stdout;
}

/** As one line: the terminal breaks it. */
function unbroken(text: string): string {
  return text.replace(/\s+/g, ' ');
}

describe('the advice of the escalation model', () => {
  it('stands below the decision, and changes nothing of it', async () => {
    using place = desk();
    using plain = desk(null);
    const [advised, bare] = [
      await told(place, 'TESTING', '--task', HARD),
      await told(plain, 'TESTING', '--task', HARD),
    ];
    expect(unbroken(advised)).toMatch(ADVICE);
    expect(advised.slice(0, advised.indexOf('\n  advice '))).toBe(bare.trimEnd());
    expect(advised).toContain('TESTING/EXEC runs on haiku\n  model       claude-haiku-5-5\n');
    const json = JSON.parse(await told(place, 'TESTING', '--task', HARD, '--json'));
    expect(json).toMatchObject({ decision: 'run', tier: 'haiku' });
    expect(json.trace.at(-1)).toEqual({ step: 'advice', text: expect.stringMatching(ADVICE), source: null });
  });

  it('stands in the list of a phase, too', async () => {
    using place = desk();
    const { stdout } = await place.cli(['resolve', '--phase', 'EXEC', '--ledger', 'none', '--task', HARD]);
    expect(stdout).toMatch(/ {2}TESTING +haiku \(claude-haiku-5-5\) · complex: consider sonnet \(p 0\.\d\d/);
    expect(stdout).toMatch(/ {2}DOCS +haiku \(claude-haiku-5-5\)\n/);
  });

  it.each([
    ['an easy task', 'TESTING', ['--task', '{"complexity": "S", "lines_changed": 2}']],
    ['a cell at its maximum', 'DOCS', ['--task', HARD]],
    ['another tier', 'REVIEW', ['--task', HARD]],
    ['an upgrade', 'TESTING', ['--task', '{"complexity": "L", "lines_changed": 950}']],
    ['a person’s choice', 'TESTING', ['--task', HARD, '--tier', 'haiku', '--reason', 'r', '--by', 'me']],
    ['a week that is short of budget', 'TESTING', ['--task', HARD, '--zone', 'yellow']],
  ] as const)('is none for %s', async (_, agent, more) => {
    using place = desk();
    expect(await told(place, agent, ...more)).not.toContain('advice');
  });

  it('is none while a trial looks at the tier', async () => {
    const trial = `${ALLOCATION}matrix:
  EXEC: { TESTING: { tier: sonnet, trial: { id: t1, tier: haiku, share: 0.99 } } }
`;
    using place = JobScene.atDesk({ allocation: trial });
    place.write(PATH, FILE);
    place.env.GITHUB_RUN_ID = '7';
    const stdout = await told(place, 'TESTING', '--task', HARD);
    expect(stdout).toContain('on haiku');
    expect(stdout).not.toContain('advice');
  });

  it.each([
    [
      'no model',
      '{"schema": "haiku-first/escalation-model@1"}',
      'it is not what haiku-first calibrate --advice writes',
    ],
    ['no JSON', 'p: 0.9', 'it is not what haiku-first calibrate --advice writes'],
    ['too old', adviceFile({ ...MODEL, week: '2026-W30' }), 'it is of 2026-W30, more than 8 weeks ago'],
    [
      'about another model',
      adviceFile({ ...MODEL, model: 'claude-haiku-4-5' }),
      'it is about claude-haiku-4-5, and haiku is claude-haiku-5-5 now',
    ],
  ])('is none from a file that is %s, with a remark', async (_, text, why) => {
    using place = desk(text);
    const { stdout, stderr, exitCode } = await place.cli(line('TESTING', '--task', HARD));
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('advice only');
    expect(stderr).toContainEqual(
      `${PATH} does not advise: ${why}. Write it anew with haiku-first calibrate --advice.`,
    );
  });

  describe('in a job about a pull request', () => {
    type Files = Parameters<TemporaryRepository['commit']>[0];
    async function answered(baseFiles: Files, headFiles: Files) {
      using origin = new TemporaryRepository('--bare');
      const base = origin.commit({ 'allocation.yaml': ALLOCATION, ...baseFiles }, [], 'main');
      const head = origin.commit({ 'allocation.yaml': ALLOCATION, ...headFiles }, [base], 'topic');
      using clone = origin.clone('--branch=topic');
      const event = aboutPullRequest('pull_request', clone, base, head);
      using job = new JobScene({ event, checkout: clone.path, env: { GITHUB_SHA: head } });
      return await job.outcome({ agent: 'TESTING', phase: 'EXEC', task: HARD });
    }

    it('is that of the base, in the log and in the summary', async () => {
      const { text, summary, outputs } = await answered({ [PATH]: FILE }, { [PATH]: FILE });
      expect(unbroken(text)).toMatch(ADVICE);
      expect(summary).toContain('complex: consider sonnet');
      expect(outputs).toMatchObject({ tier: 'haiku' });
    });

    it('is never that of the pull request, which is not even read', async () => {
      const { next } = MODEL;
      const hostile = adviceFile({
        ...MODEL,
        intercept: 9,
        next: next === null ? null : { ...next, next_microusd: 0 },
      });
      const brought = await answered({}, { [PATH]: hostile });
      expect(brought.text).not.toContain('advice');
      expect(brought.notes).toEqual([]);
      const changed = await answered({ [PATH]: FILE }, { [PATH]: 'no model' });
      expect(unbroken(changed.text)).toMatch(ADVICE);
    });

    it('asks nothing more of GitHub where there is none, and twice where there is one', async () => {
      await using github = await startGithub();
      const repository = await github.repository('octo/demo');
      const asked = async (files: Readonly<Record<string, string>>) => {
        const base = await repository.commit({ 'allocation.yaml': ALLOCATION, ...files }, { branch: 'main' });
        const env = { ...github.env(await github.token({ contents: 'read' })), GITHUB_SHA: base };
        using job = new JobScene({ event: ofRepository('workflow_dispatch'), checkout: null, env });
        const before = github.exchanges.length;
        const { text } = await job.outcome({ agent: 'TESTING', phase: 'EXEC', task: HARD });
        const paths = github.exchanges.slice(before).map(({ path }) => path.split('/')[5]);
        return { text, blobs: paths.filter((each) => each === 'blobs').length, paths };
      };
      const [without, beside, present] = [
        await asked({}),
        await asked({ 'calibration/notes.md': 'x' }),
        await asked({ [PATH]: FILE }),
      ];
      expect(without.text).not.toContain('advice');
      expect(unbroken(present.text)).toMatch(ADVICE);
      expect([without.blobs, beside.blobs, present.blobs]).toEqual([1, 1, 2]);
      expect([beside.paths.length, present.paths.length]).toEqual([
        without.paths.length + 1,
        without.paths.length + 2,
      ]);
    });

    it('is not read through a link', async () => {
      const { text, notes } = await answered({ [PATH]: { mode: '120000', content: '/etc/passwd' } }, {});
      expect(text).not.toContain('advice');
      expect(notes).toEqual([
        expect.stringMatching(
          /^calibration\/escalation-model\.json does not advise: it is not a regular file at /,
        ),
      ]);
    });
  });
});
