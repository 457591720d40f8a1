import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import type { Call } from '../surface/call.ts';

/**
 * Where a path that a step of a workflow names leads once all links are followed. In the Action that is within the
 * place that it was named in, the workspace or the job's temporary files: a checked-out pull request could turn a file
 * or a folder into a link to a secret of the runner, or to what an earlier step left. Throws `UserError` for a path
 * that leads elsewhere, and what `fs` throws where there is nothing.
 */
export function realPath(path: string, { surface, cwd, env }: Pick<Call, 'surface' | 'cwd' | 'env'>): string {
  const full = resolve(cwd, path);
  const real = realpathSync(full);
  if (surface !== 'action') return real;
  const roots = [cwd, env.GITHUB_WORKSPACE, env.RUNNER_TEMP].flatMap((root) => (root ? [root] : []));
  const stays = roots.some((root) => {
    const realRoot = realpathSync(root);
    return isInside(realRoot, real) && (isInside(resolve(root), full) || isInside(realRoot, full));
  });
  if (stays) return real;
  throw new UserError(`${path} is outside the workspace.`, 'Name a file of the checkout.');
}

function isInside(root: string, path: string): boolean {
  const steps = relative(root, path).split(sep);
  // What git keeps, such as the token of a checkout, is no part of the work; a job may have several checkouts.
  return steps[0] !== '..' && !steps.some((step) => step.toLowerCase() === '.git');
}
