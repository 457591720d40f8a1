import { userInfo } from 'node:os';
import { type Agent, type Allocation, findAgent, rankOf } from '../allocation/allocation.ts';
import { type Exceptions, noExceptions, parseExceptions } from '../allocation/exceptions.ts';
import { readFacts } from '../allocation/facts.ts';
import type { Phase, Rank } from '../allocation/names.ts';
import { suggestion } from '../allocation/nearest.ts';
import { parseAllocation } from '../allocation/parse.ts';
import { UserError } from '../errors.ts';
import { type CommitId, isCommitId } from '../git/commit-reader.ts';
import type { GithubEvent } from '../github/event.ts';
import { requireSound } from '../policy/breaches.ts';
import { claudeArgs, claudeSettings } from '../policy/claude-code.ts';
import type { Choice, Level } from '../policy/decide.ts';
import type { FileState } from '../policy/gate.ts';
import { tableOf } from '../policy/models-of-tiers.ts';
import { type Decision, modelAt, type Request, resolve, type State } from '../policy/resolve.ts';
import {
  type DecisionDocument,
  decisionDocument,
  type PhaseDocument,
  reasonOf,
  renderDecision,
  renderDecisionSummary,
  renderPhase,
} from '../render/decision.ts';
import { dateOf, type IsoDate, type IsoWeek, weekOf } from '../time/week.ts';
import { shippedModels } from '../usage/model-table.ts';
import { findModel, lifecycleOn, type ModelTable } from '../usage/models.ts';
import { derivedFacts } from './derived-facts.ts';
import { readEvent } from './event.ts';
import { readDiskFile, repositoryPath, stateAt } from './files.ts';
import { workItemOf } from './job-place.ts';
import { jobState } from './job-state.ts';
import type { ParsedOptions } from './options.ts';
import type { Annotation, Outcome, Surroundings } from './outcome.ts';
import { connect, type Github, localReaderWith } from './repository.ts';

interface Files {
  readonly allocation: Uint8Array | null;
  readonly exceptions: Uint8Array | null;
  /** Where they were read, for messages. */
  readonly where: string;
}

/**
 * The commit whose files count. On a pull request or in a merge queue it is the base, so that a pull request cannot
 * choose the model of the jobs that review it; in other runs of the Action the commit that runs, whatever earlier
 * steps did to the work tree. Null on a laptop: there it is the work tree.
 */
function commitOf(event: GithubEvent | null, { surface, env }: Surroundings): CommitId | null {
  if (event?.kind === 'pull_request') return event.base.sha;
  if (event?.kind === 'merge_group') return event.baseSha;
  if (event === null || surface === 'cli') return null;
  if (isCommitId(env.GITHUB_SHA)) return env.GITHUB_SHA;
  throw new UserError('GITHUB_SHA does not name a commit.');
}

function bytesOf(state: FileState, path: string, where: string): Uint8Array | null {
  if (state.kind === 'irregular')
    throw new UserError(`${path} at ${where} is not a regular file (mode ${state.mode}).`);
  return state.kind === 'file' ? state.bytes : null;
}

export async function readFiles(
  options: ParsedOptions,
  surroundings: Surroundings,
  event: GithubEvent | null,
  github: () => Promise<Github>,
): Promise<Files> {
  const commit = commitOf(event, surroundings);
  if (commit === null) {
    const { cwd } = surroundings;
    return {
      allocation: readDiskFile(cwd, options.allocation),
      exceptions: readDiskFile(cwd, options.exceptions),
      where: 'the work tree',
    };
  }
  const reader = (await localReaderWith(commit, surroundings)) ?? (await github()).reader;
  const base = event?.kind === 'pull_request' || event?.kind === 'merge_group' ? 'the base commit' : 'commit';
  const where = `${base} ${commit.slice(0, 12)}`;
  const read = async (path: string): Promise<Uint8Array | null> =>
    bytesOf(await stateAt(reader, commit, repositoryPath(path)), path, where);
  return { allocation: await read(options.allocation), exceptions: await read(options.exceptions), where };
}

