import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { givenInputs } from '../../src/actions/inputs.ts';
import { type CliResult, execute } from '../../src/cli/execute.ts';
import { COMMANDS } from '../../src/commands/registry.ts';
import { run } from '../../src/commands/resolve/index.ts';
import type { CommitId } from '../../src/git/commit-reader.ts';
import { parseOptions } from '../../src/surface/options/index.ts';
import type { Outcome } from '../../src/surface/outcome.ts';
import { type Overrides, payload } from '../support/github/payload.ts';

export const NOW = new Date('2026-11-23T03:00:00Z');

/** A job of a workflow: an event, a folder and an environment, in which steps run. Use it with `using`. */
export class Job implements Disposable {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly #folder = mkdtempSync(join(tmpdir(), 'haiku-first-job-'));

  constructor(
    event: string,
    content: unknown,
    cwd: string | null,
    env: Readonly<Record<string, string>> = {},
  ) {
    this.cwd = cwd ?? this.#folder;
    const path = join(this.#folder, 'event.json');
    writeFileSync(path, JSON.stringify(content));
    this.env = {
      PATH: process.env.PATH ?? '',
      HOME: this.#folder,
      RUNNER_TEMP: this.#folder,
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: path,
      GITHUB_REPOSITORY: 'octo/demo',
      GITHUB_RUN_ID: '77',
      GITHUB_ACTOR: 'octocat',
      ...env,
    };
  }

  /** A step that uses the Action for `resolve`, with these inputs. */
  async resolve(inputs: Readonly<Record<string, string>>): Promise<Outcome> {
    const given = Object.entries({ ledger: 'none', ...inputs }).map(([name, value]) => [
      `INPUT_${name.toUpperCase()}`,
      value,
    ]);
    const env = { ...this.env, ...Object.fromEntries(given) };
    const options = await parseOptions('resolve', givenInputs(env, 'resolve'), {
      label: ({ flag }) => `The input ${flag}`,
      readText: () => Promise.reject(new Error('no file is read')),
    });
    return run({ options, surface: 'action', env, cwd: this.cwd, now: NOW });
  }

  /** `haiku-first ARGS…` in a step. */
  cli(...args: readonly string[]): Promise<CliResult> {
    return execute(args, { env: this.env, cwd: this.cwd, clock: () => NOW, commands: COMMANDS });
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const REPOSITORY = { name: 'demo', full_name: 'octo/demo', default_branch: 'main', owner: { login: 'octo' } };

/** The payload of an event about the pull request that would bring `head` to `base`. */
export function aboutPullRequest(
  event: string,
  base: CommitId,
  head: CommitId,
  more: Overrides = {},
): unknown {
  const side = (ref: string, sha: CommitId): Overrides => ({ ref, sha, repo: REPOSITORY });
  return payload(event, {
    repository: REPOSITORY,
    pull_request: {
      number: 12,
      base: side('main', base),
      head: side('topic', head),
      labels: [{ name: 'Security' }],
      additions: 40,
      deletions: 11,
      changed_files: 2,
      draft: false,
      ...more,
    },
  });
}

/** The payload of another event of the same repository. */
export function ofRepository(event: string, more: Overrides = {}): unknown {
  return payload(event, { repository: REPOSITORY, ...more });
}
