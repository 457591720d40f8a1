import { type Allocation, tierAt } from '../allocation/allocation.ts';
import type { Exceptions } from '../allocation/exceptions.ts';
import { cellPolicy, trialIn } from '../policy/decision/cell-policy.ts';
import type { Decision, Request } from '../policy/decision/resolve.ts';
import type { ModelTable } from '../usage/models/models.ts';
import { exceptionFields } from './exception-fields.ts';
import { jobRoster } from './roster.ts';
import { JOB_STATE, type JobState } from './state.ts';

/** Linux takes no variable of the environment beyond 128 KiB, and that is how the runner hands a state over. */
const MOST_STATE = 100_000;

/** Lengths that `checkRecord` allows. */
const MOST_REASON = 2000;
const MOST_TRIGGER = 200;
const MOST_WHERE = 300;
const MOST_TEXT = 1000;
const MOST_ITEMS = 200;

interface Judged {
  readonly allocation: Allocation;
  readonly exceptions: Exceptions;
  readonly table: ModelTable;
}

/** What is known of a job's agent before it runs, for its records. */
export function knownOf(
  decision: Decision,
  request: Request,
  { allocation, exceptions }: Judged,
  workItem: string | null,
): JobState['job'] {
  const { choice } = decision;
  const escalated = choice?.kind === 'escalation' ? choice : null;
  return {
    work_item: workItem,
    phase: decision.phase,
    attempt: escalated === null ? 1 : 2,
    tier_assigned: decision.assigned,
    model_requested: decision.model,
    escalated_from_model: escalated === null ? null : tierAt(allocation, escalated.from).model,
    escalation_reason: escalated?.reason.slice(0, MOST_REASON) ?? null,
    escalation_trigger: escalated?.trigger.slice(0, MOST_TRIGGER) ?? null,
    planned_upgrade: choice === null && decision.trace.some(({ step }) => step === 'upgrade'),
    override: overrideOf(decision, allocation),
    ...exceptionOf(decision),
    critical: decision.critical,
    trial: trialOf(request, allocation, exceptions),
    zone: decision.zone,
    task: Object.fromEntries([...request.facts].map(([name, value]) => [name, shortened(value)])),
  };
}

/**
 * What the post step needs to know of a decision, as the Action's state: see `readJobState`.
 * @param journaled the job is one of `run`
 */
export function jobState(
  decision: Decision,
  request: Request,
  judged: Judged,
  workItem: string | null,
  now: Date,
  journaled = false,
): Readonly<Record<string, string>> {
  const { allocation, exceptions, table } = judged;
  const state: JobState = {
    version: 1,
    ...(journaled ? { journaled } : {}),
    since: now.toISOString(),
    decision: decision.decision,
    agent: decision.agent,
    job: knownOf(decision, request, judged, workItem),
    roster: jobRoster(allocation, exceptions, table, request),
  };
  const text = JSON.stringify(state);
  if (text.length <= MOST_STATE) return { [JOB_STATE]: text };
  // Without the other agents their sub-agents are unattributed; what was used is still counted.
  const agents = state.roster.agents.filter(({ name }) => name === decision.agent);
  return { [JOB_STATE]: JSON.stringify({ ...state, roster: { ...state.roster, agents } }) };
}

function overrideOf({ choice }: Decision, allocation: Allocation): JobState['job']['override'] {
  if (choice?.kind !== 'override') return null;
  const reason = choice.reason?.slice(0, MOST_REASON) ?? 'not given';
  const { where } = choice;
  return {
    tier: tierAt(allocation, choice.tier).name,
    reason,
    by: choice.by.slice(0, MOST_TRIGGER),
    ...(where === undefined ? {} : { where: where.slice(0, MOST_WHERE) }),
  };
}

/** The exception without which it would not run like this; of several, the first. */
function exceptionOf({ exceptions: used }: Decision): Pick<JobState['job'], 'exception'> {
  const [first] = used;
  return first === undefined ? {} : { exception: exceptionFields(first.entry) };
}

function trialOf(
  { agent, phase, today, week, draw }: Request,
  allocation: Allocation,
  exceptions: Exceptions,
): JobState['job']['trial'] {
  const trial = trialIn(cellPolicy(allocation, exceptions, today, agent, phase), week);
  if (trial === null || draw === null) return null;
  const drawn = draw(trial.id) < trial.share;
  const arm = drawn ? 'trial' : 'control';
  return { id: trial.id, arm, propensity: drawn ? trial.share : 1 - trial.share };
}

function shortened(value: boolean | number | string | readonly string[]): JobState['job']['task'][string] {
  if (typeof value === 'string') return value.slice(0, MOST_TEXT);
  if (typeof value === 'object') return value.slice(0, MOST_ITEMS).map((text) => text.slice(0, MOST_TEXT));
  return value;
}
