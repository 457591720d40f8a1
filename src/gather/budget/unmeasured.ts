import type { Allocation, Budget } from '../../allocation/allocation.ts';
import { UserError } from '../../errors.ts';
import type { IsoWeek } from '../../time/week.ts';

/** What follows from use that is not fully known. */
export interface Doubt {
  /** Why nothing may start although the figures would let it; null: it may. */
  readonly hold: string | null;
  /** A sentence; null: everything is known. */
  readonly warning: string | null;
}

/**
 * What cannot be known of a week's use goes the way of `budget.on_unmeasured`: `warn` decides on what is known, `defer`
 * starts nothing, `fail` throws `UserError`. A budget that is only observed warns in any case.
 * @param reasons why it is not known, in words; null: this one does not hold
 */
export function onUnmeasured(
  allocation: Pick<Allocation, 'file' | 'at'>,
  budget: Pick<Budget, 'enforced' | 'onUnmeasured'>,
  week: IsoWeek,
  reasons: readonly (string | null)[],
): Doubt {
  const said = reasons.flatMap((reason) => (reason === null ? [] : [reason.replace(/\.+$/, '')]));
  if (said.length === 0) return { hold: null, warning: null };
  const why = `The usage of week ${week} is not fully known: ${said.join('; ')}`;
  switch (budget.enforced ? budget.onUnmeasured : 'warn') {
    case 'fail':
      throw new UserError([
        {
          what: why,
          file: allocation.file,
          ...allocation.at(['budget', 'on_unmeasured']),
          fix: 'Fix the ledger (haiku-first ledger verify), or set budget.on_unmeasured to warn or defer.',
        },
      ]);
    case 'defer':
      return { hold: 'the weekly usage is not fully known, budget.on_unmeasured: defer', warning: why };
    case 'warn':
      return {
        hold: null,
        warning: `${why}. Decided on what is known (budget.on_unmeasured: warn).`,
      };
  }
}
