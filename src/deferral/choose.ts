import type { Allocation } from '../allocation/allocation.ts';
import type { Exceptions } from '../allocation/exceptions.ts';
import type { Rank } from '../allocation/names.ts';
import type { BudgetMeter } from '../policy/budget/meter.ts';
import { type Decision, resolve, type State } from '../policy/decision/resolve.ts';
import type { IsoDate, IsoWeek } from '../time/week.ts';
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
    choice: null,
    provider: 'anthropic',
  };
  return resolve(allocation, exceptions, request, state);
}
