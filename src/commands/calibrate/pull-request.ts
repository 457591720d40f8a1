import { randomUUID } from 'node:crypto';
import { type Allocation, findAgent } from '../../allocation/allocation.ts';
import { parseAllocation } from '../../allocation/parse.ts';
import { type Move, type Note, PROPOSAL_BRANCHES, snoozesIn } from '../../calibration/changes/index.ts';
import { type WhatIf, whatIf } from '../../calibration/replay/index.ts';
import type { Calibration, CostOn } from '../../calibration/rules/index.ts';
import { UserError } from '../../errors.ts';
import { ADVICE_PATH, adviceFileAt } from '../../gather/advice.ts';
import type { LedgerAttempts } from '../../gather/attempts.ts';
import { repositoryPath } from '../../gather/files.ts';
import type { EscalationModel } from '../../generated/escalation-model.ts';
import { weekSpan } from '../../ledger/index.ts';
import { type GateContext, type RuleId, rulePage } from '../../policy/gate/index.ts';
import {
  commitText,
  type PullRequestWords,
  pullRequestBody,
  pullRequestTitle,
} from '../../render/calibrate/index.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import { docsAddress, rulePlace } from '../../surface/version.ts';
import { dateOf, weekAfter } from '../../time/week.ts';
import { shippedModels } from '../../usage/models/shipped.ts';
import { keptInStep } from './in-step.ts';
import type { ProposalPlace, Scene } from './place.ts';
import { planOf } from './plan.ts';

type CalibrateCall = Call<OptionsOf<'calibrate'>>;

/** The one pull request, as it is to be; null where nothing is to be changed. */
export interface PullRequestPlan {
  readonly branch: string;
  readonly title: string;
  readonly message: string;
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly words: PullRequestWords;
}

/** What became of it, for the answer of `calibrate`. */
export interface PullRequestAnswer {
  readonly how: 'opened' | 'updated' | 'unchanged' | 'edited' | 'withdrawn' | 'shown';
  readonly number: number | null;
  readonly url: string | null;
  readonly branch: string | null;
  readonly title: string | null;
  /** As it is, or would be. */
  readonly body: string | null;
}

function gateContext({ options, env, now }: CalibrateCall): GateContext {
  return {
    today: dateOf(now),
    shipped: shippedModels(),
    allocationFile: repositoryPath(options.allocation),
    exceptionsFile: repositoryPath(options.exceptions),
    docs: (id: RuleId) => rulePlace(id, rulePage(id), env),
    mode: 'enforce',
  };
}

function isOf(
  move: Move,
  other: { readonly agent: string; readonly phase: string; readonly to: string | null },
) {
  return move.agent === other.agent && move.phase === other.phase && move.to === other.to;
}

/** What is to be changed, and what of it the person asks for who calls. */
interface Found {
  readonly calibration: Calibration;
  readonly costOn: CostOn;
  readonly moves: readonly Move[];
  readonly ledger: LedgerAttempts;
  readonly asked: Note | null;
  /** Somebody wants the pull request, and not only what is refused of it. */
  readonly isWanted: boolean;
}

/** Weeks that are replayed. */
const REPLAYED_WEEKS = 4;

/**
 * What the change would have cost in the weeks before; null: they hold no runs, or nothing of it can be replayed. No run
 * was in a trial that only begins.
 */
function costOf(
  { rules }: Scene,
  { calibration, ledger }: Found,
  moves: readonly Move[],
  after: Allocation,
): WhatIf | null {
  if (moves.every(({ kind }) => kind === 'trial')) return null;
  const { allocation, table } = rules;
  const timezone = allocation.budget?.timezone ?? 'UTC';
  const { from: now } = weekSpan(calibration.week, timezone);
  const found = whatIf({
    ...ledger,
    weeks: ledger.weeks.slice(-REPLAYED_WEEKS).map((week) => ({ week, ...weekSpan(week, timezone) })),
    base: rules,
    head: { ...rules, allocation: after },
    table,
    today: dateOf(new Date(now)),
    now,
  });
  return found.runs === 0 ? null : found;
}

/**
 * The model that advises, where it differs from the one that is there; where there is none, only one that beats its
 * table: nobody is brought a file that teaches nothing.
 */
async function newAdvice(
  { cwd }: CalibrateCall,
  { source, notes }: Scene,
  { calibration, costOn }: Found,
): Promise<{ readonly text: string; readonly model: EscalationModel } | null> {
  const { adviceFile, adviceOf } = await import('../../calibration/advice/index.ts');
  try {
    const present = await adviceFileAt(source, cwd);
    const model = adviceOf(calibration, costOn);
    const text = adviceFile(model);
    return text === present || (present === null && !model.gate.pass) ? null : { text, model };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    notes.push(`${ADVICE_PATH} is left as it is: ${error.message}`);
    return null;
  }
}

