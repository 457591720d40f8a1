import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computed } from '../../support/computed.ts';
import type { Files } from '../../support/github/index.ts';
import {
  ALLOCATION,
  annotations,
  eventOf,
  FILE,
  files,
  GateScene,
  HARMLESS,
  problems,
  README,
  verdict,
} from './step.ts';

let scene: GateScene;

beforeAll(async () => {
  scene = await GateScene.open();
});

afterAll(() => scene[Symbol.asyncDispose]());

const LARGE = `${ALLOCATION}#${' '.repeat(2_000_000)}\n`;
/** The id that git gives to it. */
const LARGE_ID = createHash('sha1').update(`blob ${LARGE.length}\0${LARGE}`).digest('hex');
const ODD: readonly (readonly [what: string, tree: Files, rule: string])[] = [
  ['moved', { ...README, 'config/allocation.yaml': ALLOCATION }, 'HF118'],
  ['a symbolic link', { ...README, [FILE]: { mode: '120000', content: 'README.md' } }, 'HF119'],
  ['a submodule', { ...README, [FILE]: { mode: '160000', content: 'c'.repeat(40) } }, 'HF119'],
  ['executable', { ...README, [FILE]: { mode: '100755', content: ALLOCATION } }, 'HF119'],
  ['a directory', { ...README, [`${FILE}/inside`]: ALLOCATION }, 'HF119'],
  ['too large', files(LARGE), 'HF119'],
  ['empty', files(''), 'HF117'],
  ['binary', files('\u0000\u0001\u0002PNG'), 'HF117'],
];

describe('an allocation that the pull request makes', () => {
  it.concurrent.each([['deleted', README, 'HF118'] as const, ...ODD])(
    '%s is a finding',
    async (what, head, rule) => {
      const pull = await scene.pull(`head-${what.replaceAll(' ', '-')}`, head);
      const result = await scene.judge(eventOf(pull), { inputs: { comment: 'off' } });
      expect(verdict(result)).toMatch(new RegExp(`^fail ${rule}@allocation\\.yaml:1`));
      expect(result.report.error).toBeUndefined();
      expect(annotations(result.stdout).join('\n')).toContain(`title=${rule}`);
      if (what === 'too large')
        expect(scene.github.exchanges.some(({ path }) => path.endsWith(LARGE_ID))).toBe(false);
      const shown = await scene.judge(eventOf(pull), { inputs: { comment: 'off', mode: 'warn' } });
      expect([shown.status, shown.report.verdict]).toEqual([0, 'fail']);
    },
  );
});

describe('an allocation that is on the base', () => {
  it.concurrent.each(ODD.filter(([what]) => what !== 'moved'))(
    '%s is an error for who touches it, in every mode',
    async (what, tree) => {
      const base = `base-${what.replaceAll(' ', '-')}`;
      await scene.repo.commit(tree, { branch: base });
      const pull = await scene.pull(`on-${base}`, files(HARMLESS), { base });
      const event = eventOf(pull, { repository: { default_branch: base } });
      const result = await scene.judge(event, { inputs: { mode: 'warn', comment: 'off' } });
      expect(verdict(result)).toBe('error');
      expect(problems(result)).toMatch(/On the base/);
    },
  );

  it('a link that nobody touches holds nobody up', async () => {
    const link = { ...README, [FILE]: { mode: '120000', content: 'README.md' } };
    await scene.repo.commit(link, { branch: 'still-a-link' });
    const pull = await scene.pull('beside-a-link', { ...link, 'x.txt': 'x\n' }, { base: 'still-a-link' });
    const event = eventOf(pull, { repository: { default_branch: 'still-a-link' } });
    const result = await scene.judge(event);
    expect(verdict(result)).toBe('pass');
    expect(result.report.notices.join()).toContain('not valid');
  });
});

describe('workflows', () => {
  const gateWorkflow = `on: pull_request
jobs:
  gate:
    steps:
      - uses: octo/haiku-first@v1
        with: { command: check }
`;
  const agent = (model: string) => `on: pull_request
jobs:
  agent:
    steps:
      - run: claude --model ${model} -p hello
`;

  it('that run the gate, or name a model, are pointed out where they changed', async () => {
    await scene.repo.commit(
      files(ALLOCATION, {
        '.github/workflows/gate.yml': gateWorkflow,
        '.github/workflows/agent.yml': agent('claude-opus-5-5'),
      }),
      { branch: 'guarded' },
    );
    const head = files(ALLOCATION, {
      '.github/workflows/gate.yml': gateWorkflow.replace('pull_request', 'workflow_dispatch'),
      '.github/workflows/agent.yml': agent('claude-haiku-5-5'),
    });
    const pull = await scene.pull('edits-workflows', head, { base: 'guarded' });
    const result = await scene.judge(eventOf(pull, { repository: { default_branch: 'guarded' } }));
    expect(verdict(result)).toBe(
      'pass HF206@.github/workflows/agent.yml:5 HF205@.github/workflows/gate.yml:1',
    );
  });

  it('with names and texts made to break out of the log are shown as text', async () => {
    const name = '.github/workflows/a,line=1::error file=x::owned | `<b>` @everyone ##[error].yml';
    const pull = await scene.pull('hostile', files(ALLOCATION, { [name]: agent('x::error::owned') }));
    const result = await scene.judge(eventOf(pull));
    expect(result.report.findings.map(({ rule, file }) => [rule, file])).toEqual([['HF206', name]]);
    expect(annotations(result.stdout)).toHaveLength(1);
    expect(annotations(result.stdout)[0]).toMatch(
      /^::warning title=HF206[^:,]*,file=[^,:]*,line=5,col=\d+::/,
    );
    expect(result.stdout.replace(/^::warning .*/m, '')).not.toContain('##[');
    expect(result.summary).not.toMatch(/<b>|@everyone/);
  });

  it('made to keep a search busy for ever do not', async () => {
    const busy = `${'haiku-first@ '.repeat(40_000)}\n${'command: '.repeat(40_000)}\n${'ANTHROPIC_'.repeat(40_000)}\n--model${' '.repeat(100_000)}`;
    const pull = await scene.pull('busy', files(ALLOCATION, { '.github/workflows/busy.yml': busy }));
    const started = computed();
    expect(verdict(await scene.judge(eventOf(pull)))).toBe('pass');
    expect(computed() - started).toBeLessThan(10_000);
  });
});