export interface Loaded {
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
  readonly table: ModelTable;
}

export function load(options: ParsedOptions, files: Files, today: IsoDate): Loaded {
  if (files.allocation === null) {
    throw new UserError(
      `There is no ${options.allocation} at ${files.where}.`,
      files.where.startsWith('the base')
        ? 'The allocation of a pull request is that of its base branch: merge the file there first.'
        : 'Name the file with --allocation, or write one: docs/allocation.md.',
    );
  }
  const allocation = parseAllocation(options.allocation, files.allocation);
  const exceptions =
    files.exceptions === null
      ? noExceptions(options.exceptions)
      : parseExceptions(options.exceptions, files.exceptions);
  const table = tableOf(allocation, shippedModels());
  requireSound(allocation, exceptions, today, table);
  return { allocation, exceptions, table };
}

export function agentOf(allocation: Allocation, name: string): Agent {
  const agent = findAgent(allocation, name);
  if (agent !== null) return agent;
  const known = [...allocation.agents.values()].flatMap((each) => [each.name, ...each.aliases]);
  throw new UserError(`The agent ${name} is not in ${allocation.file}.`, suggestion(name, known));
}

export function phaseOf(allocation: Allocation, name: string): Phase {
  const phase = allocation.phases.find((each) => each === name);
  if (phase === undefined) {
    throw new UserError(
      `The phase ${name} is not in ${allocation.file}.`,
      suggestion(name, allocation.phases),
    );
  }
  return phase;
}

function rank(allocation: Allocation, name: string): Rank {
  const found = rankOf(allocation, name);
  if (found !== null) return found;
  throw new UserError(
    `The tier ${name} is not in ${allocation.file}.`,
    suggestion(
      name,
      allocation.tiers.map((tier) => tier.name),
    ),
  );
}

/** Who picks the tier. In Actions it is whom GitHub names, whatever else is said. */
function deciderOf(options: ParsedOptions, { env }: Surroundings): string {
  if (env.GITHUB_ACTIONS === 'true') return env.GITHUB_TRIGGERING_ACTOR ?? env.GITHUB_ACTOR ?? 'unknown';
  return options.by ?? userInfo().username;
}

function choiceOf(options: ParsedOptions, allocation: Allocation, surroundings: Surroundings): Choice | null {
  const { tier, escalateFrom, reason, trigger } = options;
  const given = reason?.trim() === '' ? null : reason;
  if (tier !== null && escalateFrom !== null) {
    throw new UserError(
      'An override (tier) and an escalation (escalate-from) exclude each other.',
      'Give one of them.',
    );
  }
  if (tier !== null) {
    return {
      kind: 'override',
      tier: rank(allocation, tier),
      reason: given,
      by: deciderOf(options, surroundings),
    };
  }
  if (escalateFrom === null) return null;
  if (given === null) throw new UserError('An escalation needs a reason.', 'Say what was poor with reason.');
  return {
    kind: 'escalation',
    from: rank(allocation, escalateFrom),
    reason: given,
    trigger: trigger ?? 'not given',
  };
}

interface World {
  readonly state: State;
  /** What makes the state doubtful; null: nothing. */
  readonly warning: string | null;
}