/**
 * Works out the pull request. What the gate refuses is left out with a remark; a person's own proposal that it refuses
 * is an error.
 */
export async function planPullRequest(
  call: CalibrateCall,
  scene: Scene,
  found: Found,
): Promise<PullRequestPlan | null> {
  const { calibration, moves, ledger, asked, isWanted } = found;
  const { week } = calibration;
  const effect = weekAfter(week, 1);
  const { allocation } = scene.rules;
  const context = gateContext(call);
  const plan = await planOf(moves, scene, context);
  for (const { move, why } of plan.refused) {
    const what = `${move.agent} in ${move.phase} on ${move.to} cannot be proposed: ${why}`;
    if (move.note !== null && move.note === asked) throw new UserError(what);
    scene.notes.push(what);
  }
  if (plan.moves.length === 0 || !isWanted) return null;
  const after = parseAllocation(context.allocationFile, new TextEncoder().encode(plan.text), scene.inherit);
  const { definitions, memory } = await keptInStep(scene, after, { week, effect, cwd: call.cwd });
  const advice = await newAdvice(call, scene, found);
  const encode = (path: string, content: string) => ({ path, bytes: new TextEncoder().encode(content) });
  const closed = scene.place?.standing.closed ?? [];
  return {
    branch: `${PROPOSAL_BRANCHES}${week}`,
    title: pullRequestTitle(plan.moves, (name) => findAgent(allocation, name)?.aliases[0] ?? name),
    message: commitText(plan.moves, effect, ledger.commit),
    files: [
      encode(context.allocationFile, plan.text),
      ...[...definitions, ...memory].map(({ path, content }) => encode(path, content)),
      ...(advice === null ? [] : [encode(ADVICE_PATH, advice.text)]),
    ],
    words: {
      calibration,
      effect,
      ledger: ledger.commit,
      moves: plan.moves,
      change: { before: plan.before, after: plan.text },
      definitions: definitions.map(({ path }) => path),
      memory: memory.map(({ path }) => path),
      advice: advice === null ? null : { path: ADVICE_PATH, model: advice.model },
      gate: plan.gate,
      whatIf: costOf(scene, found, plan.moves, after),
      closed: closed
        .filter(({ body }) =>
          snoozesIn(body, week).some((each) => plan.moves.some((move) => isOf(move, each))),
        )
        .map(({ number }) => number),
      base: scene.place?.base.name ?? 'main',
      isWorkflowToken: scene.place?.standing.isWorkflowToken ?? null,
      docs: docsAddress(call.env),
    },
  };
}

/** The pull request as it would be. */
export function shownPullRequest(plan: PullRequestPlan | null): PullRequestAnswer | null {
  if (plan === null) return null;
  const { branch, title, words } = plan;
  return { how: 'shown', number: null, url: null, branch, title, body: pullRequestBody(words, null) };
}

/** Opens, updates or closes the one pull request. Throws `GitHubError` with what the token lacks. */
export async function publishPullRequest(
  plan: PullRequestPlan | null,
  { client, reader, repository, base, standing }: ProposalPlace,
  notes: string[],
): Promise<PullRequestAnswer | null> {
  const { publishProposal, withdrawProposal } = await import('../../github/index.ts');
  const { open } = standing;
  if (plan === null) {
    if (open === null) return null;
    const { number, url, branch, title, body } = open;
    if (open.isEdited) return { how: 'edited', number, url, branch, title, body };
    await withdrawProposal(client, repository, open, 'nothing calls for it any more.');
    return { how: 'withdrawn', number, url, branch, title, body };
  }
  const { branch, title, message, files, words } = plan;
  for (const surplus of standing.surplus.filter(({ isEdited }) => !isEdited)) {
    await withdrawProposal(client, repository, surplus, `#${open?.number} says it already.`);
  }
  const published = await publishProposal(
    client,
    reader,
    {
      repository,
      base,
      branch,
      title,
      message,
      files,
      body: (signature) => pullRequestBody(words, signature),
      run: randomUUID().slice(0, 8),
    },
    standing,
  );
  const { how, number, url } = published;
  const at = { how, number, url, branch: open?.branch ?? branch, title };
  if (published.how === 'edited') return { ...at, body: open?.body ?? null };
  notes.push(...published.remarks);
  const { signature } = published;
  if (signature !== 'valid') notes.push('GitHub does not say that the signature of the commit is valid.');
  return { ...at, body: pullRequestBody(words, signature === 'unknown' ? null : signature) };
}
