import type { CalibrateDocument } from '../../generated/calibrate.ts';
import type { Immutable } from '../../immutable.ts';
import { NONE, number, wholePercent } from '../figures.ts';

/** The answer of `calibrate`, as everybody renders it. */
export type CalibrateAnswer = Immutable<CalibrateDocument>;
export type AnsweredProposal = CalibrateAnswer['proposals'][number];

/** An interval as `25–38%`. */
export function percentInterval([low = 0, high = 0]: readonly number[]): string {
  return `${Math.round(low * 100)}–${wholePercent(high)}`;
}

/** Evidence, rounded down, so that it is never said to reach what it does not: `447`, `18.6`. */
export function evidenceText(evidence: number): string {
  if (evidence >= 100) return number(Math.floor(evidence));
  return String(Math.floor(evidence * 10) / 10);
}

/** Weeks as `W41–W46`; with their year where they are of two. */
export function shortWeeks(weeks: readonly { readonly week: string }[]): string {
  const [first, last] = [weeks[0]?.week, weeks.at(-1)?.week];
  if (first === undefined || last === undefined) return NONE;
  const short =
    first.slice(0, 4) === last.slice(0, 4) ? (week: string) => week.slice(5) : (week: string) => week;
  return first === last ? short(first) : `${short(first)}–${short(last)}`;
}

/** A change by a share as `+18%` or `−94%`. */
export function shareChange(share: number): string {
  return `${share < 0 ? '−' : '+'}${wholePercent(Math.abs(share))}`;
}
