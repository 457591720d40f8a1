import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { askOnTerminal, type Talk } from '../../../src/cli/ask.ts';
import { type CliResult, execute } from '../../../src/cli/execute.ts';
import { COMMANDS } from '../../../src/commands/registry.ts';

const NOBODY = 65534;

/** A Wednesday. */
export const NOW = '2026-11-25T12:00:00Z';

export const ACTION = `octo-org/haiku-first@${'a'.repeat(40)}`;

type Files = Readonly<Record<string, string>>;

/** A file of `.claude/agents`; `model` null: it says none. */
export function definition(name: string, model: string | null): string {
  const line = model === null ? '' : `model: ${model}\n`;
  return `---\nname: ${name}\ndescription: Does ${name}.\n${line}---\nIt’s SUB: work.\n`;
}

/** Six sub-agents and two workflows. */
export const SHOP: Files = {
  '.claude/agents/docs-writer.md': definition('docs-writer', 'haiku'),
  '.claude/agents/planner.md': definition('planner', null),
  '.claude/agents/test-writer.md': definition('test-writer', 'sonnet'),
  '.claude/agents/review/security-reviewer.md': definition('security-reviewer', 'haiku'),
  '.claude/agents/review/api.md': definition('api', 'claude-opus-5'),
  '.claude/agents/release.md': definition('Release', 'inherit'),
  '.github/workflows/build.yml':
    'name: Build\non: push\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make\n',
  '.github/workflows/review.yml': `name: Review
on: pull_request
jobs:
  review:
    runs-on: ubuntu-24.04
    steps:
      - uses: anthropics/claude-code-action@v1
        with:
          anthropic_api_key: \${{ secrets.ANTHROPIC_API_KEY }}
          prompt: Use security-reviewer.
          claude_args: --model haiku
`,
};

interface Choices {
  readonly origin?: string | null;
  /** What a person answers; null: there is none. */
  readonly answer?: boolean | null;
  /** Where it is asked for instead. */
  readonly talk?: Talk;
}

/** A repository in a temporary folder, and what `init` makes of it. Use it with `using`. */
export class InitScene implements Disposable {
  readonly folder: string;
  readonly env: Record<string, string>;
  /** What was shown to the person that was asked. */
  readonly asked: string[] = [];
  /** What that person could see before the answer. */
  readonly offered: string[] = [];

  constructor(files: Files = {}, origin: string | null = 'git@github.com:octo-org/shop.git') {
    this.folder = mkdtempSync(join(tmpdir(), 'haiku-first-init-'));
    this.env = { PATH: process.env.PATH ?? '', HOME: this.folder };
    this.git('init', '--quiet', '--initial-branch=main', '--template=');
    if (origin !== null) this.git('remote', 'add', 'origin', origin);
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  git(...args: readonly string[]): string {
    const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.invalid', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...who, ...args], { cwd: this.folder, encoding: 'utf8', stdio: 'pipe' });
  }

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  has(path: string): boolean {
    return existsSync(join(this.folder, path));
  }

  /** Every file and link of the work tree, with its text. */
  all(): Files {
    const entries = readdirSync(this.folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(this.folder, join(entry.parentPath, entry.name)))
      .filter((path) => !path.startsWith('.git/'));
    return Object.fromEntries(
      paths
        .sort()
        .map((path) => [path, lstatSync(join(this.folder, path)).isFile() ? this.read(path) : 'a link']),
    );
  }

  cli(args: readonly string[], { answer = null, talk }: Choices = {}, cwd = this.folder): Promise<CliResult> {
    return execute(args, {
      env: this.env,
      cwd,
      clock: () => new Date(NOW),
      commands: COMMANDS,
      ask: async (plan, question, whole) => {
        this.asked.push(plan, question);
        this.offered.push(whole);
        return talk === undefined ? answer : askOnTerminal({ plan, question, whole }, () => {}, talk);
      },
    });
  }

  init(args: readonly string[] = [], choices: Choices = {}): Promise<CliResult> {
    return this.cli(['init', '--action', ACTION, ...args], choices);
  }

  async json(args: readonly string[]): Promise<unknown> {
    const { stdout, stderr } = await this.cli([...args, '--json']);
    if (stdout === '') throw new Error(stderr.join('\n'));
    return JSON.parse(stdout);
  }

  /** Runs it with the rights of a user who is not root, whom no mode of a folder stops. */
  async asNobody<T>(run: () => Promise<T>): Promise<T> {
    if (process.geteuid?.() !== 0) return run();
    for (const path of ['', ...readdirSync(this.folder, { recursive: true, encoding: 'utf8' })])
      lchownSync(join(this.folder, path), NOBODY, NOBODY);
    process.seteuid?.(NOBODY);
    try {
      return await run();
    } finally {
      process.seteuid?.(0);
    }
  }

  commit(): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message=Add haiku-first');
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
