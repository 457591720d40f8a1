import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Start, startMessages } from './messages-api.ts';
import { runClient } from './run-client.ts';

// What `src/policy/agents` says of files and settings, asked of the real client: `npm run test:client`.
const [HAIKU, SONNET, OPUS] = ['claude-haiku-5-5', 'claude-sonnet-5-5', 'claude-opus-5-5'];

type Files = Readonly<Record<string, string | { readonly link: string }>>;

/** What a session on Sonnet asks the API for when it starts the sub-agent `sec`; null: it is not started. */
async function ranOn(files: Files, start: Start = { type: 'sec', model: null }): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'haiku-first-agents-'));
  const home = mkdtempSync(join(tmpdir(), 'haiku-first-home-'));
  await using api = await startMessages(start);
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      if (typeof content === 'string') writeFileSync(join(folder, path), content);
      else symlinkSync(content.link, join(folder, path));
    }
    const env = { PATH: process.env.PATH ?? '', HOME: home, ANTHROPIC_BASE_URL: api.url };
    const ended = await runClient(['--model', SONNET], { cwd: folder, env });
    expect(ended, ended.stdout + ended.stderr).toMatchObject({ status: 0 });
    const models = [...new Set(api.asked.filter(({ who }) => who === 'sub').map(({ model }) => model))];
    expect(models.length).toBeLessThan(2);
    return models[0] ?? null;
  } finally {
    for (const each of [folder, home]) rmSync(each, { recursive: true, force: true });
  }
}

const A = '.claude/agents/a.md';
const B = '.claude/agents/b.md';

function file(lines: string, name = 'sec'): string {
  return `---\nname: ${name}\ndescription: Reviews\n${lines}---\nSUB: review.\n`;
}

describe('a front matter', () => {
  it.each([
    ['model: haiku\n', HAIKU],
    ['model: Opus\n', OPUS],
    ['model: opus[1m]\n', OPUS],
    ['model: " haiku "\n', HAIKU],
    ['"model": haiku\n', HAIKU],
    ['color: &m haiku\nmodel: *m\n', HAIKU],
    // Of two the last.
    ['model: opus\nmodel: haiku\n', HAIKU],
    ['model: haiku\nmodel: opus\n', OPUS],
    // The session's.
    ['', SONNET],
    ['model:\n', SONNET],
    ['model: inherit\n', SONNET],
    ['model: [haiku]\n', SONNET],
    ['Model: haiku\n', SONNET],
    ['modelOverride: haiku\n', SONNET],
    // No word of a line: passed on as it is, or chosen by Claude Code.
    ['model: nonsense\n', 'nonsense'],
    ['model: default\n', 'default'],
    ['model: opusplan\n', SONNET],
    ['model: best\n', OPUS],
  ])('with %j runs on %s', async (lines, model) => {
    expect(await ranOn({ [A]: file(lines) })).toBe(model);
  });

  it('ends at the first dashes that end a line', async () => {
    const text = '---\nname: sec\ndescription: Reviews---\nmodel: haiku\n---\nSUB: review.\n';
    expect(await ranOn({ [A]: text })).toBe(SONNET);
  });

  it.each(['\f', '\u00A0', '\r'])('begins and ends at dashes with %j behind them', async (blank) => {
    expect(await ranOn({ [A]: file('model: haiku\n').replace('---', `---${blank}`) })).toBe(HAIKU);
    expect(await ranOn({ [A]: file(`model: haiku\n# ---${blank}\nmodel: opus\n`) })).toBe(HAIKU);
  });

  it('takes in what is merged, and its own keys go before', async () => {
    expect(await ranOn({ [A]: file('x: &x {model: haiku}\n<<: *x\n') })).toBe(HAIKU);
    expect(await ranOn({ [A]: file('model: opus\nx: &x {model: haiku}\n<<: *x\n') })).toBe(OPUS);
  });

  it('without a description makes no agent', async () => {
    expect(await ranOn({ [A]: file('model: haiku\n').replace(/description.*\n/, '') })).toBeNull();
  });

  it.each(['Sec', 's_e-c', 'S e c', '"sec "', '\u017Fec', 's\u2013ec'])(
    'has the name sec as %s',
    async (name) => {
      expect(await ranOn({ [A]: file('model: haiku\n', name) })).toBe(HAIKU);
    },
  );
});

