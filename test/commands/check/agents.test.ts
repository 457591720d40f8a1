import { describe, expect, it } from 'vitest';
import { TemporaryRepository } from '../../git/temporary-repository.ts';
import type { Files } from '../../support/github/index.ts';
import { runInProcess } from '../../support/in-process.ts';
import {
  ALLOCATION,
  checkDocument,
  edit,
  eventOf,
  FILE,
  files,
  GateScene,
  STRICTER,
  verdict,
} from './step.ts';

const NAMED = edit(ALLOCATION, 'default: opus\n', 'default: opus\n    aliases: [security-agent]\n');
const PATH = '.claude/agents/security-agent.md';

function agent(model: string | null, name = 'security-agent', body = 'Review.'): string {
  const line = model === null ? '' : `model: ${model}\n`;
  return `---\nname: ${name}\ndescription: Reviews\n${line}---\n${body}\n`;
}

const OPUS = { [PATH]: agent('opus') };
const [SUB, FORCED] = ['CLAUDE_CODE_SUBAGENT_MODEL', 'CLAUDE_CODE_SUBAGENT_MODEL_FORCE'];
const LOW = `fail HF123@${PATH}:4`;

/** A GitHub whose main has an allocation and these files. */
async function sceneWith(base: Files, allocation = NAMED): Promise<GateScene> {
  const scene = await GateScene.open();
  await scene.repo.commit(files(allocation, base), { parents: [scene.main], branch: 'main' });
  return scene;
}

describe('the gate on a pull request that lowers a sub-agent under a floor and leaves the allocation alone', () => {
  it.each<[string, Files, string]>([
    ['by its model', { [PATH]: agent('sonnet') }, LOW],
    ['by no model', { [PATH]: agent(null) }, `fail HF123@${PATH}:2`],
    ['by inheriting', { [PATH]: agent('inherit') }, LOW],
    [
      'by a second file',
      { ...OPUS, '.claude/agents/a/z.md': agent('haiku') },
      `fail HF123@.claude/agents/a/z.md:4 HF237@${PATH}:2`,
    ],
    ['by another name', { [PATH]: agent('opus', 'threats') }, `fail HF123@${PATH}:2 HF238@${PATH}:2`],
    [
      'by a link',
      { [PATH]: { mode: '120000', content: '../../low.md' }, 'low.md': agent('haiku') },
      `fail HF123@${PATH}:1 HF237@allocation.yaml:1`,
    ],
    [
      'by a folder that is a link',
      { '.claude/agents': { mode: '120000', content: '../low' }, 'low/a.md': agent('haiku') },
      'fail HF123@.claude/agents:1 HF237@allocation.yaml:1',
    ],
    [
      'by a file that is too large to be read',
      { ...OPUS, '.claude/agents/z.md': agent('haiku', 'security-agent', 'x'.repeat(300_000)) },
      'fail HF123@.claude/agents/z.md:1',
    ],
    [
      'by the settings',
      {
        ...OPUS,
        '.claude/settings.json':
          '{"env": {"CLAUDE_CODE_SUBAGENT_MODEL": "haiku",\n"CLAUDE_CODE_SUBAGENT_MODEL_FORCE": "1"}}\n',
      },
      'fail HF123@.claude/settings.json:2',
    ],
    ...(
      [
        ['a number that forces', { env: { [SUB]: 'haiku', [FORCED]: 1 } }],
        ['a boolean that forces', { env: { [SUB]: 'haiku', [FORCED]: true } }],
        ['a body of requests', { env: { CLAUDE_CODE_EXTRA_BODY: '{"model": "claude-haiku-5-5"}' } }],
        ['a list without the model', { availableModels: ['haiku', 'sonnet', 'claude-opus-4-1'] }],
      ] as const
    ).map(([what, settings]): [string, Files, string] => [
      `by settings with ${what}`,
      { ...OPUS, '.claude/settings.json': JSON.stringify(settings) },
      'fail HF123@.claude/settings.json:1',
    ]),
    [
      'by the half of the settings in each file',
      {
        ...OPUS,
        '.claude/settings.json': JSON.stringify({ env: { [SUB]: 'haiku' } }),
        '.claude/settings.local.json': JSON.stringify({ env: { [FORCED]: '1' } }),
      },
      'fail HF123@.claude/settings.local.json:1 HF236@.claude/settings.json:1',
    ],
    ...['.claude/skills/review/SKILL.md', '.claude/commands/review.md'].map(
      (path): [string, Files, string] => [
        `by ${path}, which starts it on a model of its own`,
        {
          ...OPUS,
          [path]: '---\nname: review\ncontext: fork\nagent: security-agent\nmodel: haiku\n---\nGo.\n',
        },
        `fail HF123@${path}:5`,
      ],
    ),
    ['by dashes with a form feed behind them', { [PATH]: agent('haiku').replace('---', '---\f') }, LOW],
    ['by dashes with a no-break space', { [PATH]: agent('haiku').replace('---', '---\u00A0') }, LOW],
    [
      'by dashes of a comment, where Claude Code ends the front matter',
      { [PATH]: agent('haiku').replace('haiku\n', 'haiku\n# ---\u00A0\nmodel: opus\n') },
      LOW,
    ],
    [
      'by a merge of keys',
      {
        ...OPUS,
        '.claude/agents/z.md': `---\nx: &x {name: security-agent, description: d, model: haiku}\n<<: *x\n---\nReview.\n`,
      },
      'fail HF123@.claude/agents/z.md:2 HF237@.claude/agents/z.md:2 HF237@.claude/agents/z.md:3',
    ],
  ])('%s', async (_, head, expected) => {
    await using scene = await sceneWith(OPUS);
    const result = await scene.judge(eventOf(await scene.pull('lowers', files(NAMED, head))));
    expect(verdict(result)).toBe(expected);
    expect(result.summary).toContain('HF123');
  });

  it('without a word of other branches, where those would take it', async () => {
    await using scene = await sceneWith(OPUS);
    const release = `${NAMED}# more\n`;
    await scene.repo.commit(files(release, OPUS), { parents: [scene.repo.tip('main')], branch: 'release' });
    const pull = await scene.pull('lowers', files(release, { [PATH]: agent('sonnet') }), { base: 'release' });
    const result = await scene.judge(eventOf(pull, { repository: { default_branch: 'main' } }));
    expect(verdict(result)).toBe(LOW);
    expect(result.report.notices).toEqual([]);
  });

  it('by a new file', async () => {
    await using scene = await sceneWith({});
    const pull = await scene.pull('adds', files(NAMED, { [PATH]: agent('sonnet') }));
    const result = await scene.judge(eventOf(pull));
    expect(verdict(result)).toBe(LOW);
    expect(result.stdout).toMatch(/^::error .*file=\.claude\/agents\/security-agent\.md,line=4/m);
  });

  it('and lets it through where nothing gets worse', async () => {
    await using scene = await sceneWith({ [PATH]: agent('sonnet'), 'CLAUDE.md': '# Us\n' });
    const harmless: Files[] = [
      { [PATH]: agent('sonnet', 'security-agent', 'Review well.'), 'CLAUDE.md': '# Us\n' },
      { [PATH]: agent('claude-opus-5-5'), 'CLAUDE.md': '# Us\n' },
      { [PATH]: agent('sonnet'), 'CLAUDE.md': '# We\n' },
      { 'README.md': 'More\n', [PATH]: agent('sonnet'), 'CLAUDE.md': '# Us\n' },
      ...['model: haiku', 'context: fork\nagent: security-agent', 'context: fork\nmodel: haiku'].map(
        (lines) => ({
          [PATH]: agent('sonnet'),
          'CLAUDE.md': '# Us\n',
          '.claude/skills/review/SKILL.md': `---\nname: review\n${lines}\n---\nGo.\n`,
        }),
      ),
    ];
    for (const [place, head] of harmless.entries()) {
      const result = await scene.judge(eventOf(await scene.pull(`fine-${place}`, files(NAMED, head))));
      expect(verdict(result)).toBe('pass');
    }
  });

  it('and does not accuse a branch that is behind', async () => {
    await using scene = await sceneWith({ [PATH]: agent('sonnet') });
    const pull = await scene.pull('behind', files(NAMED, { [PATH]: agent('sonnet'), 'src.ts': '1\n' }));
    await scene.repo.commit(files(NAMED, OPUS), { parents: [scene.repo.tip('main')], branch: 'main' });
    expect(verdict(await scene.judge(eventOf(pull)))).toBe('pass');
  });
});

