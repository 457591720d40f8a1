import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TemporaryRepository } from '../git/temporary-repository.ts';
import { JobScene } from '../support/job-scene.ts';
import { type Start, startMessages } from './messages-api.ts';
import { runClient } from './run-client.ts';

// What `policy export --managed-settings` prints, held against the real client, which takes it by a flag here and from
// /etc/claude-code on a laptop. The flag leaves out `env`; the file does not.
const ALLOCATION = readFileSync(join(import.meta.dirname, '../../allocation.yaml'), 'utf8');
const HAIKU = 'claude-haiku-5-5';
const OPUS = 'claude-opus-5-5';
const MODELS = [HAIKU, 'claude-sonnet-5-5', OPUS];

async function exported(allocation: string): Promise<string> {
  using desk = JobScene.atDesk({ allocation });
  return JSON.stringify((await desk.json(['policy', 'export', '--managed-settings'])).settings);
}

/** What a session on a laptop asks for, with these words and files. */
async function asked(
  managed: string,
  words: readonly string[],
  files: Readonly<Record<string, string>> = {},
  start: Start | null = null,
) {
  using repository = new TemporaryRepository();
  const home = mkdtempSync(join(tmpdir(), 'haiku-first-home-'));
  await using api = await startMessages(start);
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(repository.path, path)), { recursive: true });
      writeFileSync(join(repository.path, path), text);
    }
    const env = { PATH: process.env.PATH ?? '', HOME: home, ANTHROPIC_BASE_URL: api.url };
    await runClient(['--managed-settings', managed, ...words], { cwd: repository.path, env });
    const of = (who: 'main' | 'sub'): string[] => [
      ...new Set(api.asked.filter((each) => each.who === who).map(({ model }) => model)),
    ];
    return { main: of('main'), sub: of('sub') };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const definition = (model: string): string =>
  `---\nname: security-agent\ndescription: Reviews.\nmodel: ${model}\n---\nSUB: review.\n`;

describe('a laptop with the exported settings', () => {
  it('asks for no model that no tier has', async () => {
    const { main } = await asked(await exported(ALLOCATION), ['--model', 'claude-opus-4-8']);
    expect(MODELS).toEqual(expect.arrayContaining(main));
  });

  it.each(MODELS)('may ask for %s, which a tier has', async (model) => {
    const { main } = await asked(await exported(ALLOCATION), ['--model', model]);
    expect(main).toEqual([model]);
  });

  it('takes no other model by the settings of a project', async () => {
    const { main } = await asked(await exported(ALLOCATION), ['--model', OPUS], {
      '.claude/settings.json': JSON.stringify({ modelOverrides: { [OPUS]: HAIKU }, model: 'haiku' }),
    });
    expect(main).toEqual([OPUS]);
  });

  it('starts no sub-agent on a model that the call names', async () => {
    const files = { '.claude/agents/s.md': definition('opus') };
    const start = { type: 'security-agent', model: 'haiku' };
    expect((await asked(await exported(ALLOCATION), ['--model', OPUS], files, start)).sub).toEqual([]);
  });

  it('starts a sub-agent on the model of its file, which is left to the gate', async () => {
    const start = { type: 'security-agent', model: null };
    for (const model of [OPUS, HAIKU]) {
      const files = { '.claude/agents/s.md': definition(model) };
      expect((await asked(await exported(ALLOCATION), ['--model', OPUS], files, start)).sub).toEqual([model]);
    }
  });

  it('asks for nothing below a floor that every agent is under', async () => {
    const all = `version: 1
tiers:
  - { name: haiku, model: ${HAIKU} }
  - { name: opus, model: ${OPUS} }
phases: [RUN]
agents: { REVIEW: { default: opus } }
floors: [{ id: all, agents: [REVIEW], minimum: opus }]
deny: [claude-sonnet-4-5]
`;
    const { main } = await asked(await exported(all), ['--model', HAIKU]);
    expect([[], [OPUS]]).toContainEqual(main);
  });
});
