import { UserError } from '../../errors.ts';
import { type Git, words } from './process.ts';

/** `GIT_CONFIG_GLOBAL`, without which the user's configuration would be obeyed, came with 2.32. */
const OLDEST = [2, 32] as const;

/** What git calls itself: `git version 2.39.5`. */
export async function gitVersion(git: Git): Promise<string> {
  return words((await git({ args: ['version'] })).stdout.toString('utf8').trim());
}

/** Throws `UserError` for a git that is too old to be kept apart from the user's configuration. */
export async function requireGit(git: Git): Promise<void> {
  const text = await gitVersion(git);
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(text) ?? []).map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new UserError(`${text} is too old for the ledger.`, `Install git ${OLDEST.join('.')} or later.`);
}
