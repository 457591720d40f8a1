import type { Github } from '../../gather/repository.ts';
import type { Decision } from '../../policy/decision/resolve.ts';
import type { Annotation, Surroundings } from '../../surface/outcome.ts';

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
  const { judgeClaim } = await import('./claim.ts');
  return judgeClaim(claim, decisions, github, surroundings);
}
