import { join } from 'node:path';
import { describe, type Problem, UserError } from '../../errors.ts';
import { type Context, contextOf } from '../../gather/context.ts';
import { readEvent } from '../../gather/event.ts';
import { repositoryPath, writeWhole } from '../../gather/files.ts';
import { onPolicies } from '../../gather/policy/index.ts';
import type { Github } from '../../gather/repository.ts';
import { createGit, mergeFile } from '../../git/local/index.ts';
import {
  type Finding,
  type GateContext,
  type GateReport,
  gate,
  type ProposedChange,
  type RuleId,
  rulePage,
} from '../../policy/gate/index.ts';
import { count } from '../../render/figures.ts';
import { renderGateAnnotations } from '../../render/gate/annotations.ts';
import { gateDocument, renderFindingsOutput } from '../../render/gate/json.ts';
import type { GateFailure, GateResult } from '../../render/gate/result.ts';
import { renderSarif } from '../../render/gate/sarif.ts';
import { renderGateSummary } from '../../render/gate/summary.ts';
import { renderGateTerminal } from '../../render/gate/terminal.ts';
import type { Call } from '../../surface/call.ts';
import { maskJson, maskText, secretsOf } from '../../surface/masking.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import type { Outcome } from '../../surface/outcome.ts';
import { docsAddress, rulePlace, VERSION } from '../../surface/version.ts';
import { dateOf } from '../../time/week.ts';
import { shippedModels } from '../../usage/models/shipped.ts';
import { findingsBeside } from './beside.ts';
import { judgedOf } from './event.ts';
import type { Paths } from './judged.ts';
import { markdownOptionsOf } from './links.ts';
import { keepYoungGenerationSmall } from './memory.ts';
import { onBranch } from './on-branch.ts';
import { judgedFromOptions } from './revisions.ts';
import { whatIfOf } from './what-if.ts';

// `simulate` replays what this judges.
export { judgedFromOptions, judgedOf, keepYoungGenerationSmall };

type CheckContext = Context<OptionsOf<'check'>>;

/** What could not be judged, as a result: everything that shows a verdict shows this, too. */
function failed(problems: readonly Problem[], mode: GateReport['mode']): GateFailure {
  return { verdict: 'error', mode, subject: null, problems };
}

function gateContextOf({ options, env, now }: CheckContext, paths: Paths): GateContext {
  const secrets = secretsOf(env);
  return {
    today: dateOf(now),
    shipped: shippedModels(),
    allocationFile: paths.allocation,
    exceptionsFile: paths.exceptions,
    docs: (id: RuleId) => rulePlace(id, rulePage(id), env),
    mode: options.mode,
    mayShow: (lines) => maskText(lines, secrets) === lines,
  };
}

/** The result, and the change that it is about; null where nothing could be read. */
interface Evaluated {
  readonly result: GateResult;
  readonly change: ProposedChange | null;
}

function errorsIn(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}

/** Judges what the options or the event name. */
async function evaluate(context: CheckContext): Promise<Evaluated> {
  const { options, event, notes } = context;
  const { base, head, exceptionsBase, exceptionsHead } = options;
  const files = [base, head, exceptionsBase, exceptionsHead].some((option) => option !== null);
  const paths = {
    allocation: repositoryPath(options.allocation),
    exceptions: repositoryPath(options.exceptions),
  };
  if (event !== null && !files) {
    const { reader } = await context.github();
    const sources = { reader, paths, mergeFile: merger(context) };
    const found = await judgedOf(event, sources, reader, context.env);
    const { span, notices, onRefusal } = found;
    const judged = await onPolicies(found.judged, context);
    const gateContext = gateContextOf(context, paths);
    const beside = { ...gateContext, merged: judged[0], now: context.now };
    const more = await findingsBeside(reader, span, paths, beside);
    const report = await onBranch(gate(judged, gateContext, more), event, reader);
    // What the files beside are refused for, they are refused for on every branch.
    const isRefused = errorsIn(report.findings) > errorsIn(more);
    const told = [...notices, ...(isRefused ? onRefusal : [])];
    return { result: { ...report, notices: [...report.notices, ...told] }, change: judged[0] ?? null };
  }
  const named = await judgedFromOptions(context, paths);
  const { span, paths: shown, notes: remarks } = named;
  const judged = await onPolicies(named.judged, context);
  notes.push(...remarks);
  const gateContext = gateContextOf(context, shown);
  let more: readonly Finding[] = [];
  if (span !== null) {
    const from = (await span.reader.mergeBase(span.base, span.head)) ?? span.base;
    const beside = { ...gateContext, merged: judged[0], now: context.now };
    more = await findingsBeside(span.reader, { base: from, head: span.head }, paths, beside);
  }
  return { result: gate(judged, gateContext, more), change: judged[0] ?? null };
}

