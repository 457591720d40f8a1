import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execute } from '../../src/cli/execute.ts';
import { COMMANDS } from '../../src/commands/registry.ts';
import { openLedger, readEnvelope } from '../../src/ledger/index.ts';
import { eventEntry, recordEntry } from '../../src/usage/records/ledger-line.ts';
import type { OutcomeEvent, UsageRecord } from '../../src/usage/records/record.ts';
import { git } from '../ledger/support.ts';
import { fillFrom } from '../support/template.ts';

export const NOW = '2026-11-25T12:00:00Z';

/** A folder that is a git repository with an allocation and a ledger; gone at the end of its `await using`. */
export class Workspace implements AsyncDisposable {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async with(allocation: string): Promise<Workspace> {
    const path = await mkdtemp(join(tmpdir(), 'haiku-first-workspace-'));
    fillFrom('workspace', path, (made) => git(made, 'init', '--quiet', '--initial-branch=main'));
    await writeFile(join(path, 'allocation.yaml'), allocation);
    return new Workspace(path);
  }

  /** Writes to the ledger in this repository, one file for each call. */
  async record(records: readonly UsageRecord[], events: readonly OutcomeEvent[] = []): Promise<void> {
    const ledger = await openLedger({
      location: this.path,
      cwd: this.path,
      env: process.env,
      unwrittenDir: join(this.path, 'unwritten'),
      readLine: readEnvelope,
      pace: {
        sleep: (ms) => sleep(ms).then(() => undefined),
        random: Math.random,
        monotonic: () => performance.now(),
        now: () => new Date(NOW),
      },
    });
    const entries = [...records.map(recordEntry), ...events.map(eventEntry)];
    await ledger.append(entries, { run: records[0]?.run.id ?? 'event', attempt: 1 });
    await ledger.close();
  }

  /** `haiku-first ARGS…` in this folder, on 2026-11-25. */
  run(...args: readonly string[]) {
    return execute([...args, '--now', NOW], {
      env: { PATH: process.env.PATH, HOME: this.path },
      cwd: this.path,
      clock: () => new Date(NOW),
      commands: COMMANDS,
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}
