import type { Problem } from '../../errors.ts';
import type { CheckDocument } from '../../generated/check.ts';
import type { FindingsDocument } from '../../generated/findings.ts';
import type { Immutable } from '../../immutable.ts';
import type { Counterexample, ExceptionInForce, Finding, FoundFloor } from '../../policy/gate/index.ts';
import { type GateResult, settle } from './result.ts';

/** The answer of `check` for machines. Text in it is as it stands in the judged files. */
export type GateDocument = Immutable<CheckDocument>;

/** UTF-16 units, which GitHub counts a job's outputs in: 1 MB for all of them. */
export const FINDINGS_BUDGET = 900_000;

/** The `check` document, keys always in the same order. */
export function gateDocument(result: GateResult): GateDocument {
  const settled = settle(result);
  if (!settled.judged) {
    const { mode, subject, problems } = settled.failure;
    return {
      schema: 'haiku-first/check@1',
      verdict: 'error',
      mode,
      subject,
      touched: false,
      situations: 0,
      findings: [],
      changes: [],
      exceptions: [],
      notices: [],
      error: { problems: problems.map(problemOf) },
    };
  }
  const { report } = settled;
  return {
    schema: 'haiku-first/check@1',
    verdict: report.verdict,
    mode: report.mode,
    subject: report.subject,
    touched: report.touched,
    situations: report.situations,
    findings: report.findings.map(findingOf),
    changes: report.changes.map(({ agent, phase, field, from, to }) => ({ agent, phase, field, from, to })),
    exceptions: report.exceptions.map(exceptionOf),
    notices: [...report.notices],
  };
}

/** The findings as compact JSON of at most `FINDINGS_BUDGET`; what does not fit is left out from the end and counted. */
export function renderFindingsOutput(result: GateResult): string {
  const all = gateDocument(result).findings;
  const empty: Immutable<FindingsDocument> = {
    schema: 'haiku-first/findings@1',
    findings: [],
    left_out: all.length,
  };
  let left = FINDINGS_BUDGET - JSON.stringify(empty).length;
  const findings: GateDocument['findings'][number][] = [];
  for (const finding of all) {
    left -= JSON.stringify(finding).length + 1;
    if (left < 0) break;
    findings.push(finding);
  }
  const document: Immutable<FindingsDocument> = {
    ...empty,
    findings,
    left_out: all.length - findings.length,
  };
  return JSON.stringify(document);
}

function findingOf(finding: Finding): Finding {
  const { rule, severity, message, agent, phase, file, line, column, docs, counterexample, floor } = finding;
  return {
    rule,
    severity,
    message,
    agent,
    phase,
    file,
    line,
    column,
    docs,
    counterexample: counterexample === null ? null : counterexampleOf(counterexample),
    ...(floor === undefined ? {} : { floor: floorOf(floor) }),
  };
}

function counterexampleOf({ text, situation, from, to, floor }: Counterexample): Counterexample {
  return { text, situation: [...situation], from, to, floor };
}

function floorOf({ id, because, file, line, commit }: FoundFloor): FoundFloor {
  return { id, because, file, line, commit };
}

function exceptionOf(exception: ExceptionInForce): GateDocument['exceptions'][number] {
  const { floor, agent, phase, tier, reason, approvedBy, tracking, expires, renewals, proposed } = exception;
  return {
    floor,
    agent,
    phase,
    tier,
    reason,
    approved_by: approvedBy,
    tracking,
    expires,
    renewals,
    ...(proposed ? { proposed } : {}),
  };
}

function problemOf({ what, file, line, column, fix }: Problem): Problem {
  return { what, file, line, column, fix };
}
