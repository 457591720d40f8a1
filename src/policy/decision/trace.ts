import { type Allocation, tierName } from '../../allocation/allocation.ts';
import type { Facts } from '../../allocation/condition.ts';
import type { Exceptions } from '../../allocation/exceptions.ts';
import { SECURITY_CRITICAL } from '../../allocation/facts.ts';
import type { FactName, Rank } from '../../allocation/names.ts';
import type { IsoDate } from '../../time/week.ts';
import type { CellFloor, CellPolicy } from './cell-policy.ts';
import { type Ruling, type Situation, type Step, zoneOf } from './decide.ts';

/** One step of a decision for a reader; `source` is the field of the file, or the option, that did it. */
export interface TraceLine {
  readonly step: Step['step'] | 'not-given' | 'budget' | 'claim' | 'sub-agent' | 'advice';
  readonly text: string;
  readonly source: string | null;
}

interface TraceContext {
  readonly allocation: Allocation;
  readonly policy: CellPolicy;
  readonly situation: Situation;
  readonly ruling: Ruling;
  readonly facts: Facts;
  /** Upgrades that could not be considered, with the facts that were not given. */
  readonly notGiven: readonly {
    readonly to: Rank;
    readonly facts: readonly FactName[];
    readonly source: string;
  }[];
  /** Why a tier's model cannot be had, by rank. */
  readonly unavailable: ReadonlyMap<Rank, string>;
  /** What is consumed of the budget, in words; null: nobody looked. */
  readonly figures: string | null;
  readonly exceptions: Exceptions;
  readonly today: IsoDate;
}

/** Why the work counts as critical, and what says so. */
function whyCritical({ situation }: TraceContext): { readonly text: string; readonly source: string } {
  const guard = situation.floors.find((floor) => floor.absolute);
  if (guard !== undefined) return { text: 'the cell is guarded', source: `floors.${guard.id}` };
  const source = situation.securityCritical ? `task.${SECURITY_CRITICAL}` : 'critical';
  return { text: 'the work is critical', source };
}

/** The permission in words, with its reason and approval: nobody should have to look for them. */
function exceptionWords({ exception, declared }: CellFloor, tier: (rank: Rank) => string): string {
  if (exception === null) return '';
  const { reason, approvedBy, expires, origin } = exception;
  return `, lowered from ${tier(declared)} by ${origin.path} until ${expires}: ${reason}, approved by ${approvedBy}`;
}

/** The decision's steps in words, in the order in which they were taken. */
export function trace(context: TraceContext): readonly TraceLine[] {
  const { steps } = context.ruling;
  // What the budget did comes after what is left of it; the last line stays the one that decided.
  const found = steps.findIndex(({ step }) => BUDGET_STEPS.has(step));
  const place = found === -1 ? steps.length : found;
  const lines = [
    ...steps.slice(0, place).map((step) => line(step, context)),
    ...budgetLine(context),
    ...steps.slice(place).map((step) => line(step, context)),
  ];
  const notGiven = context.notGiven.map(
    ({ to, facts, source }): TraceLine => ({
      step: 'not-given',
      text: `no upgrade to ${tierName(context.allocation, to)}: ${facts.map((fact) => `task.${fact}`).join(', ')} not given (${source})`,
      source,
    }),
  );
  return [...lines.slice(0, 1), ...notGiven, ...lines.slice(1)];
}

const BUDGET_STEPS: ReadonlySet<Step['step']> = new Set([
  'economy',
  'upgrade',
  'escalation',
  'zone',
  'allowance',
  'unavailable',
  'refused',
]);

function budgetLine({ figures, situation }: TraceContext): readonly TraceLine[] {
  if (figures === null) return [];
  const text = `${zoneOf(situation.level)}: ${figures} (budget.weekly)`;
  return [{ step: 'budget', text, source: 'budget.weekly' }];
}

