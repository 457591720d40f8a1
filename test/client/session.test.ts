import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TemporaryRepository } from '../git/temporary-repository.ts';
import { runProcess } from '../support/bundle.ts';
import { wordsOf } from '../support/claude-args.ts';
import { type Start, startMessages } from './messages-api.ts';
import { CLIENT, runClient } from './run-client.ts';

// The real client against a loopback API.
const root = join(import.meta.dirname, '../..');
const ALLOCATION = readFileSync(join(root, 'allocation.yaml'), 'utf8');
const HAIKU = 'claude-haiku-5-5';
const OPUS = 'claude-opus-5-5';

type Files = Readonly<Record<string, string>>;

/** What a pull request may have put into the checkout after the decision was made at its base. */
const SETTINGS: Readonly<Record<string, Files>> = {
  nothing: {},
  'a model override': settings({ modelOverrides: { [OPUS]: HAIKU } }),
  'another body': settings({ env: { CLAUDE_CODE_EXTRA_BODY: JSON.stringify({ model: HAIKU }) } }),
  'a forced model of sub-agents': settings({
    env: { CLAUDE_CODE_SUBAGENT_MODEL: 'haiku', CLAUDE_CODE_SUBAGENT_MODEL_FORCE: '1' },
  }),
  'its own models': settings({
    model: 'haiku',
    availableModels: ['haiku', HAIKU],
    enforceAvailableModels: true,
    fallbackModel: [HAIKU],
    env: { ANTHROPIC_MODEL: HAIKU, ANTHROPIC_DEFAULT_OPUS_MODEL: HAIKU },
  }),
  'another address': settings({
    env: {
      ANTHROPIC_BASE_URL: 'http://127.0.0.1:9',
      HTTPS_PROXY: 'http://127.0.0.1:9',
      HTTP_PROXY: 'http://127.0.0.1:9',
      ALL_PROXY: 'http://127.0.0.1:9',
      all_proxy: 'http://127.0.0.1:9',
    },
  }),
  'another provider': settings({ env: { CLAUDE_CODE_USE_BEDROCK: '1', AWS_REGION: 'us-east-1' } }),
  'a provider of another name': settings({
    env: {
      CLAUDE_CODE_USE_MANTLE: '1',
      CLAUDE_CODE_USE_ANTHROPIC_AWS: '1',
      CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD: '1',
      ANTHROPIC_BEDROCK_MANTLE_BASE_URL: 'http://127.0.0.1:9',
      AWS_REGION: 'us-east-1',
    },
  }),
};

function settings(value: object): Files {
  return { '.claude/settings.json': JSON.stringify(value) };
}

function definition(model: string | null, name = 'security-agent'): string {
  const line = model === null ? '' : `model: ${model}\n`;
  return `---\nname: ${name}\ndescription: Reviews what is security: attacks, "keys" and rights.\n${line}---\nIt’s SUB: review.\n`;
}

interface Given {
  readonly agent: string;
  /** At the base. */
  readonly base: Files;
  /** Written over it, as by the head of a pull request. */
  readonly head?: Files;
  /** In the home of the user that runs the session. */
  readonly home?: Files;
  /** The sub-agent that the main thread starts, and the model that it names. */
  readonly start?: Start;
  /** What `resolve` warns of. */
  readonly warning?: RegExp;
}

