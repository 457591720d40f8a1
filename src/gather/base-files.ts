import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import type { GithubEvent } from '../github/event/index.ts';
import type { Context } from './context.ts';
import { stateAt, workTree } from './files.ts';

/** A file as the base has it; null where it is to be taken as it lies on the disk. */
export type ReadBase = (path: string) => Promise<Uint8Array | null>;

/**
 * Reads files of the repository where its allocation is read in a job about a pull request: at its base. What a
 * pull request makes of them must not tell the job what to do that reviews it, nor may what only the checkout has. A
 * file outside of every checkout is as it lies on the disk: only a step of the job writes there, as much to be trusted
 * as what the workflow says itself. Throws `UserError` for what is no regular file at the base, is too large, or lies
 * in a checkout alone.
 */
export function readsBase(context: Context): ReadBase {
  const { event, notes } = context;
  if (event === null || !isReview(event)) return () => Promise.resolve(null);
  return async (path) => {
    const own = pathInCheckout(path, context);
    const deciding = own === null ? null : await context.deciding();
    if (own === null || deciding === null) return null;
    const { commit, where } = deciding;
    const state = await stateAt(await context.readerOf(commit), commit, own);
    if (state.kind === 'absent') {
      throw new UserError(
        `There is no ${own} at ${where}, where it is read in a job about a pull request, which can write the checkout.`,
        'Commit it there first, or have a step write it to a file in $RUNNER_TEMP, and name that one.',
      );
    }
    const at = `commit ${commit.slice(0, 12)}`;
    if (state.kind === 'irregular')
      throw new UserError(`${path} at ${at} is not a regular file (mode ${state.mode}).`);
    notes.push(`${path} is read at ${at}: a pull request must not steer the job that reviews it.`);
    return state.bytes;
  };
}

/**
 * Refuses a path inside of a checkout in a job about a pull request, which can write there: for what is not to be read at
 * the base. Throws `UserError`.
 */
export function refuseCheckout(
  path: string,
  call: Pick<Context, 'cwd' | 'env'> & { readonly event?: GithubEvent | null },
): void {
  const { event } = call;
  if (event == null || !isReview(event) || pathInCheckout(path, call) === null) return;
  throw inCheckout(path);
}

/**
 * Where in the repository a path leads, by its own steps or by links, as git has it: in a workspace that is no
 * checkout, from its root. Null: it is outside of every checkout. Throws `UserError` for a file of another checkout,
 * which may be of any repository, and of a head.
 */
function pathInCheckout(path: string, { cwd, env }: Pick<Context, 'cwd' | 'env'>): string | null {
  const full = resolve(cwd, path);
  const real = realOf(full);
  const root = workTree(cwd) ?? resolve(cwd);
  const own = below(root, full) ?? below(realOf(root), real);
  if (own === '') throw new UserError(`${path} is not a file.`);
  if (own !== null) return own;
  const { GITHUB_WORKSPACE: workspace } = env;
  const isOfWorkspace =
    workspace && (below(resolve(workspace), full) ?? below(realOf(workspace), real)) !== null;
  if (!isOfWorkspace && workTree(dirname(real)) === null) return null;
  throw inCheckout(path);
}

function inCheckout(path: string): UserError {
  return new UserError(
    `${path} is in a checkout, which a pull request can write.`,
    'Have a step write it to a file in $RUNNER_TEMP, outside of any checkout, and name that one.',
  );
}

/** A path below a folder, with forward slashes; null where it is not below. */
function below(folder: string, path: string): string | null {
  const way = relative(folder, path);
  return isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`) ? null : way.split(sep).join('/');
}

/** With all links followed, and letters in the case that the disk has them; the path itself where there is nothing. */
function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return resolve(path);
  }
}

/** A job about a pull request, also one that comes after a run about one: an earlier step may have put its head there. */
function isReview(event: GithubEvent): boolean {
  if (event.kind === 'other')
    return event.pullRequest !== null || ['workflow_run', 'check_suite', 'check_run'].includes(event.name);
  return event.kind !== 'push';
}
