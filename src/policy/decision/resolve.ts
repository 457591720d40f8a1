import { type Agent, type Allocation, tierAt, tierName } from '../../allocation/allocation.ts';
import { evaluateCondition, type Facts } from '../../allocation/condition.ts';
import type { CellException, Exceptions } from '../../allocation/exceptions.ts';
import { SECURITY_CRITICAL } from '../../allocation/facts.ts';
import type { AgentName, Effort, FloorId, ModelId, Phase, Rank, Tier, Zone } from '../../allocation/names.ts';
import { suggestion } from '../../allocation/nearest.ts';
import { UserError } from '../../errors.ts';
import type { IsoDate, IsoWeek } from '../../time/week.ts';
import { type CellPolicy, type CellUpgrade, cellPolicy, isBeforeSince, trialIn } from './cell-policy.ts';
import {
  type Allowance,
  type Choice,
  decide,
  type Level,
  type Ruling,
  type Situation,
  type Step,
  zoneOf,
} from './decide.ts';
import { isBeside } from './floors-beside.ts';
import { type TraceLine, trace } from './trace.ts';

/** What is asked for one cell. */
export interface Request {
  readonly agent: Agent;
  readonly phase: Phase;
  readonly week: IsoWeek;
  /** The day (UTC) on which exceptions must count. */
  readonly today: IsoDate;
  /** Draws this run's number, from 0 up to 1, in a trial; null: the run is in no trial. See `trialDraw`. */
  readonly draw: ((trial: string) => number) | null;
  readonly facts: Facts;
  /** The caller flags the work as critical. */
  readonly critical: boolean;
  readonly choice: Choice | null;
  /** `anthropic`, or a provider that the tiers name ids for. */
  readonly provider: string;
}

/** What is known of the world. */
export interface State {
  readonly level: Level;
  /** What is left of each tier's share; a tier that is not there is open. */
  readonly allowances: ReadonlyMap<Rank, Allowance>;
  /** Tiers whose model cannot be had, with the reason. */
  readonly unavailable: ReadonlyMap<Rank, string>;
  /** What is consumed of the budget, in words: `372,000 of 500,000 tokens (74 %)`; left out: nobody looked. */
  readonly figures?: string;
}

export interface Decision {
  readonly decision: Ruling['kind'];
  readonly agent: AgentName;
  readonly phase: Phase;
  readonly week: IsoWeek;
  readonly assigned: Tier;
  /** Null unless the decision is `run`, as are `model` and `claude`. */
  readonly tier: Tier | null;
  readonly model: ModelId | null;
  readonly effort: Effort | null;
  readonly floor: Tier | null;
  readonly zone: Zone;
  readonly critical: boolean;
  /** The cell is under an absolute floor: a deferral must not pass unseen. */
  readonly guarded: boolean;
  /** The floor in force for whose sake a deferral fails the job, so that nothing merges unreviewed; null: there is none. */
  readonly failsFor: FloorId | null;
  readonly trace: readonly TraceLine[];
  /** Ids that the session may fall back to, and all that it may use. */
  readonly fallback: readonly ModelId[];
  readonly available: readonly ModelId[];
  readonly choice: Choice | null;
  /** The tier that an override asks for; else the one that runs or would have run. */
  readonly asked: Tier;
  /** The exceptions without which it would not run like this. */
  readonly exceptions: readonly UsedException[];
}

/** A floor that an exception lets the cell go below, and does. */
export interface UsedException {
  readonly floor: FloorId;
  /** What the floor asks for without it. */
  readonly minimum: Tier;
  readonly entry: CellException;
}

/** Whether the allocation names an id of the tier's model at a provider. */
export function hasModel(allocation: Allocation, rank: Rank, provider: string): boolean {
  return provider === 'anthropic' || tierAt(allocation, rank).providers.has(provider);
}

/** The id of a tier's model at a provider. Throws `UserError` when the allocation names none. */
export function modelAt(allocation: Allocation, rank: Rank, provider: string): ModelId {
  const tier = tierAt(allocation, rank);
  if (provider === 'anthropic') return tier.model;
  const id = tier.providers.get(provider);
  if (id !== undefined) return id;
  const known = ['anthropic', ...new Set(allocation.tiers.flatMap((each) => [...each.providers.keys()]))];
  throw new UserError([
    {
      what: `The tier ${tier.name} has no model id for the provider ${provider}.`,
      file: allocation.file,
      ...tier.origin.position,
      // Where other tiers have an id of it, the name is the right one.
      fix: known.includes(provider)
        ? `Add providers.${provider} to the tier.`
        : `Add providers.${provider} to the tier. ${suggestion(provider, known)}`,
    },
  ]);
}

/** The highest upgrade that holds; the first of the file among equals. */
function highest(policy: CellPolicy, facts: Facts): CellUpgrade | null {
  let found: CellUpgrade | null = null;
  for (const upgrade of policy.upgrades) {
    if (evaluateCondition(upgrade.condition, facts).holds && (found === null || upgrade.to > found.to))
      found = upgrade;
  }
  return found;
}

/**
 * Refuses what is below a floor. In a sound file it is one of another branch (`withFloorsBeside`), and nothing here may
 * lower or raise a cell for it in silence; or an exception allowed it until it expired.
 */
