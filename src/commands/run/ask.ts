import { EFFORTS, type Effort, type ModelId, type Rank } from '../../allocation/names.ts';
import type { ApiFailure, Ask, Reply } from '../../anthropic/index.ts';
import { supportedEffort } from '../../anthropic/index.ts';
import { cellFloors, effortRank } from '../../policy/decision/cell-policy.ts';
import type { Decision } from '../../policy/decision/resolve.ts';
import type { AgentJob } from './agent-job.ts';
import { askModel } from './call.ts';
import type { Entry } from './journal.ts';

/** What is asked for where neither the caller nor the model says less. */
const MAX_TOKENS = 32_000;

/** Asks the tier's model to do the work of an attempt. */
export async function askAgent(
  job: AgentJob,
  model: ModelId,
  rank: Rank,
  effort: Effort | null,
  entry: Entry,
  number: number,
  decision: Decision,
): Promise<Reply> {
  const most = job.availability.facts(rank)?.maxTokens ?? MAX_TOKENS;
  const maxTokens = Math.min(job.maxTokens ?? MAX_TOKENS, most);
  const ask: Ask = { model, system: job.system, content: job.content, maxTokens, effort };
  const title = `${decision.agent}/${decision.phase} on ${decision.tier} (${model}), attempt ${number}`;
  return askModel(job.line, ask, entry, title);
}

/** The effort to ask for: never less than the decision says, and only one that the model has. */
export function effortOf(
  { effort, availability, line }: AgentJob,
  decision: Decision,
  rank: Rank,
): Effort | null {
  const least = Math.max(effortRank(effort), effortRank(decision.effort));
  const wanted = EFFORTS[least];
  if (wanted === undefined) return null;
  const given = supportedEffort(wanted, availability.facts(rank)?.efforts ?? null);
  if (given === null) line.note(`${decision.model} has no effort ${wanted}: its own default applies.`);
  return given;
}

/**
 * Why the tier's model cannot think as hard as a floor of the cell asks for; null where it can, or nobody says. A
 * floor that is in force holds also where the API says that there is no such effort.
 */
export function effortLacking({ loaded, request, availability }: AgentJob, rank: Rank): string | null {
  const { allocation, exceptions } = loaded;
  const { today, agent, phase, facts } = request;
  const known = availability.facts(rank)?.efforts ?? null;
  const lacking = cellFloors(allocation, exceptions, today, agent.name, phase).find(
    ({ effort, fact }) =>
      effort !== null &&
      (fact === null || facts.get(fact) !== false) &&
      supportedEffort(effort, known) === null,
  );
  return lacking === undefined
    ? null
    : `its model has no effort ${lacking.effort}, which the floor ${lacking.id} asks for`;
}

/** What a failed call means for the job. */
type Lost =
  /** The tier's model cannot be had now. */
  | { readonly kind: 'tier'; readonly why: string }
  /** No model can. */
  | { readonly kind: 'all'; readonly why: string; readonly notBefore: Date }
  | { readonly kind: 'futile' };

/** What a failure that no other try can help means. */
export function lost(failure: ApiFailure, nextMonth: Date): Lost {
  if (failure.kind === 'no-model') return { kind: 'tier', why: failure.what };
  if (failure.kind === 'spend-limit') {
    const until = nextMonth.toISOString().slice(0, 10);
    return { kind: 'all', why: `${failure.what}, until ${until} 00:00 UTC`, notBefore: nextMonth };
  }
  // Nobody answered at all: that is no word about the model, and waiting for the budget would hide a wrong address.
  if (failure.kind === 'busy' && failure.status !== null)
    return { kind: 'tier', why: `${failure.what}, for as long as a job waits` };
  return { kind: 'futile' };
}

/** A failure as a sentence. */
export function sentence({ what }: ApiFailure): string {
  return `The model could not be asked: ${what}.`;
}
