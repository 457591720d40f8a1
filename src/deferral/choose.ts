import { type Allocation, rankOf } from '../allocation/allocation.ts';
import type { Exceptions } from '../allocation/exceptions.ts';
import type { Rank } from '../allocation/names.ts';
import type { BudgetMeter } from '../policy/budget/meter.ts';
import type { Choice } from '../policy/decision/decide.ts';
import { type Decision, resolve, type State } from '../policy/decision/resolve.ts';
import type { IsoDate, IsoWeek } from '../time/week.ts';
import type { Deferral } from '../usage/records/deferral.ts';
import type { DeferredWork } from './work.ts';

/** The world as a drain finds it. */
export interface ForecastWorld {
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
  readonly week: IsoWeek;
  readonly today: IsoDate;
  /** Null: there is no budget. */
  readonly meter: BudgetMeter | null;
  /** Tiers whose model cannot be had, with the reason. */
  readonly unavailable: ReadonlyMap<Rank, string>;
}

/** The escalation that was deferred; null: it was a first attempt. */
function choiceOf({ escalation }: Deferral, allocation: Allocation): Choice | null {
  const from = escalation === undefined ? null : rankOf(allocation, escalation.from);
  if (escalation === undefined || from === null) return null;
  return { kind: 'escalation', from, reason: escalation.reason, trigger: escalation.trigger };
}

/**
 * What would be decided for this work now, in the same way as `resolve` decides it. It is a forecast: the run that is
 * started decides for itself, on the facts of its own time.
 */
export function decisionFor({ agent, phase, facts, deferral }: DeferredWork, world: ForecastWorld): Decision {
  const { allocation, exceptions, week, today, meter, unavailable } = world;
  const state: State = { ...(meter?.state() ?? { level: 'GREEN', allowances: new Map() }), unavailable };
  const { critical } = deferral;
  const request = {
    agent,
    phase,
    week,
    today,
    draw: null,
    facts,
    critical,
    choice: choiceOf(deferral, allocation),
    provider: 'anthropic',
  };
  return resolve(allocation, exceptions, request, state);
}