function keepingFloors(ruling: Ruling, { floors }: Situation): Ruling {
  if (ruling.kind === 'refuse' || ruling.floor === null || ruling.tier >= ruling.floor) return ruling;
  const broken = floors.filter(({ minimum }) => ruling.tier < minimum);
  const [floor] = broken;
  const step: Step =
    floor === undefined || broken.some(({ id }) => !isBeside(id))
      ? { step: 'refused', why: 'exception-over' }
      : { step: 'refused', why: 'below-branch', floor };
  return { ...ruling, kind: 'refuse', steps: [...ruling.steps, step] };
}

/**
 * Decides one cell. Pure: the same allocation, exceptions, request and state give the same decision, to the byte.
 * The allocation must be sound (`requireSound`). Throws `UserError` when a provider has no id for the tier.
 */
export function resolve(
  allocation: Allocation,
  exceptions: Exceptions,
  request: Request,
  state: State,
): Decision {
  const { agent, phase, facts, today } = request;
  const policy = cellPolicy(allocation, exceptions, today, agent, phase);
  const trial = trialIn(policy, request.week);
  const situation: Situation = {
    beforeSince: isBeforeSince(policy, request.week),
    inTrial: trial !== null && request.draw !== null && request.draw(trial.id) < trial.share,
    upgrade: highest(policy, facts),
    floors: policy.floors.filter((floor) => floor.fact === null || facts.get(floor.fact) !== false),
    flagged: request.critical,
    securityCritical: facts.get(SECURITY_CRITICAL) === true,
    choice: request.choice,
    level: state.level,
    enforced: allocation.budget?.enforced ?? false,
    allowance: (tier) => state.allowances.get(tier) ?? 'open',
    unavailable: (tier) => state.unavailable.has(tier),
  };
  const ruling = keepingFloors(decide(policy, situation), situation);
  const runs = ruling.kind === 'run';
  const notGiven = policy.upgrades.flatMap(({ to, condition, origin }) => {
    const missing = evaluateCondition(condition, facts).unknown;
    const matters = to > ruling.tier && request.choice?.kind !== 'override';
    return matters && missing.length > 0 ? [{ to, facts: missing, source: origin.path }] : [];
  });
  const id = (rank: Rank): ModelId => modelAt(allocation, rank, request.provider);
  // Beside the tier that runs, only those that the provider has can be used.
  const ids = (ranks: readonly Rank[]): readonly ModelId[] =>
    ranks.filter((rank) => hasModel(allocation, rank, request.provider)).map(id);
  const fallback = runs ? ids(climbs(policy, situation, ruling)) : [];
  return {
    decision: ruling.kind,
    agent: agent.name,
    phase,
    week: request.week,
    assigned: tierName(allocation, ruling.assigned),
    tier: runs ? tierName(allocation, ruling.tier) : null,
    model: runs ? id(ruling.tier) : null,
    effort: ruling.effort,
    floor: ruling.floor === null ? null : tierName(allocation, ruling.floor),
    zone: zoneOf(state.level),
    critical: ruling.critical,
    guarded: ruling.guarded,
    failsFor: strictest(situation.floors.filter(({ failsDeferred }) => failsDeferred)),
    trace: trace({
      allocation,
      policy,
      situation,
      ruling,
      facts,
      notGiven,
      unavailable: state.unavailable,
      figures: state.figures ?? null,
      exceptions,
      today,
    }),
    fallback,
    available: runs ? [...ids(between(ruling.floor ?? 0, ruling.tier)), ...fallback] : [],
    choice: request.choice,
    asked: tierName(allocation, ruling.tier),
    exceptions: runs ? used(allocation, situation, ruling.tier) : [],
  };
}

/** The floor that asks for most; an absolute one goes before others. */
function strictest(floors: Situation['floors']): FloorId | null {
  const [first = null] = [...floors].sort(
    (a, b) => Number(b.absolute) - Number(a.absolute) || b.minimum - a.minimum,
  );
  return first?.id ?? null;
}

function used(allocation: Allocation, { floors }: Situation, tier: Rank): readonly UsedException[] {
  const found = floors.flatMap(({ id, declared, exception }) =>
    exception === null || tier >= declared
      ? []
      : [{ floor: id, minimum: tierName(allocation, declared), entry: exception }],
  );
  // The permission that another branch has, too, is one permission.
  const own = new Set(found.filter(({ floor }) => !isBeside(floor)).map(({ floor }) => `${floor}@`));
  return found.filter(({ floor }) => !own.has(floor.slice(0, floor.indexOf('@') + 1)));
}

/** Ranks from `low` to `high`, both included, highest first. */
function between(low: Rank, high: Rank): Rank[] {
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => high - index);
}

/** Tiers above the one that runs to which an overloaded session may move: where the same decision would climb to them. */
function climbs(policy: CellPolicy, situation: Situation, ruling: Ruling): Rank[] {
  const above = between(ruling.tier + 1, policy.maximum).reverse();
  return above.filter((tier) => {
    const unavailable = (rank: Rank): boolean => rank < tier || situation.unavailable(rank);
    const climbed = decide(policy, { ...situation, unavailable });
    return climbed.kind === 'run' && climbed.tier === tier;
  });
}
