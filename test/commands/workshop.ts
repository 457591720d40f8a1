import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CliResult, execute } from '../../src/cli/execute.ts';
import { COMMANDS } from '../../src/commands/registry.ts';
import { checkOut, gitAs } from '../support/checkout.ts';

export const ALLOCATION = `version: 1
tiers:
  - { name: haiku, model: claude-haiku-5-5 }
  - { name: sonnet, model: claude-sonnet-5-5 }
  - { name: opus, model: claude-opus-5-5 }
phases: [PLAN, EXEC]
facts: { docs: { type: boolean } }
agents:
  TESTING: { default: sonnet }
  SECURITY: { default: opus, aliases: [x] }
floors:
  - { id: security-always-opus, agents: [SECURITY], minimum: opus, exceptions: never }
`;

export const FIXTURES = join(import.meta.dirname, '../fixtures/usage');

/** A repository with an allocation, on disk. Use it with `using`. */
export class Workshop implements Disposable {
  readonly folder: string;
  readonly repository: string;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'haiku-first-workshop-'));
    this.repository = join(this.folder, 'demo');
    checkOut(this.repository, ALLOCATION);
  }

  git(...args: string[]): string {
    return gitAs(this.repository, ...args);
  }

  write(path: string, text: string): string {
    const full = join(this.repository, path);
    writeFileSync(full, text);
    return full;
  }

  /** What Claude Code would have left: a sample's result and transcripts, in a home of its own. */
  home(sample: string): string {
    const home = mkdtempSync(join(this.folder, 'home-'));
    cpSync(join(FIXTURES, sample, 'projects'), join(home, '.claude/projects'), { recursive: true });
    return home;
  }

  /** `haiku-first ARGS…` in the repository. */
  run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliResult> {
    return execute(args, {
      env: { PATH: process.env.PATH, HOME: this.folder, ...env },
      cwd: this.repository,
      clock: () => new Date('2026-11-23T04:00:00Z'),
      commands: COMMANDS,
    });
  }

  /** The same with `--json`, as a value; throws what was said on standard error when it failed. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into documents of many kinds
  async json(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<any> {
    const result = await this.run([...args, '--json'], env);
    if (result.exitCode !== 0) throw new Error(result.stderr.join('\n'));
    return JSON.parse(result.stdout);
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
