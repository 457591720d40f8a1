import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ProcessResult, runProcess } from '../support/bundle.ts';

const root = join(import.meta.dirname, '../..');

/** A folder for one run: its own home and its own temp folder, on a machine where git knows nobody. */
class Machine implements AsyncDisposable {
  readonly folder: string;
  readonly temp: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.temp = join(folder, 'temp');
  }

  static async start(): Promise<Machine> {
    const machine = new Machine(await mkdtemp(join(tmpdir(), 'haiku-first-machine-')));
    await mkdir(machine.temp);
    return machine;
  }

  demo(env: Readonly<Record<string, string>> = {}, project = root): Promise<ProcessResult> {
    return runProcess(process.execPath, [join(project, 'scripts/demo.mjs')], {
      cwd: this.folder,
      env: { PATH: process.env.PATH ?? '', HOME: this.folder, TMPDIR: this.temp, ...env },
    });
  }

  /** A copy of what the demo needs, with another command line. */
  async projectWith(cli: string): Promise<string> {
    const project = join(this.folder, 'project');
    await cp(join(root, 'scripts'), join(project, 'scripts'), { recursive: true });
    await cp(join(root, 'allocation.yaml'), join(project, 'allocation.yaml'));
    await mkdir(join(project, 'dist'));
    await writeFile(join(project, 'dist/cli.js'), cli);
    await writeFile(join(project, 'package.json'), '{"type":"module"}');
    return project;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

describe('npm start', () => {
  it('is the demo, and the demo needs no package', async () => {
    const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    expect(scripts.start).toBe('node scripts/demo.mjs');
    for (const name of [
      'demo.mjs',
      'demo/play.mjs',
      'demo/scene.mjs',
      'demo/trouble.mjs',
      'demo/usage.mjs',
    ]) {
      const text = await readFile(join(root, 'scripts', name), 'utf8');
      for (const [, module] of text.matchAll(/ from '([^']+)'/g)) expect(module).toMatch(/^(?:node:|\.)/);
    }
  });

  it('shows the refused pull request and the harmless one, a proposal and a page, and leaves the page behind alone', async () => {
    await using machine = await Machine.start();
    const { status, stdout, stderr } = await machine.demo();
    expect(stderr).toBe('');
    expect(status).toBe(0);
    for (const cell of [
      'SECURITY/EXEC runs on opus',
      'TESTING/EXEC runs on opus',
      'QUICKFIX/EXEC runs on sonnet',
    ])
      expect(stdout).toContain(`${cell}\n`);
    expect(stdout).toContain('⏸ STORIES/PLAN is deferred');
    expect(stdout).toMatch(/^error\[HF101\]: SECURITY would run on .*\n +--> allocation\.yaml:\d+:\d+\n/m);
    expect(stdout).toContain('first: SECURITY in EXEC: opus → sonnet, floor opus');
    expect(stdout).toMatch(/^✗ refused: /m);
    expect(stdout).toMatch(/^✓ every floor holds: 0 errors/m);
    expect(stdout).toMatch(/^[\d,]+ lines written to the branch haiku-first-ledger/m);
    expect(stdout).toMatch(/^Wrote .*haiku-first-demo\.html \(\d+ kB\): open it in a browser\.$/m);
    expect(stdout.trimEnd()).toMatch(/ {4}node \S+\/dist\/cli\.js init$/);
    const page = await readFile(join(machine.folder, 'haiku-first-demo.html'), 'utf8');
    expect(page).toContain('TESTING in EXEC is the only cell with enough evidence for a change');
    expect(await readdir(machine.temp)).toEqual([]);
  });

  it('is not disturbed by a user’s git, by another repository, or by a workflow it runs in', async () => {
    await using machine = await Machine.start();
    const hook = join(machine.folder, 'hooks/post-commit');
    await mkdir(dirname(hook));
    await writeFile(hook, '#!/bin/sh\ntouch "$HOME/hook-ran"\n');
    await chmod(hook, 0o755);
    await writeFile(
      join(machine.folder, '.gitconfig'),
      `[commit]\n\tgpgsign = true\n[core]\n\thooksPath = ${dirname(hook)}\n[color]\n\tui = always\n`,
    );
    const { status, stdout } = await machine.demo({
      GIT_DIR: '/nowhere',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: '/nowhere',
    });
    expect(status).toBe(0);
    expect(stdout).not.toContain('\u001b');
    expect(await readdir(machine.folder)).not.toContain('hook-ran');
  });

  it('says so where git is missing', async () => {
    await using machine = await Machine.start();
    const { status, stderr } = await machine.demo({ PATH: machine.temp });
    expect(status).toBe(1);
    expect(stderr).toBe('git was not found. Install git, or add its folder to PATH.\n');
    expect(await readdir(machine.temp)).toEqual([]);
  });

  it('fails when the gate refuses nothing, and when it refuses everything', async () => {
    const answers = 'const [command, ...rest] = process.argv.slice(2);\n';
    const resolves = "if (command === 'resolve') process.exit(rest.includes('red') ? 3 : 0);\n";
    for (const [code, branch] of [
      [0, 'cheaper-security'],
      [1, 'better-tests'],
      [2, 'cheaper-security'],
    ] as const) {
      await using machine = await Machine.start();
      const project = await machine.projectWith(`${answers}${resolves}process.exit(${code});\n`);
      const { status, stdout, stderr } = await machine.demo({}, project);
      expect(status).toBe(1);
      expect(stderr).toContain(`This ended with ${code};`);
      expect(stdout.trimEnd().split('\n').at(-1)).toContain(`--head ${branch}`);
      expect(await readdir(machine.temp)).toEqual([]);
    }
  });
});
