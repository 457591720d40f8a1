import { type Exceptions, noExceptions, parseExceptions } from '../../allocation/exceptions.ts';
import { parseAllocation } from '../../allocation/parse.ts';
import { LooserThanPolicy } from '../../allocation/policy/inherit.ts';
import { type Problem, UserError } from '../../errors.ts';
import type { IsoDate } from '../../time/week.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import type { AgentFile, Drift } from '../agents/index.ts';
import { exceptionsInForce } from './exceptions-in-force.ts';
import type { Finding, GateReport, RuleId } from './finding.ts';
import {
  type Commits,
  type FindingPlace,
  findingsOf,
  type Judgement,
  judgeChange,
  ordered,
} from './judge.ts';
import type { ChangedAttributes, ChangedWorkflow, MissingFile } from './rule.ts';
import { ruleContext, type Side, sideOf } from './rule-context.ts';
import { type FileState, irregularText, type PolicyMove, sameState, type Version } from './version.ts';

/** One base, and what it would become: the verdict depends on each of them. */
export interface ProposedChange {
  /** What is compared, in words: `the merge of pull request 12 with main at 1a2b3c4`. */
  readonly subject: string;
  /** The base's file, where it has another name than the head's. */
  readonly baseFile?: string;
  readonly base: Version;
  readonly head: Version;
  /** Left out: they lie at no commit. */
  readonly commits?: Commits;
  /** Left out: the head extends no policy. */
  readonly policyMove?: PolicyMove | null;
  /** Why the policy of files that nobody touches could not be read: whatever else its floors are over is not judged. */
  readonly policyUnread?: UserError;
}

export interface GateContext {
  readonly today: IsoDate;
  readonly shipped: ModelTable;
  readonly allocationFile: string;
  readonly exceptionsFile: string;
  readonly docs: (id: RuleId) => string;
  readonly mode: 'enforce' | 'warn';
  /** False for lines of a file that hold a secret: none of them is shown. Left out: they may all be. */
  readonly mayShow?: (lines: string) => boolean;
}

function placeOf({ allocationFile, docs }: GateContext, commits?: Commits): FindingPlace {
  return { file: allocationFile, docs, ...(commits === undefined ? {} : { commits }) };
}

