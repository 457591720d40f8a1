import { fitToBudget, paragraph, type Section, units } from '../budget.ts';
import { failureSections, type GateMarkdownOptions, reportSections, type Shape } from './markdown.ts';
import { type GateResult, settle } from './result.ts';

/** The first line of the gate's comment: by it, and by its author, the comment is found again. */
export const GATE_MARKER = '<!-- haiku-first:gate -->';

/** UTF-16 units. GitHub refuses bodies of more than 65,536. */
export const COMMENT_BUDGET = 60_000;

const SHAPE: Shape = {
  perRule: 20,
  changes: 12,
  elsewhere: 'The job summary has them all.',
  head: 'this pull request',
  isSticky: true,
};

interface GateCommentOptions extends GateMarkdownOptions {
  /** True when the pull request already carries a comment of the gate. */
  readonly earlier: boolean;
}

/** Whether an earlier comment tells of errors or warnings, or that they are resolved; version 0 had another heading. */
export function tellsOfMore(earlier: string): boolean {
  return /^### (?:(?:❌|⚠️) haiku-first gate|✅ haiku-first gate: resolved|haiku-first gate · (?:❌|⛔|✅ pass: |✅ resolved))/m.test(
    earlier,
  );
}

/**
 * The gate's sticky comment in GitHub's markdown, at most `COMMENT_BUDGET` long. Null when there is nothing to say: nothing to
 * report and no earlier comment that would go on saying something else.
 */
export function renderGateComment(result: GateResult, options: GateCommentOptions): string | null {
  const settled = settle(result);
  if (!settled.judged) return comment(failureSections(settled.failure, SHAPE, options));
  const { report } = settled;
  const clean = report.verdict === 'pass' && !report.findings.some(({ severity }) => severity !== 'notice');
  if (clean && options.earlier) {
    return comment(reportSections(report, SHAPE, options, true));
  }
  const silent = clean && (!report.touched || report.findings.length + report.changes.length === 0);
  return silent ? null : comment(reportSections(report, SHAPE, options));
}

function comment(sections: readonly Section[]): string {
  return fitToBudget([paragraph(GATE_MARKER), ...sections], COMMENT_BUDGET, units);
}
