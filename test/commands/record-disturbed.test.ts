import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { disturb } from '../ledger/disturbed.ts';
import { serveGit } from '../ledger/http.ts';
import { FIXTURES } from '../support/claude-code.ts';
import { JobScene } from '../support/job-scene.ts';

const RECORD = ['record', '--from', join(FIXTURES, 'sub'), '--agent', 'TESTING', '--phase', 'EXEC'];

function ledgerBeside(job: JobScene): void {
  execFileSync('git', ['init', '--quiet', '--bare', join(job.folder, 'ledger.git')]);
}

function kept(job: JobScene): string[] {
  return readdirSync(job.checkout).filter((name) => name.startsWith('haiku-first-unwritten-'));
}

describe('record, where the ledger cannot be read first', () => {
  it('keeps the records, and says where they are', async () => {
    using job = JobScene.atDesk();
    ledgerBeside(job);
    await using server = await serveGit(job.folder);
    // Nobody answers there any more.
    await server[Symbol.asyncDispose]();
    const { exitCode, stderr } = await job.cli([...RECORD, '--ledger', `${server.url}/ledger.git`]);
    expect(exitCode).toBe(2);
    const [file = ''] = kept(job);
    expect(stderr.join('\n')).toContain(`haiku-first ledger import ${join(job.checkout, file)}`);
    const ledger = join(job.folder, 'ledger.git');
    expect(await job.json(['ledger', 'import', file, '--ledger', ledger])).toMatchObject({ written: 2 });
  }, 60_000);

  it('gets through where a fifth of all requests fail', async () => {
    using job = JobScene.atDesk();
    ledgerBeside(job);
    await using server = await serveGit(job.folder);
    await using proxy = await disturb(server.url, 0.2, 5);
    const ledger = `${proxy.url}/ledger.git`;
    job.write('used.json', '[{"model":"claude-sonnet-5-5","usage":{"input_tokens":5,"output_tokens":5}}]');
    const args = ['record', '--from', 'used.json', '--agent', 'TESTING', '--phase', 'EXEC'];
    for (let run = 1; run <= 4; run += 1)
      expect(await job.cli([...args, '--run', `${run}`, '--ledger', ledger])).toMatchObject({ exitCode: 0 });
    expect(proxy.faults.length).toBeGreaterThan(3);
    expect(kept(job)).toEqual([]);
    const verified = await job.json(['ledger', 'verify', '--ledger', join(job.folder, 'ledger.git')]);
    expect(verified).toMatchObject({ files: 4, conflicts: [], problems: [], duplicates: 0 });
  }, 120_000);
});
