/**
 * Prints what one week out of a year costs to fetch: where the server leaves blobs out until they are asked for, and
 * where it refuses to, so that everything comes. No limit was promised: the ratio says what the filter is worth.
 */
import { execFileSync } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { openUsageLedger } from '../src/gather/ledger.ts';
import type { IsoWeek } from '../src/time/week.ts';
import { readStoredLine } from '../src/usage/records/ledger-line.ts';
import { serveGit } from '../test/ledger/http.ts';

/** `repository`: a bare repository with the year. */
export async function benchFilter(repository: string, week: IsoWeek, now: Date): Promise<void> {
  // Hosts keep what they serve packed: a server that must pack 80 MB first is slow to answer.
  execFileSync('git', ['-C', repository, 'repack', '-a', '-d', '--quiet', '--window=0']);
  await using server = await serveGit(dirname(repository));
  const read = async (
    allowed: boolean,
  ): Promise<{ readonly megabytes: number; readonly seconds: number }> => {
    execFileSync('git', ['-C', repository, 'config', 'uploadpack.allowFilter', String(allowed)]);
    const before = server.sent();
    const start = performance.now();
    const options = { ledger: `${server.url}/${basename(repository)}`, githubToken: null };
    const call = { options, surface: 'cli', env: process.env, cwd: dirname(repository), now } as const;
    const ledger = await openUsageLedger(call, readStoredLine);
    const { entries } = await ledger.readWeek(week, 'UTC');
    await ledger.close();
    if (entries.length === 0) throw new Error('nothing was read');
    return { megabytes: (server.sent() - before) / 1e6, seconds: (performance.now() - start) / 1000 };
  };
  const part = await read(true);
  const whole = await read(false);
  const says = (of: typeof part): string => `${of.megabytes.toFixed(1)} MB in ${of.seconds.toFixed(1)} s`;
  console.log(
    `one week over HTTP: ${says(part)} with --filter=blob:none, ${says(whole)} where the server refuses it (${(whole.megabytes / part.megabytes).toFixed(0)} × the bytes)`,
  );
}
