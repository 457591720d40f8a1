import { type Exceptions, noExceptions, parseExceptions } from '../../allocation/exceptions.ts';
import { parseAllocation } from '../../allocation/parse.ts';
import { LIMITS } from '../../allocation/source.ts';
import { type Problem, UserError } from '../../errors.ts';
import type { IsoDate } from '../../time/week.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import { breachesOf, breachText } from '../decision/breaches.ts';
import { compare, finding, type Side, sideOf } from './comparison.ts';
import type { Change, ExceptionInForce, Finding, GateReport } from './finding.ts';
import { type Judgement, judge, ordered } from './judge.ts';
import { type RuleId, rule } from './rules.ts';
import { exceptionsInForce, expiredRules } from './rules-exceptions.ts';

/** What one of the two files is in one version of the repository. */
export type FileState =
  | { readonly kind: 'absent' }
  /** A link, submodule, executable or directory. */
  | { readonly kind: 'irregular'; readonly mode: string }
  | { readonly kind: 'file'; readonly bytes: Uint8Array };

/** Both files in one version of the repository. */
export interface Version {
  readonly allocation: FileState;
  readonly exceptions: FileState;
}

/** One comparison that the verdict depends on. */
export interface Judged {
  /** What is compared, in words: `the merge of pull request 12 with main at 1a2b3c4`. */
  readonly subject: string;
  /** The base's file, where it has another name than the head's. */
  readonly baseFile?: string;
  readonly base: Version;
  /** What the base would become. */
  readonly head: Version;
}

export interface GateContext {
  readonly today: IsoDate;
  readonly shipped: ModelTable;
  readonly allocationFile: string;
  readonly exceptionsFile: string;
  readonly docs: (id: RuleId) => string;
  readonly mode: 'enforce' | 'warn';
}

function same(a: FileState, b: FileState): boolean {
  if (a.kind === 'file' && b.kind === 'file') {
    return a.bytes.length === b.bytes.length && a.bytes.every((byte, index) => byte === b.bytes[index]);
  }
  return a.kind === b.kind && (a.kind !== 'irregular' || (b.kind === 'irregular' && a.mode === b.mode));
}

const MODES: Readonly<Record<string, string>> = {
  '120000': 'a symbolic link',
  '160000': 'a submodule',
  '100755': 'executable',
  '040000': 'a directory',
};

function irregular(file: string, mode: string): string {
  return `${file} is ${MODES[mode] ?? `of mode ${mode}`}; only a regular file (mode 100644) is read.`;
}

/** Reads a version that the verdict rests on: whatever is wrong with it means that nothing can be judged. */
function trustedSide({ base, baseFile, subject }: Judged, context: GateContext): Side | null {
  const { allocation, exceptions } = base;
  for (const [state, file] of [
    [allocation, context.allocationFile],
    [exceptions, context.exceptionsFile],
  ] as const) {
    if (state.kind === 'irregular')
      throw new UserError(`On the base (${subject}): ${irregular(file, state.mode)}`);
  }
  if (allocation.kind !== 'file') return null;
  try {
    return sideOf(
      parseAllocation(baseFile ?? context.allocationFile, allocation.bytes),
      readExceptions(exceptions, context),
      context.shipped,
    );
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const problems = error.problems.map(
      (problem): Problem => ({ ...problem, what: `On the base: ${problem.what}` }),
    );
    throw new UserError(problems);
  }
}

function readExceptions(state: FileState, context: GateContext): Exceptions {
  if (state.kind !== 'file') return noExceptions(context.exceptionsFile);
  return parseExceptions(context.exceptionsFile, state.bytes);
}

function fileFinding(context: GateContext, id: RuleId, file: string, message: string): Finding {
  const { severity } = rule(id);
  const docs = context.docs(id);
  return {
    rule: id,
    severity,
    message,
    agent: null,
    phase: null,
    file,
    line: 1,
    column: 1,
    docs,
    counterexample: null,
  };
}

/** The head as far as it can be read; the findings say what is wrong with it. */
function untrustedSide(
  version: Version,
  context: GateContext,
): { readonly side: Side | null; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const { allocation, exceptions } = version;
  for (const [state, file] of [
    [allocation, context.allocationFile],
    [exceptions, context.exceptionsFile],
  ] as const) {
    if (state.kind === 'irregular')
      findings.push(fileFinding(context, 'HF119', file, irregular(file, state.mode)));
    else if (state.kind === 'file' && state.bytes.length > LIMITS.bytes) {
      const message = `${file} has ${state.bytes.length} bytes; at most ${LIMITS.bytes} are read.`;
      findings.push(fileFinding(context, 'HF119', file, message));
    }
  }
  if (allocation.kind === 'absent') {
    const message = `${context.allocationFile} is deleted or moved; without it no floor holds.`;
    findings.push(fileFinding(context, 'HF118', context.allocationFile, message));
  }
  if (findings.length > 0 || allocation.kind !== 'file') return { side: null, findings };
  const read = <T>(parse: () => T): T | null => {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      for (const problem of error.problems) findings.push(invalid(context, problem));
      return null;
    }
  };
  const parsed = read(() => parseAllocation(context.allocationFile, allocation.bytes));
  const granted = read(() => readExceptions(exceptions, context));
  if (parsed === null || granted === null) return { side: null, findings };
  return { side: sideOf(parsed, granted, context.shipped), findings };
}

