import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import {
  type Hurry,
  keptBecause,
  LEDGER_PATIENCE,
  type Ledger,
  type LedgerEntry,
  type LedgerPatience,
  type LineReader,
  openLedger,
  type Token,
} from '../ledger/index.ts';
import { REAL_PACE } from '../pace/index.ts';
import type { Call } from '../surface/call.ts';
import type { OptionValues } from '../surface/options/index.ts';
import { githubToken } from './token.ts';

/** What opening a ledger depends on. */
export type LedgerCall = Pick<
  Call<Pick<OptionValues, 'ledger' | 'githubToken'>>,
  'options' | 'surface' | 'env' | 'cwd' | 'now'
>;

/** An agent job waits for what it reads: a server that is away is asked twice, not for minutes. */
export const READING_PATIENCE: LedgerPatience = { ...LEDGER_PATIENCE, totalMs: 20_000, unreachableTries: 2 };

/**
 * Where the ledger is when nobody says: in the Action the repository that the workflow belongs to, whatever was
 * checked out; elsewhere `origin` if there is one, else this repository (null).
 */
function locationOf({ options, surface, env }: LedgerCall): string | null {
  if (options.ledger !== null) return options.ledger;
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  return surface === 'action' && server && repository ? `${server}/${repository}.git` : null;
}

/** The token for the ledger, and where it may go; null: there is none. */
export function tokenOf({ options, env }: LedgerCall): Token | null {
  const value = githubToken(options.githubToken, env);
  return value === null ? null : { value, server: env.GITHUB_SERVER_URL ?? 'https://github.com' };
}

/** Where records stay that could not be written. */
function unwrittenDir({ surface, env, cwd }: LedgerCall): string {
  return surface === 'cli' ? cwd : join(env.RUNNER_TEMP || tmpdir(), 'haiku-first-unwritten');
}

/**
 * Opens the ledger that the options mean. Throws `UserError` when there is none. Close it afterwards.
 * `readLine`: `readStoredLine` where lines are read, `readGivenLine` where they are handed in.
 */
export function openUsageLedger<E extends LedgerEntry>(
  call: LedgerCall,
  readLine: LineReader<E>,
  patience: LedgerPatience = LEDGER_PATIENCE,
  hurry: Hurry = {},
): Promise<Ledger<E>> {
  const { env, cwd, now } = call;
  return openLedger<E>({
    location: locationOf(call),
    cwd,
    env,
    token: tokenOf(call),
    unwrittenDir: unwrittenDir(call),
    readLine,
    pace: { ...REAL_PACE, now: () => now },
    patience,
    hurry,
  });
}

/** The work; where it throws because the ledger cannot be read, the records are kept first, and the error says where. */
export async function keepingUnwritten<T>(
  call: LedgerCall,
  entries: readonly LedgerEntry[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) throw await keptBecause(error, unwrittenDir(call), entries);
    throw error;
  }
}
