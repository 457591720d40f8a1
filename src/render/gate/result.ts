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

/** The findings by rule, rules and findings in the report's order. */
export function byRule(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group === undefined) groups.set(finding.rule, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}
