import { join } from 'node:path';
import { describe, type Problem, UserError } from '../../errors.ts';
import { readEvent } from '../../gather/event.ts';
import { repositoryPath, writeWhole } from '../../gather/files.ts';
import { connect, type Github } from '../../gather/repository.ts';
import { createGit, mergeFile } from '../../git/local/index.ts';
import type { GithubEvent } from '../../github/event/index.ts';
import {
  type Finding,
  type GateContext,
  type GateReport,
  gate,
  type RuleId,
  rulePage,
  workflowFindings,
} from '../../policy/gate/index.ts';
import { renderGateAnnotations } from '../../render/gate/annotations.ts';
import { gateDocument, renderFindingsOutput } from '../../render/gate/json.ts';
import type { GateFailure, GateResult } from '../../render/gate/result.ts';
import { renderSarif } from '../../render/gate/sarif.ts';
import { renderGateSummary } from '../../render/gate/summary.ts';
import { renderGateTerminal } from '../../render/gate/terminal.ts';
import { maskJson, secretsOf } from '../../surface/masking.ts';
import type { ParsedOptions } from '../../surface/options.ts';
import type { Outcome, Surroundings } from '../../surface/outcome.ts';
import { docsAddress, VERSION } from '../../surface/version.ts';
import { dateOf } from '../../time/week.ts';
import { shippedModels } from '../../usage/models/shipped.ts';
import { judgedOf } from './event.ts';
import { changedWorkflows, type Paths } from './judged.ts';
import { keepYoungGenerationSmall } from './memory.ts';
import { publishGate } from './publish.ts';
import { judgedFromOptions } from './revisions.ts';

interface Evaluated {
  readonly result: GateResult;
  readonly notes: readonly string[];
  readonly event: GithubEvent | null;
  readonly github: Github | null;
}

/** What could not be judged, as a result: everything that shows a verdict shows this, too. */
function failed(problems: readonly Problem[], mode: GateReport['mode']): GateFailure {
  return { verdict: 'error', mode, subject: null, problems };
}

function contextOf(options: ParsedOptions, paths: Paths, surroundings: Surroundings): GateContext {
  const docs = docsAddress(surroundings.env);
  return {
    today: dateOf(options.now ?? surroundings.now),
    shipped: shippedModels(),
    allocationFile: paths.allocation,
    exceptionsFile: paths.exceptions,
    docs: (id: RuleId) => `${docs}${rulePage(id)}`,
    mode: options.mode,
  };
}

/** Judges what the options or the event name. */
async function evaluate(options: ParsedOptions, surroundings: Surroundings): Promise<Evaluated> {
  const notes: string[] = [];
  let github: Github | null = null;
  let event: GithubEvent | null = null;
  const { base, head, exceptionsBase, exceptionsHead } = options;
  const files = [base, head, exceptionsBase, exceptionsHead].some((option) => option !== null);
  try {
    if (surroundings.surface === 'action') {
      event = readEvent(surroundings);
      if (event !== null)
        github = await connect(event, surroundings, options.githubToken, (line) => notes.push(line));
    }
    const paths = {
      allocation: repositoryPath(options.allocation),
      exceptions: repositoryPath(options.exceptions),
    };
    const context = contextOf(options, paths, surroundings);
    if (event !== null && github !== null && !files) {
      const { reader } = github;
      const sources = { reader, paths, mergeFile: merger(surroundings) };
      const { judged, span } = await judgedOf(event, sources, reader);
      const more = workflowFindings(await changedWorkflows(reader, span.base, span.head), context.docs);
      return { result: gate(judged, context, more), notes, event, github };
    }
    const named = await judgedFromOptions(options, paths, surroundings);
    notes.push(...named.notes);
    const { span } = named;
    let more: readonly Finding[] = [];
    if (span !== null) {
      const from = (await span.reader.mergeBase(span.base, span.head)) ?? span.base;
      more = workflowFindings(await changedWorkflows(span.reader, from, span.head), context.docs);
    }
    return {
      result: gate(named.judged, contextOf(options, named.paths, surroundings), more),
      notes,
      event,
      github,
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { result: failed(error.problems, options.mode), notes, event, github };
  }
}

function merger({ env }: Surroundings) {
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
  return `The gate refuses this change: ${errors} finding${errors === 1 ? '' : 's'} of severity error.`;
}

/** A document as the text of a file, without secrets. */
function fileText(document: unknown, env: Surroundings['env']): string {
  return `${JSON.stringify(maskJson(document, secretsOf(env)), null, 2)}\n`;
}

function sarifText(result: GateResult, env: Surroundings['env']): string {
  const docs = docsAddress(env);
  const page = (id: RuleId): string => `${docs}${rulePage(id)}`;
  return fileText(renderSarif(result, { version: VERSION, home: docs, page }), env);
}

/** Where later steps find the whole document; empty where there is no such place. */
function reportPathOf({ surface, env }: Surroundings): string {
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
export async function run(options: ParsedOptions, surroundings: Surroundings): Promise<Outcome> {
  keepYoungGenerationSmall();
  const { result, notes, event, github } = await evaluate(options, surroundings);
  const { env, cwd } = surroundings;
  const docs = `${docsAddress(env)}docs/rules/README.md`;
  const reportPath = reportPathOf(surroundings);
  const outcome = {
    exitCode: exitCode(result),
    json: gateDocument(result),
    text: renderGateTerminal(result, { files: [options.allocation, options.exceptions] }),
    outputs: { verdict: result.verdict, findings: renderFindingsOutput(result), 'report-path': reportPath },
    annotations: renderGateAnnotations(result),
    summary: renderGateSummary(result, { docs }),
    failure: failureText(result),
  };
  const sarif = options.sarif === null ? null : sarifText(result, env);
  if (options.sarif !== null && sarif !== null) writeWhole(cwd, options.sarif, sarif);
  if (reportPath !== '') writeWhole(cwd, reportPath, fileText(outcome.json, env));
  const published =
    event === null || github === null ? [] : await publishGate(result, event, github, options, docs);
  return { ...outcome, notes: [...notes, ...published] };
}
