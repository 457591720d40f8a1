import { type Finding, ruleOf } from '../../policy/gate/index.ts';
import type { Annotation } from '../annotation.ts';
import { visible } from '../visible.ts';
import { cellName, counterexampleText, floorText } from '../words.ts';
import { type GateResult, settle } from './result.ts';

const MESSAGE = 1000;

/** One annotation for each finding, in the report's order; of a failure, one for each problem. Plain text. */
export function renderGateAnnotations(result: GateResult): readonly Annotation[] {
  const settled = settle(result);
  if (!settled.judged) {
    return settled.failure.problems.map(({ what, fix, file, line, column }) => ({
      severity: 'error',
      title: 'haiku-first gate could not judge',
      message: visible(fix === null ? what : `${what} ${fix}`, MESSAGE),
      file,
      line,
      column,
    }));
  }
  return findingAnnotations(settled.report.findings);
}

/** One annotation for each finding, in their order. Plain text. */
export function findingAnnotations(findings: readonly Finding[]): readonly Annotation[] {
  return findings.map((finding) => {
    const cell = cellName(finding.agent, finding.phase);
    const name = `${finding.rule} ${ruleOf(finding.rule).name}`;
    const example = finding.counterexample;
    return {
      severity: finding.severity,
      title: cell === null ? name : visible(`${name}: ${cell}`),
      message: [
        visible(finding.message, MESSAGE),
        ...(example === null ? [] : [`Counterexample: ${visible(counterexampleText(example), MESSAGE)}`]),
        ...(finding.floor === undefined ? [] : [`Floor: ${visible(floorText(finding.floor), MESSAGE)}`]),
        visible(finding.docs, MESSAGE),
      ].join('\n'),
      file: finding.file,
      line: finding.line,
      column: finding.column,
    };
  });
}
