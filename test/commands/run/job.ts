import type { CliResult } from '../../../src/cli/execute.ts';
import type { RunDocument } from '../../../src/generated/run.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import type { FakeAnthropic } from '../../support/anthropic/index.ts';
import { JobScene } from '../../support/job-scene.ts';

export const RUN_NOW = '2026-11-23T04:00:00Z';

export type RunAnswer = Omit<RunDocument, 'records'> & { readonly records: readonly UsageRecord[] };

export interface RunResult extends CliResult {
  readonly json: RunAnswer;
  /** Milliseconds that it waited between tries. */
  readonly waits: readonly number[];
}

const DEFAULTS = ['--phase', 'EXEC', '--ledger', 'none', '--prompt', 'Do it.'];

/** A desk at which `haiku-first run` is called. Waiting takes no time, and the clock only moves by waits. */
export class RunShop extends JobScene {
  readonly api: FakeAnthropic;
  readonly #random: number;

  /** `random`: the chance that waits are drawn by. */
  constructor(api: FakeAnthropic, { random = 0.5 } = {}) {
    super({ event: null, env: api.env(), now: RUN_NOW });
    this.env.RUNNER_TEMP = this.temp;
    this.api = api;
    this.#random = random;
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
    return this.cli(args, env, {
      sleep: (ms) => {
        waits.push(ms);
        clock += ms;
        return Promise.resolve();
      },
      random: () => this.#random,
      monotonic: () => clock,
      now: () => new Date(Date.parse(RUN_NOW) + clock),
    });
  }
}
