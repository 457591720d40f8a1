import type { IsoWeek } from '../../time/week.ts';
import type { LedgerCell } from '../cells/index.ts';
import { costPerRun, rescuesOf, tierAbove } from '../cells/index.ts';
import type { Counts, Estimate } from '../statistics/index.ts';
import { shrunken } from '../statistics/index.ts';
import type { CalibrationPolicy } from './policy.ts';
import { type Help, helpOf, repairedShare } from './rescue.ts';
import type { TrialCandidate, TrialState } from './trial.ts';
import { ACCEPTS_AT, STOPS_AT } from './trial.ts';

/** What a run costs on another tier, in micro-dollars. */
export interface CostOnTier {
  readonly microusd: number;
  /** The interval of 80 %. */
  readonly low: number;
  readonly high: number;
  /** Where it comes from: pairs of runs at the same tasks, or list prices and the same tokens. */
  readonly basis: 'measured' | 'list-prices';
  readonly pairs: number;
}

/** What a run of a cell would cost on another tier; null: nobody knows. */
export type CostOn = (cell: LedgerCell, tier: string) => CostOnTier | null;

/** What a change of the matrix would do to the cost of a week: more than now, or less. */
export interface CostOfChange extends CostOnTier {
  /** Of what the cell costs now; null: nothing is known of that. */
  readonly share: number | null;
}

/** A week of evidence in the table under a proposal. */
export interface EvidenceRow extends Counts {
  readonly week: IsoWeek;
  /** After it. */
  readonly evidence: number;
}

/** Something that is due in a cell, with all that is needed to check it. */
export interface Proposal {
  readonly kind: 'promote' | 'demote' | 'trial' | 'revert' | 'fix-spec';
  readonly agent: string;
  readonly phase: string;
  readonly from: string;
  /** Null where no tier changes. */
  readonly to: string | null;
  readonly evidence: number;
  readonly threshold: number;
  /** The runs that the evidence is taken from: matured first attempts of the cell, or those of its trial. */
  readonly counts: Counts;
  /** The shrunken rate of rework among them. */
  readonly estimate: Estimate;
  /** Week by week; empty for what a trial says. */
  readonly weeks: readonly EvidenceRow[];
  /** What the next tier made of what failed; n is 0 where it was given nothing. */
  readonly rescued: Counts;
  readonly help: Help;
  /** Higher than the next tier, what they made of what failed. */
  readonly rescuedHigher: readonly (Counts & { readonly tier: string })[];
  readonly trial: {
    readonly id: string | null;
    readonly share: number;
    readonly weeks: number | null;
  } | null;
  readonly why:
    | 'evidence'
    | 'accepted'
    | 'harm'
    | 'futile'
    | 'no-higher-tier'
    | 'higher-tier-fails'
    | 'good-enough';
  /** First attempts in a week. */
  readonly perWeek: number;
  readonly cost: CostOfChange | null;
  /** Reworks a week that it would take away, at most; null: nothing tells. */
  readonly removed: number | null;
  /** From how many micro-dollars for a rework on it pays for itself; null: nothing tells. */
  readonly paysFrom: number | null;
}

/** A cell, and what was found out about it, for whatever may be proposed. */
export interface SeenCell {
  readonly known: LedgerCell;
  readonly policy: CalibrationPolicy;
  readonly perWeek: number;
  readonly rows: readonly EvidenceRow[];
  readonly threshold: number;
  readonly costOn: CostOn;
}

/** What a cell would cost on another tier. */
export function costOfChange({ known, perWeek, costOn }: SeenCell, tier: string): CostOfChange | null {
  const now = costPerRun(known.evidence);
  const then = costOn(known, tier);
  if (now === null || then === null) return null;
  const { basis, pairs } = then;
  const more = (microusd: number): number => (microusd - now) * perWeek;
  return {
    microusd: more(then.microusd),
    low: more(then.low),
    high: more(then.high),
    share: now === 0 ? null : (then.microusd - now) / now,
    basis,
    pairs,
  };
}

function common({ known, perWeek, rows, threshold }: SeenCell) {
  const { cell, evidence, prior } = known;
  return {
    agent: cell.agent,
    phase: cell.phase,
    from: cell.assigned,
    evidence: rows.at(-1)?.evidence ?? 0,
    threshold,
    counts: evidence.counts,
    estimate: shrunken(evidence.counts, prior),
    weeks: rows,
    rescued: { n: 0, x: 0 },
    help: 'unknown',
    rescuedHigher: [],
    trial: null,
    perWeek,
    cost: null,
    removed: null,
    paysFrom: null,
  } as const;
}

