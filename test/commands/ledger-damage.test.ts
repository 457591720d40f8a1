import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIXTURES } from '../support/claude-code.ts';
import { ALLOCATION, JobScene } from '../support/job-scene.ts';

const BUDGET = `${ALLOCATION}budget: { mode: enforce, timezone: UTC, weekly: { tokens: 500000 }, on_unmeasured: fail }\n`;

const TESTING = ['--agent', 'TESTING', '--phase', 'EXEC'];

/** A ledger of four lines, two of them of today, kept in a bare repository or in the checkout. */
class Kept extends JobScene {
  readonly bare = join(this.folder, 'ledger.git');

  static async in(place: 'a bare repository' | 'the checkout'): Promise<{ job: Kept; ledger: string }> {
    const job = new Kept({ event: null, allocation: BUDGET });
    job.git('init', '--quiet', '--bare', job.bare);
    const ledger = place === 'the checkout' ? job.checkout : job.bare;
    const seen = await job.json(['record', '--from', join(FIXTURES, 'sub'), ...TESTING, '--ledger', 'none']);
    const [first] = seen.records;
    const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-25'];
    for (const [n, day] of days.entries()) {
      const line = { ...first, id: undefined, at: `${day}T05:00:0${n}Z`, session: `s${n}` };
      job.write('some.jsonl', JSON.stringify(line));
      await job.json(['ledger', 'import', 'some.jsonl', '--ledger', ledger]);
    }
    return { job, ledger };
  }

  /** Takes a tree of the ledger's head away, as a disk or half a fetch does; says which. */
  lose(ledger: string, folder: string): string {
    const id = this.git('-C', ledger, 'rev-parse', `haiku-first-ledger:${folder}`).trim();
    rmSync(
      join(
        this.git('-C', ledger, 'rev-parse', '--absolute-git-dir').trim(),
        'objects',
        id.slice(0, 2),
        id.slice(2),
      ),
    );
    return id;
  }

  head(ledger: string): string {
    return this.git('-C', ledger, 'rev-parse', 'haiku-first-ledger');
  }
}

describe.each(['a bare repository', 'the checkout'] as const)('a ledger in %s that lacks a tree', (place) => {
  it.each([
    ['its root', ''],
    ['v1', 'v1'],
    ['a year', 'v1/2026'],
    ['the day', 'v1/2026/11/25'],
    ['a day beside it', 'v1/2026/11/24'],
  ])('of %s: is damaged for every reader, and a write changes nothing', async (_, folder) => {
    const { job, ledger } = await Kept.in(place);
    using _job = job;
    job.lose(ledger, folder);
    const head = job.head(ledger);

    const verified = await job.cli(['ledger', 'verify', '--ledger', ledger]);
    expect(verified.exitCode).toBe(2);
    expect(verified.stderr.join('\n')).toMatch(/cannot be read: its tree .*missing/);
    const resolved = await job.cli(['resolve', ...TESTING, '--ledger', ledger]);
    expect(resolved.exitCode).toBe(2);
    expect(resolved.stderr.join('\n')).toMatch(/cannot be read: its tree .*missing/);
    expect((await job.cli(['ledger', 'export', '--ledger', ledger])).exitCode).toBe(2);

    const args = ['record', '--from', join(FIXTURES, 'sub'), ...TESTING, '--ledger', ledger];
    const recorded = await job.cli(args);
    expect(recorded.exitCode).toBe(2);
    expect(recorded.stderr.join('\n')).toMatch(
      /its (root|folder v1\S*) cannot be read[\s\S]*haiku-first-unwritten-/,
    );
    expect(job.head(ledger)).toBe(head);
  });
});

describe.each(['a bare repository', 'the checkout'] as const)(
  'a history in %s that was rewritten',
  (place) => {
    it.each([
      ['a file of today', 1, 'v1/2026/11/25: This folder of the ledger has 1 of the 2 files'],
      ['the only file of a day', 2, 'v1/2026/11/24: This folder of the ledger has 0 of the 1 files'],
    ])('without %s is damage, until what is missing is merged into it', async (_, back, said) => {
      const { job, ledger } = await Kept.in(place);
      using _job = job;
      const clone = join(job.folder, 'clone');
      const branch = 'haiku-first-ledger';
      job.git('clone', '--quiet', '--branch', branch, ledger, clone);
      const whole = job.head(ledger).trim();
      job.git('-C', clone, 'rebase', '--quiet', '--onto', `HEAD~${back + 1}`, `HEAD~${back}`);
      job.git('-C', clone, 'push', '--quiet', '--force', 'origin', `HEAD:${branch}`);

      const isTold = async () => {
        const verified = await job.cli(['ledger', 'verify', '--ledger', ledger]);
        expect({ exitCode: verified.exitCode, stderr: verified.stderr.join() }).toEqual({
          exitCode: 2,
          stderr: expect.stringContaining(said),
        });
        const resolved = await job.cli(['resolve', ...TESTING, '--ledger', ledger]);
        expect(resolved.exitCode).toBe(2);
        expect(resolved.stderr.join()).toContain(said);
        const { incomplete } = await job.json(['report', '--ledger', ledger]);
        expect(incomplete.join()).toContain(said);
      };
      await isTold();
      // A further file does not stand in for the one that is missing.
      await job.json(['record', '--from', join(FIXTURES, 'sub'), ...TESTING, '--ledger', ledger]);
      await isTold();

      job.git('-C', clone, 'pull', '--quiet', '--rebase');
      job.git('-C', clone, 'merge', '--quiet', '--message=Restore', whole);
      job.git('-C', clone, 'push', '--quiet', 'origin', `HEAD:${branch}`);
      expect(await job.json(['ledger', 'verify', '--ledger', ledger])).toMatchObject({ entries: 6 });
      expect(await job.json(['resolve', ...TESTING, '--ledger', ledger])).toMatchObject({ decision: 'run' });
    });
  },
);
