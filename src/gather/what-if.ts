import {
  type CostBenefitOfWeeks,
  costBenefitOfWeeks,
  type WhatIf,
  whatIf,
} from '../calibration/replay/index.ts';
import { UserError } from '../errors.ts';
import { weekSpan } from '../ledger/index.ts';
import type { FileState, ProposedChange, Version } from '../policy/gate/index.ts';
import { dateOf, type IsoWeek, weekOf } from '../time/week.ts';
import { type FileOptions, type Loaded, load, parseFiles } from './allocation.ts';
import { gatherAttempts, MOST_WEEKS, PAIR_WEEKS } from './attempts.ts';
import type { LedgerCall } from './ledger.ts';

/** Which weeks are replayed. */
interface AskedWeeks {
  /** Null: the present one. */
  readonly week: IsoWeek | null;
  /** How many, up to that one; null: all that were read. */
  readonly weeks: number | null;
  /** How many are read, for tasks that were seen on two tiers; left out: a year. */
  readonly read?: number;
}

/** Ten years. */
const MOST = 520;

function refuseMore(weeks: number | null): void {
  if (weeks !== null && weeks > MOST)
    throw new UserError(`${weeks} weeks are more than a replay goes back.`, `Ask for at most ${MOST}.`);
}

function bytesOf(state: FileState): Uint8Array | null {
  return state.kind === 'file' ? state.bytes : null;
}

function filesOf({ allocation, exceptions, inherit = null }: Version, where: string) {
  return { allocation: bytesOf(allocation), exceptions: bytesOf(exceptions), inherit, where };
}

/** Both files of a version; it need not be sound. Throws `UserError` with every mistake. */
function parsed(version: Version, options: FileOptions, where: string): Loaded {
  return parseFiles(options, filesOf(version, where));
}

/**
 * What a change would have cost and done. Throws `UserError` for a head that does not keep its own floors, for files that
 * cannot be read, and where the ledger cannot be read at all.
 */
export async function gatherWhatIf(
  call: LedgerCall & { readonly options: FileOptions },
  { base, head, baseFile }: Pick<ProposedChange, 'base' | 'head' | 'baseFile'>,
  { week, weeks, read = MOST_WEEKS }: AskedWeeks,
): Promise<WhatIf> {
  const { options, now } = call;
  refuseMore(weeks);
  const today = dateOf(now);
  const before = parsed(base, { ...options, allocation: baseFile ?? options.allocation }, 'the base');
  const after = load(options, filesOf(head, 'the head'), today);
  const timezone = before.allocation.budget?.timezone ?? 'UTC';
  const last = week ?? weekOf(now, timezone);
  const told = await gatherAttempts(call, before, { week: last, weeks: Math.max(read, weeks ?? 0) });
  const asked = weeks === null ? told.weeks : told.weeks.slice(-weeks);
  return whatIf({
    ...told,
    weeks: asked.map((each) => ({ week: each, ...weekSpan(each, timezone) })),
    base: before,
    head: after,
    table: after.table,
    today,
    now: now.getTime(),
  });
}

/**
 * What each kind of task cost in some weeks, and would cost on each tier alone. Throws `UserError` when the ledger cannot
 * be read at all.
 */
export async function gatherCostBenefit(
  call: LedgerCall,
  { allocation, table }: Pick<Loaded, 'allocation' | 'table'>,
  { week, weeks }: { readonly week: IsoWeek; readonly weeks: number },
): Promise<CostBenefitOfWeeks> {
  refuseMore(weeks);
  const timezone = allocation.budget?.timezone ?? 'UTC';
  const { attempts, damage, ...told } = await gatherAttempts(
    call,
    { allocation, table },
    { week, weeks: Math.max(weeks, PAIR_WEEKS) },
  );
  return costBenefitOfWeeks({
    attempts,
    weeks: told.weeks.slice(-weeks).map((each) => ({ week: each, ...weekSpan(each, timezone) })),
    allocation,
    table,
    today: dateOf(call.now),
    damage,
  });
}
