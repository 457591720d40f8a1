import { UserError } from '../../errors.ts';
import { gather } from '../../gather/decision.ts';
import { workItemOf } from '../../gather/job-place.ts';
import type { PhaseDocument } from '../../generated/phase.ts';
import type { ResolveDocument } from '../../generated/resolve.ts';
import { jobState } from '../../job/known.ts';
import { type Decision, resolve } from '../../policy/decision/resolve.ts';
import {
  decisionDocument,
  renderDecision,
  renderDecisionSummary,
  renderPhase,
} from '../../render/decision.ts';
import type { ParsedOptions } from '../../surface/options.ts';
import type { Outcome, Surroundings } from '../../surface/outcome.ts';
import { withClaim } from './claimed.ts';
import { flagDecisions } from './flag.ts';
import { argsOf, outputsOf } from './outputs.ts';
import { annotationsOf, doubt, failureOf } from './remarks.ts';

/** `resolve`: the model that an agent may use in a phase, or of a whole phase. */
export async function run(options: ParsedOptions, given: Surroundings): Promise<Outcome> {
  const surroundings = { ...given, now: options.now ?? given.now };
  const { event, loaded, phase, requests, world, notes, github } = await gather(
    'resolve',
    options,
    surroundings,
  );
  const { allocation, exceptions } = loaded;
  const { state, warning } = world;
  const decided = requests.map((request) => resolve(allocation, exceptions, request, state));
  const claimed = await withClaim(options.claim, decided, github, surroundings);
  const { decisions } = claimed;
  const documents = decisions.map((decision) => decisionDocument(decision, argsOf(decision, options)));
  const [decision] = decisions;
  const [document] = documents;
  if (decision === undefined || document === undefined) throw new UserError('The allocation has no agents.');
  const one = options.agent === null ? null : decision;
  const whole: PhaseDocument = { schema: 'haiku-first/phase@1', phase, cells: documents };
  const json: ResolveDocument | PhaseDocument = one === null ? whole : document;
  const exits = { run: 0, defer: 3, refuse: 1 } as const;
  const [request] = requests;
  const later =
    surroundings.surface === 'action' && !claimed.left && decisions.some(isDeferred)
      ? // Loaded only now: what runs has nothing to put off.
        await (await import('./deferrals.ts')).putOff(
          decisions,
          requests,
          event,
          options,
          surroundings,
          github,
        )
      : { state: {}, notes: [] };
  notes.push(...later.notes);
  const forPost =
    one !== null && request !== undefined && surroundings.surface === 'action'
      ? jobState(one, request, loaded, options.workItem ?? workItemOf(event, surroundings), surroundings.now)
      : {};
  if (surroundings.surface === 'action' && event !== null)
    notes.push(...(await flagDecisions(decisions, surroundings, github)));
  return {
    exitCode: one === null ? 0 : exits[one.decision],
    json,
    text: one === null ? renderPhase(phase, decisions) : renderDecision(one),
    notes: warning === null ? notes : [...notes, `warning: ${warning}`],
    outputs: outputsOf(decisions, one, options, allocation),
    annotations: [
      ...doubt(warning),
      ...claimed.annotations,
      ...(claimed.left ? [] : annotationsOf(decisions)),
    ],
    summary: renderDecisionSummary(decisions),
    failure: claimed.left ? null : failureOf(decisions, options),
    state: { ...forPost, ...later.state },
  };
}

function isDeferred({ decision }: Decision): boolean {
  return decision === 'defer';
}
