import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { AgentsDocument } from '../../src/generated/agents.ts';
import { JobScene } from '../support/job-scene.ts';

const schema = new URL('../../schema/agents.schema.json', import.meta.url);
const isAgents = new Ajv2020({ strict: false }).compile<AgentsDocument>(
  JSON.parse(readFileSync(schema, 'utf8')),
);

const ALLOCATION = `version: 1
tiers:
  - { name: haiku, model: claude-haiku-5-5 }
  - { name: sonnet, model: claude-sonnet-5-5 }
  - { name: opus, model: claude-opus-5-5 }
phases: [RUN]
agents:
  SECURITY: { default: opus, aliases: [security-agent] }
  TESTING: { default: sonnet, aliases: [testing-agent] }
floors:
  - { id: security, agents: [SECURITY], minimum: opus, exceptions: never, because: a missed threat costs most }
`;
const SECURITY = '.claude/agents/review/security.md';
const TESTING = '.claude/agents/testing.md';
const WRONG = {
  'allocation.yaml': ALLOCATION,
  [SECURITY]:
    '\uFEFF---\r\nname: security-agent # ours\r\ndescription: Reviews\r\nmodel: "sonnet" # why?\r\n---\r\nmodel: sonnet',
  [TESTING]: '---\nname: testing-agent\ndescription: Tests\n---\nTest.\n',
  'CLAUDE.md': '# Us\n',
};

function lay(scene: JobScene, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) scene.write(path, text);
}

function sceneWith(files: Readonly<Record<string, string>> = WRONG): JobScene {
  const scene = JobScene.atDesk({ checkout: null });
  lay(scene, files);
  return scene;
}

async function agents(scene: JobScene, ...args: readonly string[]) {
  const { exitCode, stdout } = await scene.cli(['agents', ...args, '--json']);
  const document: unknown = JSON.parse(stdout);
  if (!isAgents(document)) throw new Error(JSON.stringify(isAgents.errors));
  return {
    exitCode,
    document,
    rules: document.findings.map(({ rule, file, line }) => `${rule}@${file}:${line}`),
  };
}

const text = (scene: JobScene, path: string): string => readFileSync(join(scene.checkout, path), 'utf8');

