import { describe, expect, it } from 'vitest';
import type { UsageRecord } from '../../src/usage/records/record.ts';
import { runProcess } from '../support/bundle.ts';
import { wordsOf } from '../support/claude-args.ts';
import { ALLOCATION, JobScene } from '../support/job-scene.ts';
import { startMessages } from './messages-api.ts';

// The real client at another provider, each a loopback. CLAUDE_CLIENT: see session.test.ts.
const CLIENT = process.env.CLAUDE_CLIENT ?? '';

interface Provider {
  readonly name: string;
  /** What the workflow sets for the whole job, with the address of the provider. */
  readonly job: (url: string) => Readonly<Record<string, string>>;
  readonly id: (model: string) => string;
  /** Of the list price. */
  readonly perCent: number;
  /** What the allocation says of ids that no table has. */
  readonly more?: string;
}

const PROVIDERS: readonly Provider[] = [
  {
    name: 'bedrock',
    job: (url) => ({
      CLAUDE_CODE_USE_BEDROCK: '1',
      ANTHROPIC_BEDROCK_BASE_URL: url,
      CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1',
      AWS_REGION: 'us-east-1',
    }),
    id: (model) => `us.anthropic.${model}`,
    perCent: 110,
  },
  {
    name: 'vertex',
    job: (url) => ({
      CLAUDE_CODE_USE_VERTEX: '1',
      ANTHROPIC_VERTEX_BASE_URL: url,
      CLAUDE_CODE_SKIP_VERTEX_AUTH: '1',
      ANTHROPIC_VERTEX_PROJECT_ID: 'acme',
      CLOUD_ML_REGION: 'global',
    }),
    id: (model) => model,
    perCent: 100,
  },
  {
    name: 'gateway',
    job: (url) => ({ ANTHROPIC_BASE_URL: url, ANTHROPIC_AUTH_TOKEN: 'dummy' }),
    id: (model) => `acme/${model.split('-')[1]}`,
    perCent: 100,
    more: `models:
  - { id: claude-haiku-5-5, line: haiku, providers: { gateway: acme/haiku } }
  - { id: claude-sonnet-5-5, line: sonnet, providers: { gateway: acme/sonnet } }
  - { id: claude-opus-5-5, line: opus, providers: { gateway: acme/opus } }
`,
  },
];

const HAIKU = 'claude-haiku-5-5';
const SONNET = 'claude-sonnet-5-5';
const OPUS = 'claude-opus-5-5';

function allocationFor({ name, id, more = '' }: Provider): string {
  const declared = ALLOCATION.replace('[x]', '[security-agent]').replace(
    /model: (claude-[\w-]+)/g,
    (line, model) => `${line}, providers: { ${name}: ${id(model)} }`,
  );
  return declared + more;
}

function definition(model: string): string {
  return `---\nname: security-agent\ndescription: Reviews.\nmodel: ${model}\n---\nSUB: review.\n`;
}

type Files = Readonly<Record<string, string>>;

/** Resolves for the provider, runs the session by it, and records what it left. */
async function session(provider: Provider, agent: string, head: Files = {}) {
  await using api = await startMessages({ type: 'security-agent', model: null });
  using job = JobScene.atDesk({ allocation: allocationFor(provider), env: provider.job(api.url) });
  job.write('.claude/agents/security.md', definition('opus'));
  const cell = ['--agent', agent, '--phase', 'EXEC', '--ledger', 'none'];
  const { claudeArgs } = await job.json(['resolve', ...cell, '--provider', provider.name]);
  for (const [path, text] of Object.entries(head)) job.write(path, text);
  const words = ['-p', 'MAIN: work.', '--output-format', 'json', ...wordsOf(claudeArgs)];
  const ended = await runProcess(CLIENT, words, {
    cwd: job.checkout,
    env: {
      ...job.env,
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
      CLAUDE_CODE_MAX_RETRIES: '0',
      DISABLE_TELEMETRY: '1',
      DISABLE_AUTOUPDATER: '1',
    },
    timeout: 60_000,
  });
  expect(ended, ended.stdout + ended.stderr).toMatchObject({ status: 0 });
  const from = ['--from', job.write('result.json', ended.stdout), '--from', `${job.home}/.claude/projects`];
  const now = ['--now', new Date().toISOString().replace(/\.\d+/, '')];
  const { records, below_floor } = await job.json(['record', ...from, ...cell, ...now]);
  const asked = (who: 'main' | 'sub') => [
    ...new Set(api.asked.filter((each) => each.who === who).map(({ model }) => model)),
  ];
  // Each answer has 10 tokens in and 5 out.
  const used = records.map((each: UsageRecord) => {
    const answer = (each.cost_microusd ?? 0) / ((each.tokens?.input ?? 0) / 10);
    return `${each.agent} ${each.model_used} ${each.tier_used} ${answer} µ$ ${each.cost_basis}`;
  });
  return { main: asked('main'), sub: asked('sub'), used: used.sort(), below_floor };
}

/** What a pull request may have put into the checkout after the decision. */
function hostile({ id }: Provider): Files {
  const haiku = id(HAIKU);
  const env = {
    CLAUDE_CODE_EXTRA_BODY: JSON.stringify({ model: haiku }),
    ANTHROPIC_MODEL: haiku,
    ANTHROPIC_DEFAULT_OPUS_MODEL: haiku,
    ANTHROPIC_BASE_URL: 'http://127.0.0.1:9',
    ANTHROPIC_BEDROCK_BASE_URL: 'http://127.0.0.1:9',
    ANTHROPIC_VERTEX_BASE_URL: 'http://127.0.0.1:9',
    CLAUDE_CODE_USE_BEDROCK: '',
    CLAUDE_CODE_USE_VERTEX: '',
  };
  const modelOverrides = { [OPUS]: haiku, [id(OPUS)]: haiku };
  return {
    '.claude/settings.json': JSON.stringify({ model: haiku, availableModels: [haiku], modelOverrides, env }),
    '.claude/agents/security.md': definition('haiku'),
  };
}

describe.each(PROVIDERS)('at $name', (provider) => {
  const { id, perCent } = provider;
  const priced = (list: number) => Math.round((list * perCent) / 100);
  const ofOpus = `SECURITY ${id(OPUS)} opus ${priced(140)} µ$ computed`;

  it.each([
    ['as it is', {}],
    ['against all that the project sets', hostile(provider)],
  ])('a session under a floor and its sub-agent ask for its id of opus, %s', async (_, head) => {
    expect(await session(provider, 'SECURITY', head)).toEqual({
      main: [id(OPUS)],
      sub: [id(OPUS)],
      used: [ofOpus],
      below_floor: [],
    });
  });

  it('a session below it keeps to its own id, and its sub-agent to opus', async () => {
    expect(await session(provider, 'TESTING', hostile(provider))).toEqual({
      main: [id(SONNET)],
      sub: [id(OPUS)],
      used: [ofOpus, `TESTING ${id(SONNET)} sonnet ${priced(70)} µ$ computed`],
      below_floor: [],
    });
  });
});