/** What the ledger, `--zone` and the lifecycle of the models say. */
async function worldOf(
  options: ParsedOptions,
  surroundings: Surroundings,
  { allocation, table }: Loaded,
  today: IsoDate,
  week: IsoWeek,
): Promise<World> {
  const unavailable = new Map<Rank, string>();
  for (const tier of allocation.tiers) {
    const row = findModel(table, tier.model);
    if (row !== null && lifecycleOn(row, today) === 'retired')
      unavailable.set(tier.rank, `${row.id} is retired`);
  }
  for (const name of options.unavailable)
    unavailable.set(rank(allocation, name), 'as asked by --unavailable');
  const { budget } = allocation;
  if (options.zone !== null || options.ledger === 'none' || budget === null) {
    const level: Level = options.zone ?? 'GREEN';
    return { state: { level, allowances: new Map(), unavailable }, warning: null };
  }
  // Loaded only now: without a ledger to read, resolve must not pay for git.
  const { readState } = await import('./ledger-state.ts');
  const { level, allowances, figures, hold, warning } = await readState(
    options,
    surroundings,
    allocation,
    budget,
    week,
  );
  if (hold !== null) for (const tier of allocation.tiers) unavailable.set(tier.rank, hold);
  return { state: { level, allowances, unavailable, figures }, warning };
}

function argsOf(decision: Decision, options: ParsedOptions): string {
  if (decision.model === null) return '';
  const usd = options.maxUsd === null ? null : options.maxUsd / 1_000_000;
  return claudeArgs(decision.model, decision.effort, decision.fallback, usd);
}

/** What a whole phase's jobs need, for `strategy.matrix`: the cells that run. */
function matrixOf(decisions: readonly Decision[], options: ParsedOptions): string {
  const include = decisions
    .filter((decision) => decision.decision === 'run')
    .map((decision) => ({
      agent: decision.agent,
      phase: decision.phase,
      tier: decision.tier,
      model: decision.model,
      effort: decision.effort ?? '',
      'claude-args': argsOf(decision, options),
      settings: claudeSettings(decision.available),
      'fallback-model': decision.fallback.join(','),
    }));
  return JSON.stringify({ include });
}

/** The id of the tier with this name at the provider; empty where there is none. */
function modelNamed(allocation: Allocation, name: string, provider: string): string {
  const tier = rankOf(allocation, name);
  if (tier === null) return '';
  const named = allocation.tiers[tier]?.providers.has(provider);
  return provider === 'anthropic' || named === true ? modelAt(allocation, tier, provider) : '';
}

function outputsOf(
  decisions: readonly Decision[],
  one: Decision | null,
  options: ParsedOptions,
  allocation: Allocation,
) {
  const { provider } = options;
  const running = decisions.some((decision) => decision.decision === 'run');
  return {
    decision: one?.decision ?? '',
    tier: one?.tier ?? '',
    model: one?.model ?? '',
    effort: one?.effort ?? '',
    floor: one?.floor ?? '',
    zone: decisions[0]?.zone ?? '',
    reason: one === null ? '' : reasonOf(one),
    'claude-args': one === null ? '' : argsOf(one, options),
    settings: one?.decision === 'run' ? claudeSettings(one.available) : '',
    'fallback-model': one?.fallback.join(',') ?? '',
    matrix: matrixOf(decisions, options),
    'has-work': String(running),
    'haiku-model': modelNamed(allocation, 'haiku', provider),
    'sonnet-model': modelNamed(allocation, 'sonnet', provider),
    'opus-model': modelNamed(allocation, 'opus', provider),
  };
}

/** Why the Action's step fails; null when it does not. A deferred guarded cell must not let anything merge unreviewed. */
function failureOf(decisions: readonly Decision[], options: ParsedOptions): string | null {
  for (const decision of decisions) {
    const cell = `${decision.agent} in ${decision.phase}`;
    if (decision.decision === 'refuse') return `${cell} is refused: ${reasonOf(decision)}`;
    if (decision.decision !== 'defer') continue;
    if (decision.guarded)
      return `${cell} is deferred, and it is under an absolute floor: ${reasonOf(decision)}`;
    if (options.onDefer === 'fail') return `${cell} is deferred: ${reasonOf(decision)}`;
  }
  return null;
}

function annotationsOf(decisions: readonly Decision[]): readonly Annotation[] {
  return decisions
    .filter((decision) => decision.decision === 'defer')
    .map((decision) => ({
      severity: decision.guarded ? 'error' : 'warning',
      title: `${decision.agent}/${decision.phase} is deferred`,
      message: reasonOf(decision),
      file: null,
      line: null,
      column: null,
    }));
}

