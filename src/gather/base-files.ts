import { dirname, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import type { GithubEvent } from '../github/event/index.ts';
import type { Context } from './context.ts';
import { stateAt, workTree } from './files.ts';

/** A file as the base has it; null where it is to be taken as it lies on the disk. */
export type ReadBase = (path: string) => Promise<Uint8Array | null>;

/**
 * Reads files of the repository where its allocation is read in a job about a pull request: at its base. What a
 * pull request makes of them must not tell the job what to do that reviews it. What the base does not have, such as
 * what an earlier step has made, and files outside of the checkout, are as they lie on the disk. Throws `UserError`
 * for what is no regular file at the base, or is too large.
 */
export function readsBase(context: Context): ReadBase {
  const { event, cwd, notes } = context;
  if (event === null || !isReview(event)) return () => Promise.resolve(null);
  return async (path) => {
    const full = resolve(cwd, path);
    const root = workTree(cwd);
    // Another checkout, within this one or elsewhere, may be of another repository.
    if (root === null || workTree(dirname(full)) !== root) return null;
    const deciding = await context.deciding();
    if (deciding === null) return null;
    const { commit } = deciding;
    const where = `commit ${commit.slice(0, 12)}`;
    const reader = await context.readerOf(commit);
    const state = await stateAt(reader, commit, relative(root, full).split(sep).join('/'));
    if (state.kind === 'absent') return null;
    if (state.kind === 'irregular')
      throw new UserError(`${path} at ${where} is not a regular file (mode ${state.mode}).`);
    notes.push(`${path} is read at ${where}: a pull request must not steer the job that reviews it.`);
    return state.bytes;
  };
}

/** A job about a pull request, also one that comes after a run about one: an earlier step may have put its head there. */
function isReview(event: GithubEvent): boolean {
  if (event.kind === 'other') return event.pullRequest !== null || event.name === 'workflow_run';
  return event.kind !== 'push';
}
