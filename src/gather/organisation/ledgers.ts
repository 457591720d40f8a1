import { UserError } from '../../errors.ts';
import { withoutCredentials } from '../../surface/masking.ts';
import { readDiskFile } from '../files.ts';

/** One of the ledgers that a report over many repositories is about. */
export interface LedgerOfOrganisation {
  /** For people: OWNER/REPO, or the path or address as it was given. */
  readonly repository: string;
  /** The path or address of the repository that it is in. */
  readonly location: string;
}

const NAME = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*\/[A-Za-z0-9_.-]+$/;

const HOW =
  'Write --repositories OWNER/REPO,OWNER/REPO, or @FILE with one on each line; or list them under repositories: in the policy.';

/**
 * The ledgers that a list names, each once: OWNER/REPO on the GitHub that is in use, a path that begins with `.` or `/`, an
 * address, or `@FILE` with one on each line. Throws `UserError` for an empty list, or a file that is not there.
 */
export function ledgersNamed(
  list: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
): readonly LedgerOfOrganisation[] {
  const server = env.GITHUB_SERVER_URL || 'https://github.com';
  const found = new Map<string, LedgerOfOrganisation>();
  for (const name of list.flatMap((each) => (each.startsWith('@') ? linesOf(cwd, each.slice(1)) : [each]))) {
    const location = NAME.test(name) ? `${server}/${name}.git` : name;
    const own = location.startsWith(`${server}/`)
      ? location.slice(server.length + 1).replace(/\.git$/, '')
      : '';
    const key = location.replace(/(?:\.git)?\/*$/, '');
    if (!found.has(key))
      found.set(key, { repository: NAME.test(own) ? own : withoutCredentials(name), location });
  }
  if (found.has('none')) throw new UserError('none is no ledger to report on.', HOW);
  if (found.size === 0) throw new UserError('No repositories are named for a report over many.', HOW);
  return [...found.values()];
}

/** What stands on the lines of a file, comments left out. */
function linesOf(cwd: string, path: string): readonly string[] {
  const bytes = readDiskFile(cwd, path);
  if (bytes === null) throw new UserError(`There is no ${path} in ${cwd}.`, HOW);
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}