/** Too much rework: a higher tier, unless there is none, or it fails too: then it is the prompt, the spec or the tests. */
export function promotion(found: SeenCell): Proposal {
  const { known, perWeek } = found;
  const { cell, evidence } = known;
  const base = common(found);
  const to = tierAbove(cell);
  const rescues = rescuesOf(evidence);
  const rescued = (to === null ? undefined : rescues.get(to)) ?? { n: 0, x: 0 };
  const rescuedHigher = cell.tiers.flatMap((tier) => {
    const counts = rescues.get(tier);
    return counts === undefined || tier === to ? [] : [{ tier, ...counts }];
  });
  const help = helpOf(rescued);
  const seen = { ...base, rescued, help, rescuedHigher } as const;
  if (to === null) return { ...seen, kind: 'fix-spec', to: null, why: 'no-higher-tier' };
  if (help === 'does-not') return { ...seen, kind: 'fix-spec', to: null, why: 'higher-tier-fails' };
  const cost = costOfChange(found, to);
  const removed = perWeek * base.estimate.rate * repairedShare(rescued);
  const extra = Math.max(0, cost?.microusd ?? 0);
  const paysFrom = cost === null || rescued.n === 0 || removed === 0 ? null : extra / removed;
  return { ...seen, kind: 'promote', to, why: 'evidence', cost, removed, paysFrom };
}

/** What the verdict of a cell's trial calls for; null: nothing, or nothing that a floor allows. */
export function trialOutcome(found: SeenCell, id: string, tier: string, state: TrialState): Proposal | null {
  const { cell, prior } = found.known;
  const { verdict, counts } = state;
  if (verdict === 'running') return null;
  const base = {
    ...common(found),
    counts,
    estimate: shrunken(counts, prior),
    weeks: [],
    trial: { id, share: cell.trial?.share ?? 0, weeks: null },
  };
  const rank = cell.tiers.indexOf(tier);
  const isAllowed = !cell.guarded && rank >= cell.floor && rank < cell.rank;
  if (verdict === 'accept' && isAllowed) {
    const cost = costOfChange(found, tier);
    const good = { evidence: state.good, threshold: ACCEPTS_AT } as const;
    return { ...base, ...good, kind: 'demote', to: tier, why: 'accepted', cost };
  }
  const isHarm = verdict === 'harm';
  return {
    ...base,
    kind: 'revert',
    from: tier,
    to: cell.assigned,
    why: isHarm ? 'harm' : 'futile',
    evidence: isHarm ? state.harm : state.good,
    threshold: isHarm ? STOPS_AT : ACCEPTS_AT,
  };
}

/** What it does where it is made of a part of the runs alone. */
function partOf({ microusd, low, high, share, ...rest }: CostOfChange, part: number): CostOfChange {
  return {
    ...rest,
    microusd: microusd * part,
    low: low * part,
    high: high * part,
    share: share === null ? null : share * part,
  };
}

/**
 * The trial of a cheaper tier.
 * @param cost of the cell as a whole on that tier
 */
export function trialProposal(
  found: SeenCell,
  { tier, share, sure, weeks }: TrialCandidate,
  cost: CostOfChange,
): Proposal {
  return {
    ...common(found),
    kind: 'trial',
    to: tier,
    why: 'good-enough',
    evidence: sure,
    threshold: 0.8,
    trial: { id: null, share, weeks },
    cost: partOf(cost, share),
  };
}

/** Reworks less for each dollar more; more than anything where it costs nothing. */
function benefit({ removed, cost }: Proposal): number {
  if (cost === null) return 0;
  return cost.microusd <= 0 ? Number.POSITIVE_INFINITY : (removed ?? 0) / cost.microusd;
}

/** What is done first: harm is stopped, quality is bought, money is saved, what is over is cleared away. */
const URGENCY: readonly Proposal['why'][] = [
  'harm',
  'evidence',
  'higher-tier-fails',
  'no-higher-tier',
  'accepted',
  'futile',
  'good-enough',
];

/** The most useful first: by benefit per extra dollar, savings by what they save. Nothing is left to chance. */
export function byBenefit(a: Proposal, b: Proposal): number {
  const saved = ({ cost }: Proposal): number => -(cost?.microusd ?? 0);
  const [first, second] = [benefit(a), benefit(b)];
  const order = URGENCY.indexOf(a.why) - URGENCY.indexOf(b.why);
  const byUse = a.kind === 'promote' && first !== second ? second - first : 0;
  const bySaving = a.kind === 'demote' || a.kind === 'trial' ? saved(b) - saved(a) : 0;
  const nameOf = ({ agent, phase }: Proposal): string => `${agent}@${phase}`;
  return (
    order || byUse || bySaving || (b.removed ?? 0) - (a.removed ?? 0) || (nameOf(a) < nameOf(b) ? -1 : 1)
  );
}
