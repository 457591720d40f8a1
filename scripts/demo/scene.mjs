import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Trouble } from './trouble.mjs';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = join(PROJECT, 'dist', 'cli.js');
const FILE = 'allocation.yaml';

/** Written the way a person types it in a shell. */
function typed(words) {
  return words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`)).join(' ');
}

/**
 * The caller's environment without what would make git look at another repository, and without what would make
 * haiku-first take itself for a step of a workflow: the demo also runs in CI.
 */
function surroundings() {
  const env = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (!/^(?:GIT|GITHUB|INPUT|RUNNER)_/i.test(name)) env[name] = value;
  }
  // No configuration of the machine or the user: no hooks, no signing, and a name even where there is none.
  const who = { NAME: 'Demo', EMAIL: 'demo@example.invalid' };
  for (const [key, value] of Object.entries(who)) {
    env[`GIT_AUTHOR_${key}`] = value;
    env[`GIT_COMMITTER_${key}`] = value;
  }
  return {
    ...env,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    // The ids of blobs are shown: they must not depend on the age of git.
    GIT_DEFAULT_HASH: 'sha1',
    LC_ALL: 'C',
  };
}

/** What git before 2.32, which knows no GIT_CONFIG_GLOBAL, could still find at a user's. */
const SETTINGS = [
  'commit.gpgsign=false',
  `core.hooksPath=${devNull}`,
  'core.autocrlf=false',
  'color.ui=false',
  'core.abbrev=7',
];

/** A throw-away git repository that holds the project's own allocation, and a terminal to work in it. */
export class Scene {
  #folder;
  #clock;
  #env = surroundings();

  constructor(folder, clock) {
    this.#folder = folder;
    this.#clock = clock;
  }

  /** Throws `Trouble` when git or `dist/` is missing. Whoever opens a scene closes it. */
  static open(clock) {
    if (!existsSync(CLI)) {
      throw new Trouble('dist/cli.js is missing. It is part of the repository: git checkout -- dist');
    }
    const scene = new Scene(mkdtempSync(join(tmpdir(), 'haiku-first-demo-')), clock);
    try {
      scene.#prepare();
    } catch (error) {
      scene.close();
      throw error;
    }
    return scene;
  }

  #prepare() {
    this.#git('init', '--quiet', '--template=');
    // `git init --initial-branch` is younger than some machines.
    this.#git('symbolic-ref', 'HEAD', 'refs/heads/main');
    copyFileSync(join(PROJECT, FILE), join(this.#folder, FILE));
    this.#record('Allocate models');
  }

  close() {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The clock that every command takes. */
  get now() {
    return this.#clock === null ? new Date() : new Date(this.#clock);
  }

  /** The command line, as somebody elsewhere would call it. */
  get cli() {
    return CLI;
  }

  /** Where a file stands that is to stay: in the folder from which the demo was started. */
  outside(name) {
    return join(process.cwd(), name);
  }

  /** Writes a file of the repository, which is in no commit. */
  write(name, text) {
    writeFileSync(join(this.#folder, name), text);
  }

  say(text) {
    console.log(`${text}\n`);
  }

  /** Runs `haiku-first ARGS…`, shows it, and throws `Trouble` when it does not end with this exit code. */
  run(args, expected) {
    const words = this.#clock === null ? args : [...args, '--now', this.#clock];
    console.log(`$ ${typed(['haiku-first', ...words])}`);
    const { status, stdout, stderr } = this.#spawn(process.execPath, [CLI, ...words]);
    process.stdout.write(stdout);
    process.stdout.write(stderr);
    console.log('');
    if (status !== expected)
      throw new Trouble(`This ended with ${status}; it should have ended with ${expected}.`);
  }

  /** Starts a branch from main, with one commit for each of the edits. */
  branch(name, edits) {
    this.#git('checkout', '--quiet', '-b', name, 'main');
    for (const { subject, from, to } of edits) {
      const path = join(this.#folder, FILE);
      const text = readFileSync(path, 'utf8');
      if (text.split(from).length !== 2) throw new Trouble(`${FILE} does not hold this once:\n${from}`);
      writeFileSync(
        path,
        text.replace(from, () => to),
      );
      this.#record(subject);
    }
  }

  /** Goes back to what is merged. */
  main() {
    this.#git('checkout', '--quiet', 'main');
  }

  /** Shows what git says to these words. */
  showGit(...args) {
    console.log(`$ ${typed(['git', ...args])}`);
    console.log(this.#git('--no-pager', ...args));
  }

  #record(subject) {
    this.#git('add', '--', FILE);
    this.#git('commit', '--quiet', '--no-verify', '-m', subject);
  }

  #git(...args) {
    const { status, stdout, stderr } = this.#spawn('git', [
      ...SETTINGS.flatMap((each) => ['-c', each]),
      ...args,
    ]);
    if (status !== 0) throw new Trouble(`git ${typed(args)} ended with ${status}: ${stderr.trim()}`);
    return stdout;
  }

  #spawn(program, args) {
    const result = spawnSync(program, args, { cwd: this.#folder, env: this.#env, encoding: 'utf8' });
    if (program === 'git' && result.error?.code === 'ENOENT') {
      throw new Trouble('git was not found. Install git, or add its folder to PATH.');
    }
    if (result.error !== undefined) throw result.error;
    if (result.signal !== null) throw new Trouble(`Interrupted by ${result.signal}.`);
    return result;
  }
}