it('a pull request that touches none of it takes no more requests than one in a repository without sub-agents', async () => {
  const asked = async (base: Files): Promise<number> => {
    await using scene = await sceneWith(base);
    const pull = await scene.pull('other', files(NAMED, { ...base, 'src.ts': '1\n' }));
    const before = scene.github.exchanges.length;
    expect(verdict(await scene.judge(eventOf(pull)))).toBe('pass');
    return scene.github.exchanges.length - before;
  };
  expect(await asked({ ...OPUS, 'CLAUDE.md': '# Us\n' })).toBe(await asked({}));
});

describe('check on a laptop', () => {
  const run = async (repo: TemporaryRepository, head: string) => {
    const { stdout } = await runInProcess('cli.js', ['check', '--base', 'main', '--head', head, '--json'], {
      cwd: repo.path,
      env: { PATH: process.env.PATH ?? '' },
    });
    const { verdict: found, findings } = checkDocument(stdout);
    return [found, ...findings.map(({ rule, file, line }) => `${rule}@${file}:${line}`)].join(' ');
  };

  it('refuses what keeps the floor of its own branch, and not the one that the base has meanwhile', async () => {
    using repo = new TemporaryRepository();
    const named = (text: string) => edit(text, '  TESTING:\n', '  TESTING:\n    aliases: [tester]\n');
    const tester = '.claude/agents/tester.md';
    const from = repo.commit({ [FILE]: named(ALLOCATION) }, [], 'main');
    repo.commit({ [FILE]: named(ALLOCATION), [tester]: agent('haiku', 'tester') }, [from], 'adds');
    repo.commit({ [FILE]: named(ALLOCATION), 'src.ts': '1\n' }, [from], 'other');
    repo.commit({ [FILE]: named(STRICTER) }, [from], 'main');
    expect(await run(repo, 'adds')).toBe(`fail HF123@${tester}:4`);
    expect(await run(repo, 'other')).toBe('pass');
  });

  it('warns of a matrix that goes its own way, and of the section that it leaves behind', async () => {
    using repo = new TemporaryRepository();
    const section = '<!-- haiku-first:allocation -->\nold\n<!-- /haiku-first:allocation -->\n';
    const base = { [PATH]: agent('opus'), '.claude/agents/STORIES.md': agent('sonnet', 'STORIES') };
    const main = repo.commit({ ...base, [FILE]: NAMED }, [], 'main');
    const moved = edit(NAMED, 'STORIES:\n    default: sonnet', 'STORIES:\n    default: haiku');
    repo.commit({ ...base, [FILE]: moved, 'CLAUDE.md': section }, [main], 'moved');
    expect(await run(repo, 'moved')).toBe('pass HF236@.claude/agents/STORIES.md:4 HF239@CLAUDE.md:1');
  });
});
