import type { Allocation } from '../../allocation/allocation.ts';
import { UserError } from '../../errors.ts';
import { decideWithModels } from '../../gather/asked-models.ts';
import { type Context, workContextOf } from '../../gather/context.ts';
import { gather } from '../../gather/decision.ts';
import { jobPlace, workItemOf } from '../../gather/job-place.ts';
import { otherProvider } from '../../gather/sub-agents.ts';
import type { PhaseDocument } from '../../generated/phase.ts';
import type { ResolveDocument } from '../../generated/resolve.ts';
import type { Decision } from '../../policy/decision/resolve.ts';
import type { SubAgent } from '../../policy/session/index.ts';
import { afterwardsOf, type DecisionPlace } from '../../render/afterwards.ts';
import { type Annotation, annotation } from '../../render/annotation.ts';
import {
  decisionDocument,
  renderDecision,
  renderDecisionSummary,
  renderPhase,
} from '../../render/decision.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import type { Outcome } from '../../surface/outcome.ts';
import { dateOf } from '../../time/week.ts';
import { withAdvice } from './advised.ts';
import { withClaim } from './claimed.ts';
import { flagDecisions, refusalsOf } from './flag.ts';
import { handOver } from './hand-over.ts';
import { outputsOf, type Started } from './outputs.ts';
import { decisionAnnotations, doubt, leftOut, notRead, whyStepFails } from './remarks.ts';

// What `run` does with its decision, too.
export { decisionAnnotations, doubt, flagDecisions, outputsOf, refusalsOf, whyStepFails, withClaim };

/** `resolve`: the model that an agent may use in a phase, or of a whole phase. */
export async function run(call: Call<OptionsOf<'resolve'>>): Promise<Outcome> {
  const context = workContextOf(call);
  const { options, notes } = context;
  const gathered = await gather('resolve', context);
  const { loaded, phase, requests, warning } = gathered;
  const { allocation } = loaded;
  const { decisions: decided, state } = await decideWithModels(gathered, context);
  const { decisions: ruled, left, failure, annotations } = await withClaim(decided, loaded, context);
  const { started: handed, unread } = await handOver(ruled, requests, { loaded, state }, context);
  const started = await withAdvice(handed, gathered, context);
  const decisions = started.map(({ decision }) => decision);
  // What another run does is neither put off here nor told of as such.
  const open = decisions.filter(({ agent }) => !left.has(agent));
  const documents = started.map((each) => decisionDocument(each.decision, each.handed));
  const [first] = started;
  const [decision] = decisions;
  const [document] = documents;
  if (first === undefined || decision === undefined || document === undefined)
    throw new UserError('The allocation has no agents.');
  const one = options.agent === null ? null : decision;
  const whole: PhaseDocument = { schema: 'haiku-first/phase@1', phase, cells: documents };
  const json: ResolveDocument | PhaseDocument = one === null ? whole : document;
  const exits = { run: 0, defer: 3, refuse: 1 } as const;
  const [request] = requests;
  const forPost: Record<string, string> = {};
  const isJob = call.surface === 'action';
  if (isJob && open.some(isDeferred)) {
    // Loaded only now: what runs has nothing to defer.
    const { deferWork } = await import('../../job/deferrals.ts');
    const asked = requests.filter(({ agent }) => !left.has(agent.name));
    Object.assign(forPost, (await deferWork(open, asked, context, allocation)).state);
  }
  if (isJob && one !== null && request !== undefined) {
    // Loaded only now: a person's decision is nobody's job.
    const [{ jobState }, { rememberDecision }] = await Promise.all([
      import('../../job/known.ts'),
      import('../../job/remembered.ts'),
    ]);
    const known = jobState(one, request, { ...loaded, state }, workItemOf(context), call.now);
    Object.assign(forPost, known);
    rememberDecision(call.env, jobPlace(call), known);
  }
  Object.assign(forPost, await refusalsOf(decisions, context));
  await flagDecisions(decisions, context);
  const ending = await endingExceptions(decisions, allocation, call.now);
  const lost = [leftOut(started), notRead(unread)].filter((text) => text !== null);
  const elsewhere = decisions.some(({ model }) => model !== null)
    ? otherProvider(call, options.provider)
    : null;
  const remarks = [warning, ...ending, ...lost, elsewhere].filter((text) => text !== null);
  const after = (each: Decision) => afterwardsOf(each, allocation, decisionPlace(context));
  return {
    exitCode: one === null ? 0 : exits[one.decision],
    json,
    text: one === null ? renderPhase(phase, decisions, after) : renderDecision(one, after(one)),
    notes: [...notes, ...remarks.map((text) => `warning: ${text}`)],
    outputs: isJob ? outputsOf(started, one === null ? null : first, options, allocation) : {},
    annotations: [
      ...doubt(warning),
      ...ending.map(endsSoon),
      ...lost.map((text) => annotation('warning', 'Not all sub-agents are set', text)),
      ...(elsewhere === null ? [] : [annotation('warning', 'The session asks another provider', elsewhere)]),
      ...annotations,
      ...decisionAnnotations(open),
    ],
    // Nobody sees one at a desk.
    summary: isJob ? renderDecisionSummary(decisions, after, one === null ? [] : shownAgents(first)) : null,
    failure: failure ?? whyStepFails(open, options),
    state: forPost,
  };
}

/** Of the exceptions that were used, those that end soon, in words. */
async function endingExceptions(
  decisions: readonly Decision[],
  allocation: Allocation,
  now: Date,
): Promise<readonly string[]> {
  const used = decisions.flatMap((each) => each.exceptions.map(({ entry }) => entry));
  if (used.length === 0) return [];
  // Loaded only now: few cells run by an exception.
  const { endingSoon } = await import('../../policy/decision/exception-mistakes.ts');
  return endingSoon(used, allocation, dateOf(now)).map(({ text }) => text);
}

/** The sub-agents that people may meet. */
function shownAgents({ handed }: Started): readonly SubAgent[] {
  return handed.agents.filter(({ known }) => known);
}

function endsSoon(text: string): Annotation {
  return annotation('warning', 'An exception ends soon', text);
}

/** What a job for the pull request of a fork puts off is kept nowhere. */
export function decisionPlace({ event, surface }: Pick<Context, 'event' | 'surface'>): DecisionPlace {
  if (surface === 'cli') return 'desk';
  return event?.kind === 'pull_request' && event.head.fork ? 'fork' : 'job';
}

function isDeferred({ decision }: Decision): boolean {
  return decision === 'defer';
}
