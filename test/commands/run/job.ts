import { type CliResult, execute } from '../../../src/cli/execute.ts';
import { COMMANDS } from '../../../src/commands/registry.ts';
import type { RunDocument } from '../../../src/generated/run.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import type { FakeAnthropic } from '../../support/anthropic/index.ts';
import { ALLOCATION, Workshop } from '../workshop.ts';

export const RUN_NOW = '2026-11-23T04:00:00Z';

export type RunAnswer = Omit<RunDocument, 'records'> & { readonly records: readonly UsageRecord[] };

export interface RunResult extends CliResult {
  readonly json: RunAnswer;
  /** Milliseconds that it waited between tries. */
  readonly waits: readonly number[];
}

const DEFAULTS = ['--phase', 'EXEC', '--ledger', 'none', '--prompt', 'Do it.'];

/** A repository in which `haiku-first run` is called. Waiting takes no time in it, and the clock only moves by waits. */
export class RunShop extends Workshop {
  readonly api: FakeAnthropic;

  constructor(api: FakeAnthropic) {
    super();
    this.api = api;
  }

  /** Gives the agent TESTING these further lines, as one YAML flow mapping: `check: { command: check.mjs }`. */
  testing(more: string): void {
    this.write('allocation.yaml', ALLOCATION.replace('{ default: sonnet }', `{ default: sonnet, ${more} }`));
  }

  async job(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<RunResult> {
    const waits: number[] = [];
    const result = await this.raw(['run', ...DEFAULTS, ...args, '--json'], env, waits);
    return { ...result, json: JSON.parse(result.stdout), waits };
  }

  /** `haiku-first ARGS…`, as it is printed. */
  raw(
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
    waits: number[] = [],
  ): Promise<CliResult> {
    let clock = 0;
    return execute(args, {
      env: { PATH: process.env.PATH, HOME: this.folder, RUNNER_TEMP: this.folder, ...this.api.env(), ...env },
      cwd: this.repository,
      clock: () => new Date(RUN_NOW),
      commands: COMMANDS,
      pace: {
        sleep: (ms) => {
          waits.push(ms);
          clock += ms;
          return Promise.resolve();
        },
        random: () => 0.5,
        monotonic: () => clock,
        now: () => new Date(Date.parse(RUN_NOW) + clock),
      },
    });
  }
}
