import type { Effort, Rank, Zone } from '../../allocation/names.ts';
import { type CellFloor, type CellPolicy, type CellUpgrade, effortRank } from './cell-policy.ts';

/**
 * How much of the weekly budget is consumed, as far as decisions can tell. `RESERVE` is the part of RED from
 * 100% on, where only security-critical work runs, out of the critical reserve.
 */
export const LEVELS = ['GREEN', 'YELLOW', 'ORANGE', 'RED', 'RESERVE', 'EXHAUSTED'] as const;
export type Level = (typeof LEVELS)[number];

/** The zone that people see. */
export function zoneOf(level: Level): Zone {
  return level === 'RESERVE' ? 'RED' : level;
}

/** What is left of a tier's share of the budget: for all work, for critical work alone, or for none. */
export type Allowance = 'open' | 'critical-only' | 'closed';

/** What a person or an earlier result asks for instead of the assigned tier. */
export type Choice =
  | {
      readonly kind: 'override';
      readonly tier: Rank;
      readonly reason: string | null;
      readonly by: string;
      /** Where it was written, in words or as an address; left out: it was given to the run itself. */
      readonly where?: string;
    }
  | { readonly kind: 'escalation'; readonly from: Rank; readonly reason: string; readonly trigger: string };

/** One state of the world, as far as it concerns one cell. */
export interface Situation {
  /** True: the request's week is before the cell's `since`. */
  readonly beforeSince: boolean;
  /** True: the run's key falls into the trial's share. */
  readonly inTrial: boolean;
  /** The highest upgrade whose condition holds. */
  readonly upgrade: CellUpgrade | null;
  /** The floors in force: their condition is true or not known. */
  readonly floors: readonly CellFloor[];
  /** The request flags the work as critical. */
  readonly flagged: boolean;
  /** `task.security_critical` is true. */
  readonly securityCritical: boolean;
  readonly choice: Choice | null;
  readonly level: Level;
  /** False: the budget only observes, and nothing is deferred for its sake. */
  readonly enforced: boolean;
  readonly allowance: (tier: Rank) => Allowance;
  readonly unavailable: (tier: Rank) => boolean;
}

/** Something that shaped the decision, in the order of the steps. */
export type Step =
  | { readonly step: 'assigned'; readonly tier: Rank; readonly by: 'cell' | 'former' | 'trial' }
  | { readonly step: 'floor'; readonly floor: CellFloor; readonly raisedTo: Rank | null }
  | { readonly step: 'upgrade'; readonly upgrade: CellUpgrade; readonly to: Rank; readonly dropped: boolean }
  | { readonly step: 'override'; readonly choice: Choice & { kind: 'override' } }
  | { readonly step: 'escalation'; readonly choice: Choice & { kind: 'escalation' }; readonly to: Rank }
  | { readonly step: 'economy'; readonly tier: Rank }
  | {
      readonly step: 'zone';
      readonly why: 'kept' | 'above-cheapest' | 'not-security' | 'exhausted' | 'no-upgrade' | 'observed';
    }
  | { readonly step: 'allowance'; readonly tier: Rank; readonly allowance: Allowance }
  | { readonly step: 'unavailable'; readonly tier: Rank; readonly next: Rank | null }
  | {
      readonly step: 'refused';
      readonly why: 'below-floor' | 'no-reason' | 'no-higher-tier' | 'exception-over';
    }
  | { readonly step: 'refused'; readonly why: 'below-branch'; readonly floor: CellFloor };

export interface Ruling {
  readonly kind: 'run' | 'defer' | 'refuse';
  /** The tier that runs, or that would have run; never a lesser one. */
  readonly tier: Rank;
  readonly effort: Effort | null;
  readonly assigned: Rank;
  /** The strictest floor in force; null when none covers the cell. */
  readonly floor: Rank | null;
  readonly critical: boolean;
  /** The cell is under an absolute floor. */
  readonly guarded: boolean;
  readonly steps: readonly Step[];
}

const NO_STEPS: readonly Step[] = [];

/** Whether work may run at a level of the budget (section 4 of the strategy; zones defer, they never downgrade). */
function zoneAllows(level: Level, tier: Rank, critical: boolean, securityCritical: boolean): boolean {
  switch (level) {
    case 'GREEN':
    case 'YELLOW':
      return true;
    case 'ORANGE':
      return critical || tier === 0;
    case 'RED':
      return securityCritical || tier === 0;
    case 'RESERVE':
      return securityCritical;
    case 'EXHAUSTED':
      return false;
  }
}

/** Whether the zone would have taken something away, were the work not critical. */
function gainsFromBeingCritical(policy: CellPolicy, level: Level, wanted: Rank, assigned: Rank): boolean {
  const cheaper = policy.economy !== null && policy.economy < wanted;
  return wanted > assigned || cheaper || !zoneAllows(level, wanted, false, false);
}

function refusal(level: Level): 'above-cheapest' | 'not-security' | 'exhausted' {
  if (level === 'EXHAUSTED') return 'exhausted';
  return level === 'ORANGE' ? 'above-cheapest' : 'not-security';
}

