import type { Loaded } from '../../gather/allocation.ts';
import type { Context } from '../../gather/context.ts';
import type { Decision } from '../../policy/decision/resolve.ts';
import type { OptionValues } from '../../surface/options/index.ts';
import type { Claimed, DoneContext } from './other-runs.ts';

/**
 * The decisions, but for the work that another run does or has done: an older one with the same claim, or the one that a
 * drain started for what an earlier attempt of this job deferred. Throws `UserError` for a claim that is none.
 */
export async function withClaim(
  decisions: readonly Decision[],
  loaded: Loaded,
  context: DoneContext & Context<Pick<OptionValues, 'claim'>>,
): Promise<Claimed> {
  const { options, event, env, surface } = context;
  // Loaded only now: few runs are started by a drain, and few are run again.
  if (options.claim !== null) {
    const { judgeClaim } = await import('./claim.ts');
    return judgeClaim(options.claim, decisions, context);
  }
  const again = surface === 'action' && Number(env.GITHUB_RUN_ATTEMPT || '1') > 1;
  if (again && event?.kind === 'pull_request' && !event.head.fork) {
    const { judgeDone } = await import('./done.ts');
    return judgeDone(decisions, event, loaded, context);
  }
  return { decisions, left: new Set(), failure: null, annotations: [] };
}
