import { readFacts } from '../allocation/facts.ts';
import { UserError } from '../errors.ts';
import type { PhaseDocument } from '../generated/phase.ts';
import type { ResolveDocument } from '../generated/resolve.ts';
import { type Decision, type Request, resolve } from '../policy/resolve.ts';
import { decisionDocument, renderDecision, renderDecisionSummary, renderPhase } from '../render/decision.ts';
import { renderDecisionAlerts } from '../render/decision-alert.ts';
import { dateOf, weekOf } from '../time/week.ts';
import { derivedFacts } from './derived-facts.ts';
import { aboutWorkItem, readEvent } from './event.ts';
import { workItemOf } from './job-place.ts';
import { jobState } from './job-state.ts';
import type { ParsedOptions } from './options.ts';
import type { Outcome, Surroundings } from './outcome.ts';
import { connect, type Github } from './repository.ts';
import type { Claimed } from './resolve-claim.ts';
import { load, readFiles } from './resolve-files.ts';
import { argsOf, outputsOf } from './resolve-outputs.ts';
import { annotationsOf, doubt, failureOf } from './resolve-remarks.ts';
import { agentOf, choiceOf, drawOf, phaseOf } from './resolve-request.ts';
import { worldOf } from './resolve-world.ts';
import { runPlaceOf } from './run-place.ts';
import { askFlights } from './runs-in-flight.ts';

/** `resolve`: the model that an agent may use in a phase, or of a whole phase. */
export async function run(options: ParsedOptions, surroundings: Surroundings): Promise<Outcome> {
  const { phase: phaseName } = options;
  if (phaseName === null)
    throw new UserError('resolve needs a phase.', 'Give --phase, for example --phase EXEC.');
  const now = options.now ?? surroundings.now;
  const today = dateOf(now);
  const event = aboutWorkItem(readEvent(surroundings), options.workItem);
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
  const cells = agents.map(({ name }) => ({ agent: name, phase }));
  const flights = askFlights(options, surroundings, event, allocation, week, cells);
  const world = await worldOf(options, surroundings, loaded, today, week, flights);
  const { state, warning } = world;
  notes.push(...world.notes);
  const draw = await drawOf(allocation, surroundings.env.GITHUB_RUN_ID ?? null);
  const requests = agents.map((agent): Request => {
    const { critical, provider } = options;
    return { agent, phase, week, today, draw, facts, critical, choice, provider };
  });
  const decided = requests.map((request) => resolve(allocation, exceptions, request, state));
  const claimed = await withClaim(options.claim, decided, github, { ...surroundings, now });
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
        (await import('./resolve-deferrals.ts')).putOff(decisions, requests, event, options, {
          ...surroundings,
          now,
        })
      : { state: {}, notes: [] };
  notes.push(...later.notes);
  const forPost =
    one !== null && request !== undefined && surroundings.surface === 'action'
      ? jobState(one, request, loaded, options.workItem ?? workItemOf(event, surroundings), now)
      : {};
  if (surroundings.surface === 'action' && event !== null) {
    const alerts = renderDecisionAlerts(decisions, runPlaceOf(surroundings));
    if (alerts.length > 0) {
      // Loaded only now: other runs need no network.
      const { flag } = await import('./resolve-alert.ts');
      notes.push(...(await flag(alerts, github)));
    }
  }
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

/** The decisions, unless an older run does the work of this claim already. */
async function withClaim(
  claim: string | null,
  decisions: readonly Decision[],
  github: () => Promise<Github>,
  surroundings: Surroundings,
): Promise<Claimed> {
  if (claim === null) return { decisions, left: false, annotations: [] };
  const { judgeClaim } = await import('./resolve-claim.ts');
  return judgeClaim(claim, decisions, github, surroundings);
}
