import type { Decision } from '../policy/resolve.ts';
import type { Annotation, Surroundings } from './outcome.ts';
import type { Github } from './repository.ts';

/** Decisions in the light of the claim that the run was started with. */
export interface Claimed {
  readonly decisions: readonly Decision[];
  /** An older run does the work: this one puts nothing off, and does not fail. */
  readonly left: boolean;
  readonly annotations: readonly Annotation[];
}

/** The decisions, unless an older run does the work of this claim already. Throws `UserError` for a claim that is none. */
export async function withClaim(
  claim: string | null,
  decisions: readonly Decision[],
  github: () => Promise<Github>,
  surroundings: Surroundings,
): Promise<Claimed> {
  if (claim === null) return { decisions, left: false, annotations: [] };
  // Loaded only now: few runs are started by a drain.
  const { judgeClaim } = await import('./resolve-claim.ts');
  return judgeClaim(claim, decisions, github, surroundings);
}