it.each([
  ['a.md', 'b.md', OPUS],
  ['b.md', 'a.md', HAIKU],
  ['z/a.md', 'b.md', HAIKU],
  ['a/z.md', 'b.md', OPUS],
])('of %s on haiku and %s on opus the last by its path counts: %s', async (haiku, opus, model) => {
  const files = {
    [`.claude/agents/${haiku}`]: file('model: haiku\n'),
    [`.claude/agents/${opus}`]: file('model: opus\n'),
  };
  expect(await ranOn(files)).toBe(model);
});

it('links are followed, of a file and of the folder', async () => {
  expect(await ranOn({ 'x.md': file('model: haiku\n'), [A]: { link: '../../x.md' } })).toBe(HAIKU);
  expect(await ranOn({ 'x/a.md': file('model: haiku\n'), '.claude/agents': { link: '../x' } })).toBe(HAIKU);
});

it.each(['.claude/skills/rev/SKILL.md', '.claude/commands/rev.md'])(
  '%s starts it on its own model',
  async (path) => {
    const skill = (model: string) => ({
      [A]: file('model: opus\n'),
      [path]: `---\nname: rev\ndescription: d\ncontext: fork\nagent: sec\n${model}---\nSUB: review.\n`,
    });
    expect(await ranOn(skill('model: haiku\n'), { skill: 'rev' })).toBe(HAIKU);
    expect(await ranOn(skill('model: inherit\n'), { skill: 'rev' })).toBe(SONNET);
    expect(await ranOn(skill(''), { skill: 'rev' })).toBe(OPUS);
  },
);

describe('settings of the project', () => {
  const [MODEL, FORCE] = ['CLAUDE_CODE_SUBAGENT_MODEL', 'CLAUDE_CODE_SUBAGENT_MODEL_FORCE'];

  it.each([
    [{ env: { [MODEL]: 'haiku' } }, OPUS],
    [{ env: { [MODEL]: 'haiku', [FORCE]: '1' } }, HAIKU],
    [{ env: { [MODEL]: 'haiku', [FORCE]: '0' } }, OPUS],
    [{ env: { [FORCE]: 'haiku' } }, OPUS],
    [{ env: { [MODEL]: 'haiku', [FORCE]: 1 } }, HAIKU],
    [{ env: { [MODEL]: 'haiku', [FORCE]: true } }, HAIKU],
    [{ env: { CLAUDE_CODE_EXTRA_BODY: '{"model":"claude-haiku-5-5"}' } }, HAIKU],
    [{ availableModels: ['haiku', 'sonnet', 'claude-opus-4-1'] }, SONNET],
    [{ availableModels: ['claude-opus-5-5', 'sonnet'] }, OPUS],
    [{ availableModels: [] }, OPUS],
    [{ env: { ANTHROPIC_DEFAULT_OPUS_MODEL: HAIKU } }, HAIKU],
    [{ modelOverrides: { [OPUS]: HAIKU } }, HAIKU],
  ])('%j: a file that says opus runs on %s', async (settings, model) => {
    const text = JSON.stringify(settings);
    expect(await ranOn({ [B]: file('model: opus\n'), '.claude/settings.json': text })).toBe(model);
    expect(await ranOn({ [B]: file('model: opus\n'), '.claude/settings.local.json': text })).toBe(model);
  });

  it('count together: of variables each, of lists all', async () => {
    const [one, other] = ['.claude/settings.json', '.claude/settings.local.json'] as const;
    const both = (a: object, b: object) => ({
      [A]: file('model: opus\n'),
      [one]: JSON.stringify(a),
      [other]: JSON.stringify(b),
    });
    expect(await ranOn(both({ env: { [MODEL]: 'haiku' } }, { env: { [FORCE]: '1' } }))).toBe(HAIKU);
    expect(await ranOn(both({ availableModels: ['opus'] }, { availableModels: ['sonnet'] }))).toBe(OPUS);
  });

  it('that are no JSON count for nothing; a file without a model runs on the one for sub-agents', async () => {
    expect(await ranOn({ [A]: file('model: opus\n'), '.claude/settings.json': '{' })).toBe(OPUS);
    const env = JSON.stringify({ env: { [MODEL]: 'haiku' } });
    expect(await ranOn({ [A]: file(''), '.claude/settings.json': env })).toBe(HAIKU);
  });
});
