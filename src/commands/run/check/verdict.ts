/** The part of a check that judged. */
type Judge = 'schema' | 'command' | 'judge';

/** What a check says of an answer. */
export type CheckVerdict =
  /** `score`: the judge's number, from 0 to 1; null where none judged. */
  | { readonly kind: 'pass'; readonly score: number | null }
  | { readonly kind: 'fail'; readonly by: Judge; readonly reason: string; readonly score: number | null }
  /** The check could not be carried out: nothing is known of the answer. */
  | { readonly kind: 'unclear'; readonly by: Judge; readonly why: string };

/** As much of a reason as people read. */
const MOST_REASON = 500;

/** A reason on one line, without what a terminal or a log would obey; it comes from a program or a model. */
export function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, ' ').trim();
  return line.length <= MOST_REASON
    ? line
    : `${line.slice(0, MOST_REASON - 1)}…`.replace(/[\uD800-\uDBFF]…$/, '…');
}

/** The last line with something on it; null where there is none. */
export function lastLine(text: string): string | null {
  const line = text.split(/\r?\n/).findLast((each) => each.trim() !== '');
  return line === undefined ? null : oneLine(line);
}