function line(step: Step, context: TraceContext): TraceLine {
  const { allocation, policy, situation, ruling } = context;
  const tier = (rank: Rank): string => tierName(allocation, rank);
  const zone = zoneOf(situation.level);
  const say = (text: string, source: string | null): TraceLine => ({
    step: step.step,
    text: source === null ? text : `${text} (${source})`,
    source,
  });
  switch (step.step) {
    case 'assigned': {
      const { path } = policy.origin;
      if (step.by === 'former')
        return say(`assigned ${tier(step.tier)} until ${policy.former?.since} begins`, `${path}.was`);
      if (step.by === 'trial') {
        const until = policy.trial?.until == null ? '' : ` until ${policy.trial.until} begins`;
        return say(`trial ${policy.trial?.id} on ${tier(step.tier)}${until}`, `${path}.trial`);
      }
      return say(`assigned ${tier(step.tier)}`, path);
    }
    case 'floor': {
      const { floor } = step;
      const condition =
        floor.fact === null
          ? ''
          : context.facts.has(floor.fact)
            ? `: task.${floor.fact}`
            : `: task.${floor.fact} is not given, so it holds`;
      const excepted = exceptionWords(floor, tier);
      const text =
        step.raisedTo === null
          ? `floor ${tier(floor.minimum)}`
          : `raised to its floor ${tier(step.raisedTo)}`;
      return say(`${text}${excepted}${condition}`, `floors.${floor.id}`);
    }
    case 'upgrade': {
      const { condition, origin } = step.upgrade;
      const limited = step.to < step.upgrade.to ? `, limited by agents.${policy.agent}.maximum` : '';
      if (step.dropped)
        return say(`no upgrade to ${tier(step.to)} in ${zone}: the work is not critical`, origin.path);
      return say(`upgrade to ${tier(step.to)}: ${condition.text}${limited}`, origin.path);
    }
    case 'override':
      return say(
        `override to ${tier(step.choice.tier)} by ${step.choice.by}: ${step.choice.reason ?? 'no reason'}`,
        step.choice.where ?? null,
      );
    case 'escalation': {
      const to = tier(Math.min(step.to, allocation.tiers.length - 1));
      return say(
        `escalation from ${tier(step.choice.from)} to ${to}: ${step.choice.reason} (${step.choice.trigger})`,
        null,
      );
    }
    case 'economy':
      return say(
        `economy ${tier(step.tier)} in ${zone}: the work is not critical`,
        `${policy.origin.path}.economy`,
      );
    case 'zone':
      if (step.why === 'kept') {
        const { text, source } = whyCritical(context);
        return say(`zone ${zone} keeps it: ${text}`, source);
      }
      return say(zoneText(step.why, zone, context), step.why === 'observed' ? 'budget.mode' : null);
    case 'allowance': {
      const what = step.allowance === 'closed' ? 'is used up' : 'is kept for critical work';
      return say(
        `deferred: the share of ${tier(step.tier)} in the weekly budget ${what}`,
        `budget.tiers.${tier(step.tier)}`,
      );
    }
    case 'unavailable': {
      const why = context.unavailable.get(step.tier) ?? 'it is not available';
      const what =
        step.next === null
          ? 'deferred, rather than run on a lesser model'
          : `escalated to ${tier(step.next)}`;
      return say(`${tier(step.tier)} is unavailable (${why}): ${what}`, null);
    }
    case 'refused':
      if (step.why === 'below-branch') {
        const { id, minimum } = step.floor;
        return say(
          `refused: ${tier(ruling.tier)} is below the floor ${tier(minimum)} of another branch, which holds as well: bring this branch up to it, or ask for ${tier(minimum)} with a reason`,
          `floors.${id}`,
        );
      }
      return say(refusedText(step.why, context), null);
  }
}

function zoneText(
  why: Exclude<(Step & { step: 'zone' })['why'], 'kept'>,
  zone: string,
  context: TraceContext,
): string {
  switch (why) {
    case 'observed':
      return `zone ${zone} is only observed`;
    case 'above-cheapest':
      return `deferred: in ${zone} work above the cheapest tier must be critical`;
    case 'not-security':
      return context.situation.level === 'RESERVE'
        ? `deferred: from 100% of the budget on only security-critical work runs`
        : `deferred: in ${zone} only the cheapest tier and security-critical work run`;
    case 'exhausted':
      return 'deferred: the budget and its critical reserve are spent, and nothing runs on a lesser model instead';
    case 'no-upgrade':
      return `deferred: in ${zone} only critical work is escalated`;
  }
}

/** Which exception ran out, and what to do now. */
function exceptionOverText({ allocation, policy, ruling, exceptions, today }: TraceContext): string {
  const tier = tierName(allocation, ruling.tier);
  const floor = policy.floors.find(({ fact, minimum }) => fact === null && minimum > ruling.tier);
  const entry = exceptions.entries.find(
    (each) =>
      each.kind === 'cell' &&
      each.floor === floor?.id &&
      each.agent === policy.agent &&
      each.phase === policy.phase &&
      each.expires < today,
  );
  const over = entry === undefined ? '' : ` (${entry.origin.path} expired on ${entry.expires})`;
  return `refused: no exception lets ${policy.agent} in ${policy.phase} run on ${tier} any more${over}: raise the cell to its floor, or have the exception renewed`;
}

function refusedText(
  why: Exclude<(Step & { step: 'refused' })['why'], 'below-branch'>,
  context: TraceContext,
): string {
  const { allocation, policy, ruling } = context;
  switch (why) {
    case 'below-floor':
      return `refused: the floor is ${ruling.floor === null ? 'none' : tierName(allocation, ruling.floor)}`;
    case 'no-reason':
      return 'refused: an override needs a reason';
    case 'no-higher-tier':
      return `refused: ${policy.agent} goes no higher than ${tierName(allocation, policy.maximum)}`;
    case 'exception-over':
      return exceptionOverText(context);
  }
}
