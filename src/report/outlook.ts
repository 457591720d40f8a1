import type { Report } from './document.ts';

/** A budget that is used up much faster than it is given out at this time of the week. */
export interface BudgetBurn {
  /** How far back, in hours. */
  readonly hours: number;
  /** What went in that time, as a share of the weekly budget, and in how many runs. */
  readonly share: number;
  readonly runs: number;
  /** How many times the budget's own pace that is; not finite where these hours never used anything. */
  readonly times: number;
}

/** What the budget of a week comes to, and how far such forecasts can be trusted. */
export interface Outlook {
  readonly forecast: Report['forecast'];
  /** There is no forecast because too much of the week's use is not known. */
  readonly missing: boolean;
  readonly score: Report['forecast_score'];
  readonly burn: BudgetBurn | null;
  /** How probable it is that the week ends in RED or beyond, where every forecast of some hours has held it for that; null: it is not. */
  readonly red: number | null;
}

/** Where nothing is forecast. */
export const NO_OUTLOOK: Outlook = { forecast: null, missing: false, score: null, burn: null, red: null };
