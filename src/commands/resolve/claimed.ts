import type { Context } from '../../gather/context.ts';
import type { Decision } from '../../policy/decision/resolve.ts';
import type { OptionValues } from '../../surface/options/index.ts';
import type { Claimed } from './claim.ts';

/** The decisions, unless an older run does the work of this claim already. Throws `UserError` for a claim that is none. */
export async function withClaim(
  decisions: readonly Decision[],
  context: Context<Pick<OptionValues, 'claim'>>,
): Promise<Claimed> {
  const { claim } = context.options;
  if (claim === null) return { decisions, left: false, failure: null, annotations: [] };
  // Loaded only now: few runs are started by a drain.
  const { judgeClaim } = await import('./claim.ts');
  return judgeClaim(claim, decisions, context);
}
