import { changesOf } from './changes.ts';
import { refusedEntries } from './exception-entries.ts';
import { exceptionsInForce } from './exceptions-in-force.ts';
import type { ExceptionInForce, FieldChange, Finding, RuleId, Severity } from './finding.ts';
import { floorsKept } from './floors-kept.ts';
import type { Found, Subjects } from './rule.ts';
import type { RuleContext } from './rule-context.ts';
import { RULES } from './rules/index.ts';

/** What comparing two versions of the files has shown. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly changes: readonly FieldChange[];
  readonly situations: number;
  readonly exceptions: readonly ExceptionInForce[];
}

/** The file that findings are in unless they say otherwise, and the addresses of the rules' pages. */
export interface FindingPlace {
  readonly file: string;
  readonly docs: (id: RuleId) => string;
  readonly commits?: Commits;
}

/** The commits at which the two versions of the files lie as they were judged; null where there is none. */
export interface Commits {
  readonly base: string | null;
  readonly head: string | null;
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

function floorOf({ floor }: Found, commits: Commits | undefined): Pick<Finding, 'floor'> {
  if (floor === undefined) return {};
  const { from, ...where } = floor;
  return { floor: { ...where, commit: from === 'policy' ? null : (commits?.[from] ?? null) } };
}

/** What every rule that looks at such a subject finds in it. */
export function findingsOf<Name extends keyof Subjects>(
  name: Name,
  subject: Subjects[Name],
  { file, docs, commits }: FindingPlace,
): readonly Finding[] {
  return RULES.flatMap(({ id, severity, checks }) =>
    (checks[name]?.(subject) ?? []).map((found) => ({
      rule: id,
      severity,
      message: found.message,
      agent: found.agent ?? null,
      phase: found.phase ?? null,
      file: found.file ?? file,
      line: found.at?.line ?? 1,
      column: found.at?.column ?? 1,
      docs: docs(id),
      counterexample: found.counterexample ?? null,
      ...floorOf(found, commits),
      commit: commits?.head ?? null,
    })),
  );
}

/**
 * Judges what a change makes of the files: every rule, and every floor in every situation.
 * A judgement without a finding of severity error means that no situation breaks a floor of the base or of the head.
 * Throws `UserError` when there are more situations than can be tried.
 */
export function judgeChange(context: RuleContext, place: FindingPlace): Judgement {
  const keyOf = (each: { readonly floor: string; readonly agent: string; readonly phase: string }): string =>
    JSON.stringify([each.floor, each.agent, each.phase]);
  const usable = new Set(
    context.usable.entries.flatMap((entry) => (entry.kind === 'cell' ? [keyOf(entry)] : [])),
  );
  return {
    findings: ordered(findingsOf('change', context, place)),
    changes: changesOf(context).map((change) =>
      change.at === undefined
        ? change
        : { ...change, at: { ...change.at, commit: place.commits?.head ?? null } },
    ),
    situations: floorsKept(context).situations,
    exceptions: exceptionsInForce(context.head, context.today, refusedEntries(context)).map((each) =>
      usable.has(keyOf(each)) ? each : { ...each, proposed: true },
    ),
  };
}
