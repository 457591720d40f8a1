import { isAgentName, isPhase, isTier } from '../../allocation/names.ts';
import { type IsoDate, parseDate } from '../../time/week.ts';
import { isObject } from '../../usage/records/fields.ts';

/** What a person noted of a cell, and what they would have it do. */
export interface Note {
  readonly agent: string;
  readonly phase: string;
  readonly to: string;
  readonly because: string;
  /** Their login, or however they are known. */
  readonly by: string;
  readonly on: IsoDate;
}

const FORM = /^([^@=\s]+)@([^@=\s]+)=([^@=\s]+)$/;
/** Characters of a reason: a pull request carries several of them. */
const MOST_REASON = 300;
/** Notes that one pull request carries. */
export const MOST_NOTES = 8;
const MOST_NAME = 100;

/** The cell and the tier of `TESTING@EXEC=opus`; null for a text of another form. */
export function parseWish(text: string): Pick<Note, 'agent' | 'phase' | 'to'> | null {
  const [, agent = '', phase = '', to = ''] = FORM.exec(text) ?? [];
  return isAgentName(agent) && isPhase(phase) && isTier(to) ? { agent, phase, to } : null;
}

/** A reason as it may stand in the allocation, on one line; null where nothing is left of it. */
export function reasonText(text: string): string | null {
  const line = text.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return line === '' ? null : line.slice(0, MOST_REASON).trimEnd();
}

/** Plain data as a note; null for what is none. */
export function noteOf(value: unknown): Note | null {
  if (!isObject(value)) return null;
  const { agent, phase, to, because, by, on } = value;
  if (![agent, phase, to, because, by, on].every((each) => typeof each === 'string')) return null;
  const wish = parseWish(`${agent}@${phase}=${to}`);
  const [reason, day] = [reasonText(String(because)), parseDate(String(on))];
  const who = String(by).slice(0, MOST_NAME);
  return wish === null || reason === null || day === null || who === ''
    ? null
    : { ...wish, because: reason, by: who, on: day };
}
