import type { Rank } from '../allocation/names.ts';
import type { Level } from '../policy/decision/decide.ts';
import { retiredTiers } from '../policy/decision/models-of-tiers.ts';
import type { State } from '../policy/decision/resolve.ts';
import type { OptionValues } from '../surface/options/index.ts';
import { type IsoDate, type IsoWeek, weekOf } from '../time/week.ts';
import type { Loaded } from './allocation.ts';
import type { Context } from './context.ts';
import type { LedgerCall } from './ledger.ts';
import { rank } from './request.ts';
import type { AskFlights } from './runs-in-flight.ts';

/** The state that decisions ask for, as far as it is known. */
export interface KnownState {
  readonly state: State;
  /** What makes the state doubtful; null: nothing. */
  readonly warning: string | null;
}

/** What the ledger, `--zone` and the lifecycle of the models say. */
export async function stateOf(
  context: LedgerCall & Context<Pick<OptionValues, 'zone' | 'unavailable' | 'ledger'>>,
  { allocation, table }: Loaded,
  today: IsoDate,
  week: IsoWeek,
  flights: AskFlights | null,
): Promise<KnownState> {
  const { options, notes } = context;
  const unavailable = new Map<Rank, string>(retiredTiers(allocation, table, today));
  for (const name of options.unavailable)
    unavailable.set(rank(allocation, name), 'as asked by --unavailable');
  const { budget } = allocation;
  if (options.zone !== null || options.ledger === 'none' || budget === null) {
    const level: Level = options.zone ?? 'GREEN';
    return { state: { level, allowances: new Map(), unavailable }, warning: null };
  }
  // Loaded only now: without a ledger to read, resolve must not pay for git.
  const isAsked = budget.enforced && week === weekOf(context.now, budget.timezone);
  const [{ readState }, asking] = await Promise.all([
    import('./budget/ledger-state.ts'),
    isAsked ? import('./budget/ledger-history.ts') : null,
  ]);
  const history = asking === null ? null : asking.ledgerHistory(context, (line) => notes.push(line));
  const {
    level,
    allowances,
    figures,
    hold,
    warning,
    notes: remarks,
    forecast,
  } = await readState(context, allocation, budget, week, flights, history);
  if (hold !== null) for (const tier of allocation.tiers) unavailable.set(tier.rank, hold);
  notes.push(...remarks);
  const known = forecast === undefined ? {} : { forecast };
  return { state: { level, allowances, unavailable, figures, ...known }, warning };
}
