import { type Allocation, findAgent, rankOf, tierName } from '../../allocation/allocation.ts';
import type { Exceptions } from '../../allocation/exceptions.ts';
import type { Effort, Rank } from '../../allocation/names.ts';
import { type CellPolicy, cellPolicy } from '../../policy/decision/cell-policy.ts';
import { decide, type Ruling, type Situation } from '../../policy/decision/decide.ts';
import { compareWeeks, type IsoDate, type IsoWeek } from '../../time/week.ts';
import type { Attempt } from '../attempt.ts';
import { CellMap } from './cell-map.ts';
import type { WeekMeter } from './week-meter.ts';

/** An allocation that is replayed. */
export interface Replayed {
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
}

/** What would have become of an attempt. */
export interface Placed {
  /** The tier that it runs on, now or when the zone lets it. */
  readonly tier: string;
  readonly effort: Effort | null;
  readonly deferred: boolean;
}

/** Why a run is not where its cell says, as far as a record tells; a number, so that few situations are many runs'. */
interface Kind {
  readonly key: number;
  readonly upgraded: boolean;
  readonly raised: boolean;
  readonly critical: boolean;
  readonly inTrial: boolean;
  readonly beforeSince: boolean;
  /** Ranks; -1: none. */
  readonly override: number;
  readonly from: number;
  readonly ran: number;
}

/** One cell of an allocation, in every situation that its attempts were in. */
export class PlacedCell {
  readonly policy: CellPolicy;
  /** The tier that its first attempts have once every announced change holds. */
  readonly assigned: string;
  readonly effort: Effort | null;
  readonly #allocation: Allocation;
  readonly #lastWeek: IsoWeek | null;
  readonly #rulings = new Map<number, Map<string, Placed>>();

  constructor(allocation: Allocation, policy: CellPolicy, lastWeek: IsoWeek | null) {
    this.#allocation = allocation;
    this.policy = policy;
    this.#lastWeek = lastWeek;
    this.assigned = tierName(allocation, policy.assigned);
    this.effort = policy.effort;
  }

  place(attempt: Attempt, meter: WeekMeter): Placed {
    const kind = this.#kindOf(attempt);
    let byState = this.#rulings.get(kind.key);
    if (byState === undefined) {
      byState = new Map();
      this.#rulings.set(kind.key, byState);
    }
    const known = byState.get(meter.name) ?? this.#rule(kind, meter);
    byState.set(meter.name, known);
    return known;
  }

  #kindOf(attempt: Attempt): Kind {
    const { former, trial } = this.policy;
    const rank = (name: string | null): Rank | -1 =>
      name === null ? -1 : (rankOf(this.#allocation, name) ?? -1);
    const ran = rank(attempt.tier);
    const from = rank(attempt.escalatedFrom);
    const override = attempt.isOverridden ? ran : -1;
    const upgraded = attempt.isPlannedUpgrade;
    const raised = !upgraded && override === -1 && from === -1 && ran > rank(attempt.assigned);
    // A change that comes after the weeks that are replayed has come: that is what is asked.
    const beforeSince =
      former !== null &&
      this.#lastWeek !== null &&
      compareWeeks(former.since, this.#lastWeek) <= 0 &&
      compareWeeks(attempt.week, former.since) < 0;
    const inTrial =
      trial !== null && attempt.trial?.id === trial.id && attempt.tier === this.#nameOf(trial.tier);
    const critical = attempt.isCritical;
    const flags = [upgraded, raised, critical, inTrial, beforeSince].reduce(
      (all, flag) => all * 2 + Number(flag),
      0,
    );
    const needsTier = upgraded || raised;
    const key = ((flags * 32 + override + 1) * 32 + from + 1) * 32 + (needsTier ? ran + 1 : 0);
    return { key, upgraded, raised, critical, inTrial, beforeSince, override, from, ran };
  }

  #nameOf(rank: Rank): string {
    return tierName(this.#allocation, rank);
  }

  #rule(kind: Kind, meter: WeekMeter): Placed {
    const situation = this.#situation(kind, meter);
    const ruling: Ruling = decide(this.policy, situation, null);
    // What is refused was asked for by a person: it ran, and would run.
    const tier = ruling.kind === 'refuse' ? Math.max(kind.override, ruling.tier) : ruling.tier;
    return { tier: this.#nameOf(tier), effort: ruling.effort, deferred: ruling.kind === 'defer' };
  }

  #situation(
    { upgraded, raised, critical, inTrial, beforeSince, override, from, ran }: Kind,
    meter: WeekMeter,
  ): Situation {
    const { upgrades, floors } = this.policy;
    const highest = upgrades.reduce<(typeof upgrades)[number] | null>(
      (best, each) => (best === null || each.to > best.to ? each : best),
      null,
    );
    return {
      beforeSince,
      inTrial,
      upgrade: upgraded ? (upgrades.find(({ to }) => to === ran) ?? highest) : null,
      // Nobody recorded whether a condition held; where a floor's condition did, the run was above its cell.
      floors: floors.filter(({ fact }) => fact === null || raised),
      flagged: critical,
      securityCritical: false,
      choice:
        override !== -1
          ? { kind: 'override', tier: override, reason: 'as recorded', by: '' }
          : from !== -1
            ? { kind: 'escalation', from, reason: 'as recorded', trigger: '' }
            : null,
      level: meter.level,
      enforced: this.#allocation.budget?.enforced ?? false,
      allowance: (tier) => meter.allowances.get(tier) ?? 'open',
      unavailable: () => false,
    };
  }
}

/** The cells of an allocation as they are asked for. `lastWeek` is the last week that is replayed. */
export function placedCells(
  { allocation, exceptions }: Replayed,
  lastWeek: IsoWeek | null,
  today: IsoDate,
): (agent: string, phase: string | null) => PlacedCell | null {
  const known = new CellMap((agent, phase): PlacedCell | null => {
    const declared = findAgent(allocation, agent);
    const inFile = allocation.phases.find((each) => each === phase);
    return declared === null || inFile === undefined
      ? null
      : new PlacedCell(allocation, cellPolicy(allocation, exceptions, today, declared, inFile), lastWeek);
  });
  return (agent, phase) => known.of(agent, phase);
}
