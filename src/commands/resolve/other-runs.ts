import type { AgentName } from '../../allocation/names.ts';
import type { Context } from '../../gather/context.ts';
import type { PlaceOptions } from '../../gather/job-place.ts';
import type { Decision } from '../../policy/decision/resolve.ts';
import type { Annotation } from '../../render/annotation.ts';
import type { OptionValues } from '../../surface/options/index.ts';

/** Decisions in the light of what other runs do, or have done. */
export interface Claimed {
  readonly decisions: readonly Decision[];
  /** Agents whose work another run does: this one puts nothing off. */
  readonly left: ReadonlySet<AgentName>;
  /** Why it fails all the same: a guarded cell that nobody has done yet must not pass. */
  readonly failure: string | null;
  readonly annotations: readonly Annotation[];
}

/** A decision whose work another run does or has done, in these words: this run does nothing of it. */
export function leftToOther(decision: Decision, text: string, source: 'claim' | null): Decision {
  return {
    ...decision,
    decision: 'defer',
    tier: null,
    model: null,
    fallback: [],
    available: [],
    exceptions: [],
    trace: [...decision.trace, { step: 'claim', text: `${text}: this run does nothing`, source }],
  };
}

/** What it takes to look for the run that did the work of a job. */
export type DoneContext = Context<
  PlaceOptions & Pick<OptionValues, 'workItem' | 'ledger' | 'githubToken' | 'onDefer'>
>;
