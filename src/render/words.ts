import type { Counterexample, Finding, Severity } from '../policy/gate/index.ts';
import { count } from './figures.ts';

/** `SECURITY/EXEC`, or the half that is known; null when none is. */
export function cellName(agent: string | null, phase: string | null): string | null {
  if (agent === null) return phase;
  return phase === null ? agent : `${agent}/${phase}`;
}

/** The counterexample with its situation: `SECURITY in EXEC: opus → sonnet, floor opus (zone GREEN)`. */
export function counterexampleText(example: Counterexample): string {
  return example.situation.length === 0 ? example.text : `${example.text} (${example.situation.join(', ')})`;
}

/** How many findings have this severity. */
function tally(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/** `1 error, 0 warnings`. */
export function tallyText(findings: readonly Finding[]): string {
  return `${count(tally(findings, 'error'), 'error')}, ${count(tally(findings, 'warning'), 'warning')}`;
}

/** `12,345 situations tried`. */
export function situationsText(situations: number): string {
  return `${count(situations, 'situation')} tried`;
}