/** The ledger's trouble where nobody overlooks it. */
function doubt(warning: string | null): readonly Annotation[] {
  if (warning === null) return [];
  return [
    {
      severity: 'warning',
      title: 'The weekly use is not fully known',
      message: warning,
      file: null,
      line: null,
      column: null,
    },
  ];
}

/** How this run draws its number in a trial; null outside a workflow, and where there is no trial. */
async function drawOf(allocation: Allocation, key: string | null): Promise<Request['draw']> {
  const cells = [...allocation.matrix.values()].flatMap((row) => [...row.values()]);
  if (key === null || cells.every((cell) => cell.trial === null)) return null;
  const { trialDraw } = await import('../policy/trial-draw.ts');
  return (trial) => trialDraw(key, trial);
}

/** `resolve`: the model that an agent may use in a phase, or of a whole phase. */
export async function run(options: ParsedOptions, surroundings: Surroundings): Promise<Outcome> {
  const { phase: phaseName } = options;
  if (phaseName === null)
    throw new UserError('resolve needs a phase.', 'Give --phase, for example --phase EXEC.');
  const now = options.now ?? surroundings.now;
  const today = dateOf(now);
  const event = readEvent(surroundings);
  const notes: string[] = [];
  let connected: Promise<Github> | null = null;
  const github = (): Promise<Github> => {
    if (event === null) throw new UserError('GitHub can be asked only in a workflow.');
    connected ??= connect(event, surroundings, options.githubToken, (line) => notes.push(line));
    return connected;
  };
  const loaded = load(options, await readFiles(options, surroundings, event, github), today);
  const { allocation, exceptions } = loaded;
  const phase = phaseOf(allocation, phaseName);
  const agents =
    options.agent === null ? [...allocation.agents.values()] : [agentOf(allocation, options.agent)];
  const choice = choiceOf(options, allocation, surroundings);
  if (choice !== null && options.agent === null) {
    throw new UserError('An override or an escalation is for one cell.', 'Give --agent, too.');
  }
  const facts = readFacts(allocation, options.task, await derivedFacts(event, allocation, github));
  const week = options.week ?? weekOf(now, allocation.budget?.timezone ?? 'UTC');
  const { state, warning } = await worldOf(options, surroundings, loaded, today, week);
  const draw = await drawOf(allocation, surroundings.env.GITHUB_RUN_ID ?? null);
  const requests = agents.map((agent): Request => {
    const { critical, provider } = options;
    return { agent, phase, week, today, draw, facts, critical, choice, provider };
  });
  const decisions = requests.map((request) => resolve(allocation, exceptions, request, state));
  const documents = decisions.map((decision) => decisionDocument(decision, argsOf(decision, options)));
  const [decision] = decisions;
  const [document] = documents;
  if (decision === undefined || document === undefined) throw new UserError('The allocation has no agents.');
  const one = options.agent === null ? null : decision;
  const whole: PhaseDocument = { schema: 'haiku-first/phase@1', phase, cells: documents };
  const json: DecisionDocument | PhaseDocument = one === null ? whole : document;
  const exits = { run: 0, defer: 3, refuse: 1 } as const;
  const failure = failureOf(decisions, options);
  const [request] = requests;
  const forPost =
    one !== null && request !== undefined && surroundings.surface === 'action'
      ? { state: jobState(one, request, loaded, options.workItem ?? workItemOf(event, surroundings), now) }
      : {};
  return {
    exitCode: one === null ? 0 : exits[one.decision],
    json,
    text: one === null ? renderPhase(phase, decisions) : renderDecision(one),
    notes: warning === null ? notes : [...notes, `warning: ${warning}`],
    outputs: outputsOf(decisions, one, options, allocation),
    annotations: [...doubt(warning), ...annotationsOf(decisions)],
    summary: renderDecisionSummary(decisions),
    failure,
    ...forPost,
  };
}
