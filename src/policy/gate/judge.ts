import { changesOf } from './changes.ts';
import { type Comparison, finding } from './comparison.ts';
import type { Change, ExceptionInForce, Finding, Severity } from './finding.ts';
import { floorsKept } from './floors-kept.ts';
import { lookalikeRules, upgradeRules } from './rules-agents.ts';
import { checkRules } from './rules-checks.ts';
import { exceptionRules, exceptionsInForce } from './rules-exceptions.ts';
import { floorRules, meaningRules } from './rules-floors.ts';
import { modelRowRules, modelRules, rankingRules } from './rules-tiers.ts';

/** What comparing two versions of the files has shown. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly changes: readonly Change[];
  readonly situations: number;
  readonly exceptions: readonly ExceptionInForce[];
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

function compareText(a: string | null, b: string | null): number {
  const [left, right] = [a ?? '', b ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Errors first, then by file, line, column, rule and text; one of each. */
export function ordered(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return [...findings]
    .sort(
      (a, b) =>
        WEIGHT[a.severity] - WEIGHT[b.severity] ||
        compareText(a.file, b.file) ||
        a.line - b.line ||
        a.column - b.column ||
        compareText(a.rule, b.rule) ||
        compareText(a.agent, b.agent) ||
        compareText(a.phase, b.phase) ||
        compareText(a.message, b.message),
    )
    .filter((each) => {
      const key = JSON.stringify([each.rule, each.file, each.line, each.agent, each.phase, each.message]);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/** HF201: one warning for each figure of the budget that differs. */
function budgetRules(comparison: Comparison, changes: readonly Change[]): readonly Finding[] {
  const { head } = comparison;
  return changes
    .filter((change) => change.field === 'budget' || change.field.startsWith('budget.'))
    .map((change) => {
      const message = `${change.field} changes from ${change.from ?? 'nothing'} to ${change.to ?? 'nothing'}.`;
      return finding(comparison, 'HF201', message, head.allocation.at(change.field.split('.')));
    });
}

/**
 * Judges what a change makes of the files: every rule, and every floor in every situation.
 * A judgement without a finding of severity error means that no situation breaks a floor of the base or of the head.
 * Throws `UserError` when there are more situations than can be tried.
 */
export function judge(comparison: Comparison): Judgement {
  const changes = changesOf(comparison);
  const kept = floorsKept(comparison);
  const findings = ordered([
    ...kept.findings,
    ...floorRules(comparison),
    ...meaningRules(comparison),
    ...rankingRules(comparison),
    ...modelRules(comparison),
    ...modelRowRules(comparison),
    ...exceptionRules(comparison),
    ...budgetRules(comparison, changes),
    ...upgradeRules(comparison),
    ...checkRules(comparison),
    ...lookalikeRules(comparison),
  ]);
  return {
    findings,
    changes,
    situations: kept.situations,
    exceptions: exceptionsInForce(comparison.head, comparison.today),
  };
}