function lay(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Resolves at the base, then runs the session in the head; what was asked of the API. */
async function session({ agent, base, head = {}, home: inHome = {}, start, warning = /^$/ }: Given) {
  using repository = new TemporaryRepository();
  const home = mkdtempSync(join(tmpdir(), 'haiku-first-home-'));
  await using api = await startMessages(start ?? null);
  try {
    lay(repository.path, { 'allocation.yaml': ALLOCATION, ...base });
    lay(home, inHome);
    const env = { PATH: process.env.PATH ?? '', HOME: home, ANTHROPIC_BASE_URL: api.url };
    const line = ['resolve', '--agent', agent, '--phase', 'EXEC', '--ledger', 'none', '--json'];
    const here = { cwd: repository.path, env };
    const resolved = await runProcess(process.execPath, [join(root, 'dist/cli.js'), ...line], here);
    expect(resolved).toMatchObject({ status: 0, stderr: expect.stringMatching(warning) });
    const { claudeArgs, agents } = JSON.parse(resolved.stdout);
    lay(repository.path, head);
    const ended = await runClient(wordsOf(claudeArgs), { cwd: repository.path, env });
    expect(ended, ended.stdout + ended.stderr).toMatchObject({ status: 0 });
    const of = (who: 'main' | 'sub'): string[] => [
      ...new Set(api.asked.filter((each) => each.who === who).map(({ model }) => model)),
    ];
    return { main: of('main'), sub: of('sub'), agents };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const FRONT_MATTER = ['opus', OPUS, 'sonnet', 'haiku', 'inherit', null];
const AGENTS = ['TESTING', 'DOCMON', 'SECURITY'];
const SESSION_MODEL: Readonly<Record<string, string>> = {
  TESTING: 'claude-sonnet-5-5',
  DOCMON: HAIKU,
  SECURITY: OPUS,
};

describe.each(AGENTS)('a session of %s', (agent) => {
  describe.each(Object.keys(SETTINGS))('in a project that sets %s', (name) => {
    it.each(FRONT_MATTER)('asks opus for security-agent, whose file says %s', async (model) => {
      const { main, sub } = await session({
        agent,
        base: { '.claude/agents/review/security.md': definition('opus') },
        head: { ...SETTINGS[name], '.claude/agents/review/security.md': definition(model) },
        start: { type: 'security-agent', model: null },
      });
      expect({ main, sub }).toEqual({ main: [SESSION_MODEL[agent]], sub: [OPUS] });
    });
  });

  it('starts no security-agent on a model that the call names', async () => {
    const { sub } = await session({
      agent,
      base: { '.claude/agents/security.md': definition('opus') },
      start: { type: 'security-agent', model: 'haiku' },
    });
    expect(sub).toEqual([]);
  });

  it.each([
    ['the head alone', { head: { '.claude/agents/s.md': definition('haiku') } }],
    ['the user alone', { home: { '.claude/agents/s.md': definition('haiku') } }],
    [
      'a file that cannot be handed over',
      { base: { '.claude/agents/s.md': definition('haiku').replace(/description:.*\n/, '') } },
    ],
  ])('starts no security-agent below opus that %s defines', async (_, files) => {
    const { sub } = await session({
      agent,
      base: {},
      ...files,
      start: { type: 'security-agent', model: null },
    });
    expect([[], [OPUS]]).toContainEqual(sub);
  });
});

describe('a sub-agent under a floor in other letters', () => {
  const odd = { '.claude/agents/x.md': definition('haiku', 'Security-Agent') };
  const both = { ...odd, '.claude/agents/y.md': definition('opus') };
  const unread = { '.claude/agents/x.md': odd['.claude/agents/x.md'].replace(/description:.*\n/, '') };
  const calls = ['security-agent', 'Security-Agent', 'SECURITY_AGENT'];

  it.each(calls.flatMap((type) => [odd, both].map((base) => ({ type, base }))))(
    'asks for opus or is not started: %j',
    async ({ type, base }) => {
      const { main, sub } = await session({ agent: 'DOCMON', base, start: { type, model: null } });
      expect(main).toEqual([HAIKU]);
      // Of two that are written otherwise than the call the client starts neither.
      expect(sub).toEqual(type === 'SECURITY_AGENT' ? [] : [OPUS]);
    },
  );

  it.each(calls)('is not started as %s where its file cannot be handed over', async (type) => {
    const { sub } = await session({
      agent: 'DOCMON',
      base: unread,
      head: odd,
      start: { type, model: null },
    });
    expect(sub).toEqual([]);
  });
});

describe.each(AGENTS)('a skill in a session of %s', (agent) => {
  it.each(['haiku', 'sonnet', null])(
    'that forks security-agent with model %s asks for no less than opus',
    async (model) => {
      const line = model === null ? '' : `model: ${model}\n`;
      const skill = `---\nname: cheap\ndescription: Looks.\ncontext: fork\nagent: security-agent\n${line}---\nSUB: look.\n`;
      const { main, sub } = await session({
        agent,
        base: { '.claude/agents/security.md': definition('opus') },
        head: { '.claude/skills/cheap/SKILL.md': skill },
        start: { skill: 'cheap' },
      });
      expect(main).toEqual([SESSION_MODEL[agent]]);
      expect(sub).toEqual(agent === 'SECURITY' ? [OPUS] : []);
    },
  );
});

describe('a sub-agent of the matrix', () => {
  it('runs on its own cell, not on the model of its file', async () => {
    const { sub } = await session({
      agent: 'API',
      base: { '.claude/agents/docs.md': definition('opus', 'DOCMON') },
      start: { type: 'DOCMON', model: null },
    });
    expect(sub).toEqual([HAIKU]);
  });

  it('is lifted to the floor of a session that is under one', async () => {
    const { sub } = await session({
      agent: 'SECURITY',
      base: { '.claude/agents/docs.md': definition('haiku', 'DOCMON') },
      start: { type: 'DOCMON', model: null },
    });
    expect(sub).toEqual([OPUS]);
  });
});

describe.each(['TESTING', 'SECURITY'])(
  'in a session of %s, a definition that fits on no command line',
  (agent) => {
    const long = (model: string, name: string) => `${definition(model, name)}${'x'.repeat(80_000)}\n`;
    const warning = /^warning: Definitions are too long for a command line\./;

    it('decides of its own where no floor is at stake, and below none', async () => {
      const { sub } = await session({
        agent,
        base: { '.claude/agents/docs.md': long('sonnet', 'DOCMON') },
        start: { type: 'DOCMON', model: null },
        warning: agent === 'TESTING' ? warning : /^$/,
      });
      expect(sub).toEqual([agent === 'TESTING' ? 'claude-sonnet-5-5' : OPUS]);
    });

    it('starts nothing below a floor', async () => {
      const { sub } = await session({
        agent,
        base: { '.claude/agents/s.md': long('haiku', 'security-agent') },
        start: { type: 'security-agent', model: null },
        warning: agent === 'TESTING' ? warning : /^$/,
      });
      expect(sub).toEqual(agent === 'TESTING' ? [] : [OPUS]);
    });
  },
);

it('takes the words from xargs, as in the workflow without claude-code-action', async () => {
  using repository = new TemporaryRepository();
  await using api = await startMessages({ type: 'security-agent', model: null });
  lay(repository.path, {
    'allocation.yaml': ALLOCATION,
    '.claude/agents/s.md': definition('haiku'),
    ...SETTINGS['another body'],
  });
  const env = { PATH: process.env.PATH ?? '', HOME: repository.path, ANTHROPIC_BASE_URL: api.url };
  const line = ['resolve', '--agent', 'SECURITY', '--phase', 'EXEC', '--ledger', 'none', '--json'];
  const here = { cwd: repository.path, env };
  const { stdout } = await runProcess(process.execPath, [join(root, 'dist/cli.js'), ...line], here);
  const ended = await runProcess('bash', ['-c', `xargs "$CLIENT" -p 'MAIN: work.' <<< "$CLAUDE_ARGS"`], {
    ...here,
    env: {
      ...env,
      CLIENT,
      CLAUDE_ARGS: JSON.parse(stdout).claudeArgs,
      ANTHROPIC_API_KEY: 'dummy',
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    },
  });
  expect(ended).toMatchObject({ status: 0 });
  expect(new Set(api.asked.map(({ model }) => model))).toEqual(new Set([OPUS]));
});