/** Reads a version that the verdict rests on: whatever is wrong with it means that nothing can be judged. */
function trustedSide({ base, baseFile, subject }: ProposedChange, context: GateContext): Side | null {
  const { allocation, exceptions } = base;
  for (const [state, file] of [
    [allocation, context.allocationFile],
    [exceptions, context.exceptionsFile],
  ] as const) {
    if (state.kind === 'irregular')
      throw new UserError(`On the base (${subject}): ${irregularText(file, state.mode)}`);
  }
  if (allocation.kind !== 'file') return null;
  try {
    return sideOf(
      parseAllocation(baseFile ?? context.allocationFile, allocation.bytes, base.inherit),
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

/** The head as far as it can be read; the findings say what is wrong with it. */
function headSide(
  version: Version,
  context: GateContext,
  commits?: Commits,
): { readonly side: Side | null; readonly findings: readonly Finding[] } {
  const allocation = { path: context.allocationFile, state: version.allocation };
  const exceptions = { path: context.exceptionsFile, state: version.exceptions };
  const told = (problems: readonly Problem[], looser: readonly Problem[]): readonly Finding[] =>
    findingsOf('files', { allocation, exceptions, problems, looser }, placeOf(context, commits));
  const findings = told([], []);
  const { state } = allocation;
  if (findings.length > 0 || state.kind !== 'file') return { side: null, findings };
  const problems: Problem[] = [];
  const looser: Problem[] = [];
  const read = <T>(parse: () => T): T | null => {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      (error instanceof LooserThanPolicy ? looser : problems).push(...error.problems);
      return null;
    }
  };
  const parsed = read(() => parseAllocation(allocation.path, state.bytes, version.inherit));
  const granted = read(() => readExceptions(exceptions.state, context));
  if (parsed === null || granted === null) return { side: null, findings: told(problems, looser) };
  return { side: sideOf(parsed, granted, context.shipped), findings };
}

interface Part extends Judgement {
  readonly touched: boolean;
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
function untouched({ head: version, commits }: ProposedChange, context: GateContext): Part {
  if (version.allocation.kind === 'absent') {
    return { ...NOTHING, notices: [`There is no ${context.allocationFile} yet: nothing is guarded.`] };
  }
  const { side } = headSide(version, context, commits);
  if (side === null) {
    return {
      ...NOTHING,
      notices: [`${context.allocationFile} is unchanged, but not valid: resolve refuses it.`],
    };
  }
  const findings = findingsOf('untouched', { head: side, today: context.today }, placeOf(context, commits));
  return { ...NOTHING, findings, exceptions: exceptionsInForce(side, context.today) };
}

/** Over so many lines a secret may go. */
const SECRET_LINES = 40;

/** The findings, each with its line. */
function withSource(
  findings: readonly Finding[],
  textOf: (file: string) => string,
  { mayShow }: Pick<GateContext, 'mayShow'>,
): readonly Finding[] {
  const files = new Map(
    [...new Set(findings.map(({ file }) => file))].map((file) => [file, textOf(file).split(/\r\n|\n|\r/)]),
  );
  return findings.map((finding) => {
    const lines = files.get(finding.file) ?? [];
    const source = lines[finding.line - 1];
    if (source === undefined) return finding;
    // Of a secret that goes over several lines one of them alone is no longer known as such.
    const around = lines.slice(Math.max(0, finding.line - 1 - SECRET_LINES), finding.line + SECRET_LINES);
    return mayShow?.(around.join('\n')) === false ? finding : { ...finding, source };
  });
}

/** Whether a change leaves both files as they are. */
export function isUntouched({ base, head }: Pick<ProposedChange, 'base' | 'head'>): boolean {
  return sameState(base.allocation, head.allocation) && sameState(base.exceptions, head.exceptions);
}

function judgeOne(judged: ProposedChange, bootstrap: boolean, context: GateContext): Part {
  const { subject, head, commits } = judged;
  if (isUntouched(judged)) return untouched(judged, context);
  const trusted = trustedSide(judged, context);
  if (trusted === null && !bootstrap) {
    return {
      ...NOTHING,
      notices: [`The base of ${subject} has no ${context.allocationFile}; the other base decides.`],
    };
  }
  if (trusted === null && head.allocation.kind === 'absent') return untouched(judged, context);
  const { side, findings } = headSide(head, context, commits);
  if (side === null) return { ...NOTHING, touched: true, findings };
  const { today } = context;
  if (trusted !== null)
    return {
      touched: true,
      notices: [],
      ...judgeChange(
        { ...ruleContext(trusted, side, today), policyMove: judged.policyMove ?? null },
        placeOf(context, commits),
      ),
    };
  // A file that is new has no base to keep, but must be sound in itself.
  const alone = {
    base: side,
    head: side,
    renames: new Map(),
    today,
    usable: noExceptions(context.exceptionsFile),
    policyMove: judged.policyMove ?? null,
  };
  const notice = `${context.allocationFile} is new: it guards from the moment it is on the base branch.`;
  const at = commits && { base: commits.head, head: commits.head };
  return { touched: true, notices: [notice], ...judgeChange(alone, placeOf(context, at)) };
}

/**
 * The verdict on a change, from every comparison that counts: with the pull request's base, and with the
 * repository's default branch. Pure. Throws `UserError` when it cannot be judged; that is never a pass.
 *
 * A base without the file passes as the beginning of its use, but only where no other base has it.
 * @param more findings about other files, such as workflows
 */
export function gate(
  judged: readonly ProposedChange[],
  context: GateContext,
  more: readonly Finding[],
): GateReport {
  const [first] = judged;
  if (first === undefined) throw new UserError('Nothing was compared.', 'Say which revisions to compare.');
  const bootstrap = judged.every(({ base }) => base.allocation.kind === 'absent');
  const parts = judged.map((each) => {
    const part = judgeOne(each, bootstrap, context);
    const textOf = (file: string): string => {
      const { allocation, exceptions } = each.head;
      const state =
        file === context.allocationFile ? allocation : file === context.exceptionsFile ? exceptions : null;
      return state?.kind === 'file' ? new TextDecoder().decode(state.bytes) : '';
    };
    return { ...part, findings: withSource(part.findings, textOf, context) };
  });
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

/** What the rules find in workflow files that a change touches: for `more` of `gate`. */
export function workflowFindings(
  changed: readonly ChangedWorkflow[],
  docs: GateContext['docs'],
): readonly Finding[] {
  return changed.flatMap((workflow) => findingsOf('workflow', workflow, { file: workflow.path, docs }));
}

/** What the rules find in `.gitattributes` files that a change touches: for `more` of `gate`. */
export function attributeFindings(
  changed: readonly ChangedAttributes[],
  docs: GateContext['docs'],
): readonly Finding[] {
  return changed.flatMap((each) => findingsOf('attributes', each, { file: each.path, docs }));
}

/** What the rules say of files that the head names and does not have: for `more` of `gate`. */
export function missingFindings(missing: readonly MissingFile[], context: GateContext): readonly Finding[] {
  return missing.flatMap((each) => findingsOf('missing', each, placeOf(context)));
}

/**
 * What the rules say of sub-agents that are not in step: for `more` of `gate`, and for `agents`.
 * @param files what the findings may be in
 */
export function agentFindings(
  drifts: readonly Drift[],
  files: readonly AgentFile[],
  context: Pick<GateContext, 'allocationFile' | 'docs' | 'mayShow'>,
  commits?: Commits,
): readonly Finding[] {
  const { allocationFile: allocation, docs } = context;
  const place = { file: allocation, docs, ...(commits === undefined ? {} : { commits }) };
  const textOf = (file: string): string => files.find(({ path }) => path === file)?.content ?? '';
  return ordered(withSource(findingsOf('agents', { drifts, allocation }, place), textOf, context));
}
