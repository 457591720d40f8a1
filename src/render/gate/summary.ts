import { bytes, fitToBudget } from '../budget.ts';
import { failureSections, type GateMarkdownOptions, reportSections, type Shape } from './markdown.ts';
import { type GateResult, settle } from './result.ts';

/** Bytes of UTF-8. The runner refuses a step's summary above 1 MiB, and other summaries of the step share it. */
export const SUMMARY_BUDGET = 900_000;

const SHAPE: Shape = {
  perRule: Number.POSITIVE_INFINITY,
  changes: Number.POSITIVE_INFINITY,
  elsewhere: '`haiku-first check --json` has them all.',
  head: 'head',
  isSticky: false,
};

/** The whole report for the job summary, in GitHub's markdown, at most `SUMMARY_BUDGET` bytes. */
export function renderGateSummary(result: GateResult, options: GateMarkdownOptions): string {
  const settled = settle(result);
  const sections = settled.judged
    ? reportSections(settled.report, SHAPE, options)
    : failureSections(settled.failure, SHAPE, options);
  return fitToBudget(sections, SUMMARY_BUDGET, bytes);
}