describe('haiku-first agents', () => {
  it('tells of what is not in step, and changes nothing', async () => {
    using scene = sceneWith();
    const { exitCode, document, rules } = await agents(scene);
    expect(exitCode).toBe(1);
    expect(rules).toEqual([`HF123@${SECURITY}:4`, `HF236@${TESTING}:2`]);
    expect(document.agents).toEqual([
      {
        name: 'security-agent',
        file: SECURITY,
        agent: 'SECURITY',
        model: 'sonnet',
        tiers: ['opus'],
        wanted: 'opus',
        floor: 'opus',
        in_step: false,
      },
      expect.objectContaining({ name: 'testing-agent', model: null, wanted: 'sonnet', in_step: false }),
    ]);
    expect(document.remarks).toEqual([
      'No file has the section with the floors and the matrix yet: haiku-first agents --write adds it to CLAUDE.md.',
    ]);
    for (const [path, before] of Object.entries(WRONG)) expect(text(scene, path)).toBe(before);
  });

  it('shows people the line, the floor and what to do', async () => {
    using scene = sceneWith();
    const { stdout, exitCode } = await scene.cli(['agents', '--check']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`error[HF123]: security-agent says sonnet, below the opus floor of SECURITY
 --> ${SECURITY}:4:8
  |
4 | model: "sonnet" # why?
  |        ^^^^^^^^
  |
  = floor: security, allocation.yaml:11, takes no exceptions, because "a missed
           threat costs most"
`);
    expect(stdout.trimEnd()).toMatch(
      /✗ not in step with allocation\.yaml: 1 error, 1 warning; haiku-first agents --write sets the models and the section$/,
    );
  });

  it('writes the model and the section, byte for byte otherwise, and is clean then', async () => {
    using scene = sceneWith();
    chmodSync(join(scene.checkout, SECURITY), 0o755);
    const { exitCode, document } = await agents(scene, '--write');
    expect({ exitCode, in_step: document.in_step, findings: document.findings }).toEqual({
      exitCode: 0,
      in_step: true,
      findings: [],
    });
    expect(document.written).toEqual([
      { file: SECURITY, what: 'model', from: 'sonnet', to: 'opus' },
      { file: TESTING, what: 'model', from: null, to: 'claude-sonnet-5-5' },
      { file: 'CLAUDE.md', what: 'section', from: null, to: null },
    ]);
    expect(text(scene, SECURITY)).toBe(WRONG[SECURITY].replace('"sonnet"', '"opus"'));
    expect(statSync(join(scene.checkout, SECURITY)).mode & 0o777).toBe(0o755);
    expect(text(scene, TESTING)).toBe(
      WRONG[TESTING].replace('testing-agent\n', 'testing-agent\nmodel: claude-sonnet-5-5\n'),
    );
    const memory = text(scene, 'CLAUDE.md');
    expect(memory).toMatch(
      /^# Us\n\n<!-- haiku-first:allocation -->\n[\s\S]+Because: a missed threat costs most\.\n[\s\S]+\| SECURITY \| opus \|\n[\s\S]+\n<!-- \/haiku-first:allocation -->\n$/,
    );
    const again = await agents(scene, '--check');
    expect([again.exitCode, again.rules, again.document.remarks]).toEqual([0, [], []]);
    expect((await agents(scene, '--write')).document.written).toEqual([]);
    // The matrix goes on, and the section with it.
    lay(scene, { 'allocation.yaml': ALLOCATION.replace('default: sonnet', 'default: haiku') });
    expect((await agents(scene)).rules).toEqual(['HF236@.claude/agents/testing.md:3', 'HF239@CLAUDE.md:3']);
    expect((await agents(scene, '--write')).exitCode).toBe(0);
    expect(text(scene, 'CLAUDE.md')).toBe(memory.replace('| TESTING | sonnet |', '| TESTING | haiku |'));
  });

  it('--dry-run shows what would be written', async () => {
    using scene = sceneWith();
    const { exitCode, document } = await agents(scene, '--write', '--dry-run');
    expect([exitCode, document.written.length]).toEqual([0, 3]);
    for (const [path, before] of Object.entries(WRONG)) expect(text(scene, path)).toBe(before);
  });

  it.each([
    ['into a new CLAUDE.md', {}, [], 'CLAUDE.md'],
    [
      'where it is',
      { 'AGENTS.md': `<!-- haiku-first:allocation -->\n<!-- /haiku-first:allocation -->\n` },
      [],
      'AGENTS.md',
    ],
    [
      'into the file that is named',
      { 'docs/agents.md': 'Us' },
      ['--memory', 'docs/agents.md'],
      'docs/agents.md',
    ],
  ])('the section goes %s', async (_, files, args, path) => {
    using scene = sceneWith({ 'allocation.yaml': ALLOCATION, ...files });
    const { exitCode, document } = await agents(scene, '--write', ...args);
    expect([exitCode, document.written]).toEqual([
      0,
      [{ file: path, what: 'section', from: null, to: null }],
    ]);
    expect((await agents(scene, ...args)).document.remarks).toEqual([]);
  });

  it('none: no section is written', async () => {
    using scene = sceneWith({ 'allocation.yaml': ALLOCATION });
    expect((await agents(scene, '--write', '--memory', 'none')).document).toMatchObject({
      written: [],
      remarks: [],
    });
  });

  it('says what it cannot write', async () => {
    const braces = '---\n{name: security-agent, description: b, model: haiku}\n---\nx\n';
    using scene = sceneWith({
      ...WRONG,
      [SECURITY]: braces,
      'CLAUDE.md': '<!-- haiku-first:allocation -->\n',
    });
    const { exitCode, document } = await agents(scene, '--write');
    expect([exitCode, document.by_hand]).toEqual([1, [SECURITY, 'CLAUDE.md']]);
    expect(document.written.map(({ file }) => file)).toEqual([TESTING]);
    expect(text(scene, SECURITY)).toBe(braces);
    const { stdout } = await scene.cli(['agents', '--write']);
    expect(stdout).toContain(`to be written by hand: ${SECURITY}, CLAUDE.md`);
  });

  it('follows no link, for reading or for writing', async () => {
    using scene = sceneWith({
      'allocation.yaml': ALLOCATION,
      'elsewhere.md': WRONG[TESTING],
      'us.md': '# Us\n',
    });
    mkdirSync(join(scene.checkout, '.claude/agents'), { recursive: true });
    symlinkSync('../../elsewhere.md', join(scene.checkout, TESTING));
    expect((await agents(scene, '--memory', 'none')).rules).toEqual([`HF123@${TESTING}:1`]);
    symlinkSync('us.md', join(scene.checkout, 'CLAUDE.md'));
    const { exitCode, stderr } = await scene.cli(['agents', '--write']);
    expect([exitCode, stderr.join(' ')]).toEqual([
      2,
      expect.stringContaining('CLAUDE.md is no regular file'),
    ]);
    expect([text(scene, 'us.md'), text(scene, 'elsewhere.md')]).toEqual(['# Us\n', WRONG[TESTING]]);
  });

  it.each([
    [['--check', '--write'], '--check and --write exclude each other.'],
    [['--memory', '../CLAUDE.md'], '../CLAUDE.md is not the path of a file in the repository.'],
  ])('%j is refused', async (args, says) => {
    using scene = sceneWith();
    const { exitCode, stderr } = await scene.cli(['agents', ...args]);
    expect([exitCode, stderr.join(' ')]).toEqual([2, expect.stringContaining(says)]);
  });

  it('cannot be done without an allocation', async () => {
    using scene = JobScene.atDesk({ checkout: null });
    expect((await scene.cli(['agents'])).exitCode).toBe(2);
  });

  it('in the Action tells of each at its line, and fails the step', async () => {
    using scene = new JobScene({ checkout: null });
    lay(scene, WRONG);
    const { status, stdout } = await scene.action({ command: 'agents' });
    expect(status).toBe(1);
    expect(stdout).toContain(
      '::error title=HF123 sub-agent-below-floor%3A SECURITY,file=.claude/agents/review/security.md,line=4',
    );
  });
});
