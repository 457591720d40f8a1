import type { Problem } from '../../errors.ts';
import type { Finding, GateReport } from '../../policy/gate/index.ts';

/** A gate that could not judge: nothing was decided, so nothing is passed. */
export interface GateFailure {
  readonly verdict: 'error';
  readonly mode: GateReport['mode'];
  /** What was to be judged, in words; null when it was not even known. */
  readonly subject: string | null;
  readonly problems: readonly Problem[];
}

/** What the gate has come to; every renderer of the gate takes it. */
export type GateResult = GateReport | GateFailure;

type Settled =
  | { readonly judged: true; readonly report: GateReport }
  | { readonly judged: false; readonly failure: GateFailure };

/** Tells a report from a failure. A report whose verdict is `error` is a failure, with its notices for problems. */
export function settle(result: GateResult): Settled {
  if ('problems' in result) return { judged: false, failure: result };
  if (result.verdict !== 'error') return { judged: true, report: result };
  const { mode, subject, notices } = result;
  const problems = notices.map((what) => ({ what, file: null, line: null, column: null, fix: null }));
  return { judged: false, failure: { verdict: 'error', mode, subject, problems } };
}

/** Things by their key, both in the order in which they come. */
export function groupedBy<T>(
  items: readonly T[],
  keyOf: (item: T) => unknown,
): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<unknown, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** The findings by rule, rules and findings in the report's order. */
export function byRule(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  return groupedBy(findings, ({ rule }) => rule);
}