/**
 * Rules on one cell in one situation. Pure: this is the whole decision, and the gate tries it in every situation.
 *
 * A conditional floor raises the tier. A floor that always holds does not: an assignment below it makes the file
 * invalid (`breaches`), and is never silently clamped here.
 * @param steps collects what shaped the decision; null where nobody will read it
 */
export function decide(policy: CellPolicy, situation: Situation, steps: Step[] | null = []): Ruling {
  const { choice, enforced } = situation;
  const level: Level = enforced ? situation.level : 'GREEN';

  // 1. The assigned tier.
  let assigned = policy.assigned;
  let by: 'cell' | 'former' | 'trial' = 'cell';
  if (situation.beforeSince && policy.former !== null) {
    assigned = policy.former.tier;
    by = 'former';
  } else if (situation.inTrial && policy.trial !== null) {
    assigned = policy.trial.tier;
    by = 'trial';
  }
  steps?.push({ step: 'assigned', tier: assigned, by });

  // 2. The floor, and what conditional floors raise the tier to.
  let strict: CellFloor | null = null;
  let conditional: CellFloor | null = null;
  let guarded = false;
  let effort = policy.effort;
  for (const each of situation.floors) {
    if (strict === null || each.minimum > strict.minimum) strict = each;
    if (each.fact !== null && (conditional === null || each.minimum > conditional.minimum))
      conditional = each;
    if (each.absolute) guarded = true;
    if (effortRank(each.effort) > effortRank(effort)) effort = each.effort;
  }
  const securityCritical = situation.securityCritical || guarded;
  const critical = situation.flagged || securityCritical;
  const floor = strict?.minimum ?? null;

  const rule = (kind: Ruling['kind'], tier: Rank): Ruling => ({
    kind,
    tier,
    effort,
    assigned,
    floor,
    critical,
    guarded,
    steps: steps ?? NO_STEPS,
  });

  // 3. The wanted tier.
  const tight = level !== 'GREEN' && !critical;
  let wanted = assigned;
  if (choice?.kind === 'override') {
    if (strict !== null) steps?.push({ step: 'floor', floor: strict, raisedTo: null });
    steps?.push({ step: 'override', choice });
    wanted = choice.tier;
    if (choice.reason === null) {
      steps?.push({ step: 'refused', why: 'no-reason' });
      return rule('refuse', wanted);
    }
    if (floor !== null && wanted < floor) {
      steps?.push({ step: 'refused', why: 'below-floor' });
      return rule('refuse', wanted);
    }
  } else {
    if (tight && policy.economy !== null && policy.economy < wanted) {
      wanted = policy.economy;
      steps?.push({ step: 'economy', tier: wanted });
    }
    if (situation.upgrade !== null) {
      const to = Math.min(situation.upgrade.to, policy.maximum);
      if (to > assigned) {
        steps?.push({ step: 'upgrade', upgrade: situation.upgrade, to, dropped: tight });
        if (!tight) wanted = Math.max(wanted, to);
      }
    }
    const raising: CellFloor | null =
      conditional !== null && conditional.minimum > wanted ? conditional : null;
    if (strict !== null)
      steps?.push({
        step: 'floor',
        floor: raising ?? strict,
        raisedTo: raising?.minimum ?? null,
      });
    if (raising !== null) wanted = raising.minimum;
    if (choice?.kind === 'escalation') {
      const to = choice.from + 1;
      steps?.push({ step: 'escalation', choice, to });
      if (to > policy.maximum) {
        steps?.push({ step: 'refused', why: 'no-higher-tier' });
        return rule('refuse', wanted);
      }
      wanted = Math.max(wanted, to);
      if (tight) {
        steps?.push({ step: 'zone', why: 'no-upgrade' });
        return rule('defer', wanted);
      }
    }
  }

  // 5. The zone.
  if (!enforced && situation.level !== 'GREEN') steps?.push({ step: 'zone', why: 'observed' });
  if (!zoneAllows(level, wanted, critical, securityCritical)) {
    steps?.push({ step: 'zone', why: refusal(level) });
    return rule('defer', wanted);
  }
  if (level !== 'GREEN' && critical && gainsFromBeingCritical(policy, level, wanted, assigned))
    steps?.push({ step: 'zone', why: 'kept' });

  // 6. and 7. The tier's allowance, and whether its model can be had: upward only where the cell says so.
  const ceiling = choice?.kind === 'override' ? wanted : policy.maximum;
  for (let tier = wanted; ; tier++) {
    if (!situation.unavailable(tier)) {
      const allowance = enforced && !guarded ? situation.allowance(tier) : 'open';
      if (!zoneAllows(level, tier, critical, securityCritical)) {
        steps?.push({ step: 'zone', why: refusal(level) });
        return rule('defer', wanted);
      }
      if (allowance === 'closed' || (allowance === 'critical-only' && !critical)) {
        steps?.push({ step: 'allowance', tier, allowance });
        return rule('defer', tier);
      }
      return rule('run', tier);
    }
    const mayClimb = policy.onUnavailable === 'escalate' && tier < ceiling;
    steps?.push({ step: 'unavailable', tier, next: mayClimb ? tier + 1 : null });
    if (!mayClimb) return rule('defer', wanted);
  }
}