function invalid(context: GateContext, problem: Problem): Finding {
  const message = problem.fix === null ? problem.what : `${problem.what} ${problem.fix}`;
  const base = fileFinding(context, 'HF117', problem.file ?? context.allocationFile, message);
  return { ...base, line: problem.line ?? 1, column: problem.column ?? 1 };
}

/** A file that is new has no base to keep, but must be sound in itself. */
function judgeNew(side: Side, context: GateContext): Judgement {
  const comparison = compare(side, side, context.today, context.docs);
  const { findings, situations } = judge({ ...comparison, usable: noExceptions(context.exceptionsFile) });
  const bare = noExceptions(context.exceptionsFile);
  const standing = breachesOf(side.allocation, bare, context.today, side.table).map((breach) =>
    finding(
      comparison,
      breach.kind === 'falling-line' ? 'HF113' : breach.kind === 'lesser-line' ? 'HF110' : 'HF101',
      breachText(breach, side.allocation),
      breach.origin.position,
    ),
  );
  const known = new Set(findings.filter((each) => each.severity === 'error').map((each) => each.line));
  return {
    findings: [...findings, ...standing.filter((each) => !known.has(each.line))],
    changes: [],
    situations,
    exceptions: exceptionsInForce(side, context.today),
  };
}

interface Part {
  readonly touched: boolean;
  readonly findings: readonly Finding[];
  readonly changes: readonly Change[];
  readonly situations: number;
  readonly exceptions: readonly ExceptionInForce[];
  readonly notices: readonly string[];
}

const NOTHING: Part = {
  touched: false,
  findings: [],
  changes: [],
  situations: 0,
  exceptions: [],
  notices: [],
};

/** Files that nobody touches: only what time has done to them is worth a word. */
function untouched(version: Version, context: GateContext): Part {
  if (version.allocation.kind === 'absent') {
    return { ...NOTHING, notices: [`There is no ${context.allocationFile} yet: nothing is guarded.`] };
  }
  const { side } = untrustedSide(version, context);
  if (side === null) {
    return {
      ...NOTHING,
      notices: [`${context.allocationFile} is unchanged, but not valid: resolve refuses it.`],
    };
  }
  const findings = expiredRules({ head: side, today: context.today, docs: context.docs });
  return { ...NOTHING, findings, exceptions: exceptionsInForce(side, context.today) };
}

function judgeOne(judged: Judged, bootstrap: boolean, context: GateContext): Part {
  const { subject, base, head } = judged;
  if (same(base.allocation, head.allocation) && same(base.exceptions, head.exceptions))
    return untouched(head, context);
  const trusted = trustedSide(judged, context);
  if (trusted === null && !bootstrap) {
    return {
      ...NOTHING,
      notices: [`The base of ${subject} has no ${context.allocationFile}; the other base decides.`],
    };
  }
  if (trusted === null && head.allocation.kind === 'absent') return untouched(head, context);
  const { side, findings } = untrustedSide(head, context);
  const none: Part = { ...NOTHING, touched: true, findings };
  if (side === null) return none;
  if (trusted === null) {
    const notice = `${context.allocationFile} is new: it guards from the moment it is on the base branch.`;
    return { touched: true, ...judgeNew(side, context), notices: [notice] };
  }
  return { touched: true, notices: [], ...judge(compare(trusted, side, context.today, context.docs)) };
}

/**
 * The verdict on a change, from every comparison that counts: with the pull request's base, and with the
 * repository's default branch. Pure. Throws `UserError` when it cannot be judged; that is never a pass.
 *
 * A base without the file passes as the beginning of its use, but only where no other base has it.
 * @param more findings about other files, such as workflows
 */
export function gate(judged: readonly Judged[], context: GateContext, more: readonly Finding[]): GateReport {
  const [first] = judged;
  if (first === undefined) throw new UserError('Nothing was compared.', 'Say which revisions to compare.');
  const bootstrap = judged.every(({ base }) => base.allocation.kind === 'absent');
  const parts = judged.map((each) => judgeOne(each, bootstrap, context));
  const findings = ordered([...parts.flatMap((part) => part.findings), ...more]);
  const changed = parts.find((part) => part.changes.length > 0) ?? parts.find((part) => part.touched);
  return {
    verdict: findings.some((each) => each.severity === 'error') ? 'fail' : 'pass',
    mode: context.mode,
    touched: parts.some((part) => part.touched),
    subject: judged.map((each) => each.subject).join('; '),
    situations: parts.reduce((sum, part) => sum + part.situations, 0),
    findings,
    changes: changed?.changes ?? [],
    exceptions: changed?.exceptions ?? parts[0]?.exceptions ?? [],
    notices: [...new Set(parts.flatMap((part) => part.notices))],
  };
}