function merger({ env }: Pick<Call, 'env'>) {
  return (base: Uint8Array, ours: Uint8Array, theirs: Uint8Array) =>
    mergeFile(createGit(env), base, ours, theirs);
}

function exitCode(result: GateResult): 0 | 1 | 2 {
  if (result.verdict === 'error') return 2;
  if (result.verdict === 'pass' || result.mode === 'warn') return 0;
  return 1;
}

function failureText(result: GateResult): string | null {
  if ('problems' in result) return `The gate could not judge: ${result.problems.map(describe).join(' ')}`;
  const errors = result.findings.filter((finding) => finding.severity === 'error').length;
  if (exitCode(result) === 0) return null;
  return `The gate refuses this change: ${count(errors, 'finding')} of severity error.`;
}

/** A document as the text of a file, without secrets. */
function fileText(document: unknown, env: Call['env']): string {
  return `${JSON.stringify(maskJson(document, secretsOf(env)), null, 2)}\n`;
}

function sarifText(result: GateResult, env: Call['env']): string {
  const docs = docsAddress(env);
  const page = (id: RuleId): string => `${docs}${rulePage(id)}`;
  return fileText(renderSarif(result, { version: VERSION, home: docs, page }), env);
}

/** Where later steps find the whole document; empty where there is no such place. */
function reportPathOf({ surface, env }: Pick<Call, 'surface' | 'env'>): string {
  const folder = env.RUNNER_TEMP;
  return surface !== 'action' || folder === undefined || folder === ''
    ? ''
    : join(folder, 'haiku-first-check.json');
}

/** The check document of a failure that `run` did not see coming. */
export function failure(problems: readonly Problem[]): Outcome['json'] {
  return gateDocument(failed(problems, 'enforce'));
}

/** `check`: the gate. */
export async function run(call: Call<OptionsOf<'check'>>): Promise<Outcome> {
  keepYoungGenerationSmall();
  const { options, env, cwd } = call;
  let context: CheckContext = contextOf(call, null);
  let github: Github | null = null;
  let result: GateResult;
  let change: ProposedChange | null = null;
  try {
    // On the command line the options alone say what is judged.
    if (call.surface === 'action') context = contextOf(call, readEvent(call));
    if (context.event !== null) github = await context.github();
    ({ result, change } = await evaluate(context));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    result = failed(error.problems, options.mode);
  }
  const reportPath = reportPathOf(call);
  const whatIf = await whatIfOf(context, result, change);
  const shown = { ...markdownOptionsOf(context), whatIf };
  const outcome = {
    exitCode: exitCode(result),
    json: gateDocument(result),
    text: renderGateTerminal(result, { files: [options.allocation, options.exceptions] }),
    outputs: { verdict: result.verdict, findings: renderFindingsOutput(result), 'report-path': reportPath },
    annotations: renderGateAnnotations(result),
    summary: renderGateSummary(result, shown),
    failure: failureText(result),
  };
  const sarif = options.sarif === null ? null : sarifText(result, env);
  if (options.sarif !== null && sarif !== null) writeWhole(cwd, options.sarif, sarif);
  if (reportPath !== '') writeWhole(cwd, reportPath, fileText(outcome.json, env));
  if (github !== null) {
    // Loaded only now: at a desk nobody writes to GitHub.
    const { publishGate } = await import('./publish.ts');
    await publishGate(result, context, github, shown);
  }
  return { ...outcome, notes: context.notes };
}
