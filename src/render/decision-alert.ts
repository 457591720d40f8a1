import type { Decision, UsedException } from '../policy/decision/resolve.ts';
import type { Refusal } from '../usage/records/refusal.ts';
import { inMarkdown, inMarkdownCode } from './escape.ts';
import { count, NONE } from './figures.ts';

/** Something for post-mortem (the strategy's rule 3). */
export interface DecisionAlert {
  /** Markdown. */
  readonly body: string;
  /** What it is about: the same is told once. */
  readonly about: string;
}

/** Where it happened. */
export interface RunPlace {
  /** The run's id. */
  readonly id: string;
  /** Address of the run; null where it is not known. */
  readonly url: string | null;
}

/** One title for all that concerns the floors: they share the issue that the gate opens, too. */
export const FLOORS_TITLE = 'haiku-first: quality floors to look into';

const END = 'For the post-mortem: what led to it, and does the floor or the cell need a change?';

/**
 * Flags each refused override, and each use of an exception, with reason and approval. A refusal is told once a run,
 * an exception once a week: it stays in force for many runs.
 */
export function renderDecisionAlerts(
  decisions: readonly Decision[],
  place: RunPlace,
): readonly DecisionAlert[] {
  const where = placeText(place);
  return decisions.flatMap((decision): readonly DecisionAlert[] => {
    const { choice } = decision;
    if (decision.decision === 'refuse' && choice?.kind === 'override') {
      const { agent, phase, asked: tier, floor } = decision;
      return [renderRefusalAlert({ agent, phase, tier, floor, by: choice.by, reason: choice.reason }, place)];
    }
    return decision.exceptions.map((used) => renderExceptionAlert({ ...decision, used }, where));
  });
}

function placeText({ id, url }: RunPlace): string {
  return url === null ? `run ${inMarkdown(id)}` : `<${url}>`;
}

/** The alert about a refused override, told once for each run and cell, whoever tells it first. */
export function renderRefusalAlert(
  refusal: Pick<Refusal, 'agent' | 'phase' | 'tier' | 'floor' | 'by' | 'reason'>,
  place: RunPlace,
): DecisionAlert {
  const cell = `${refusal.agent}/${refusal.phase}`;
  const reason = refusal.reason === null ? 'None was given' : inMarkdown(refusal.reason);
  const floor = refusal.floor === null ? '' : ` The floor is ${inMarkdown(refusal.floor)}.`;
  const what = `**Refused**: an override of ${inMarkdown(cell)} to ${inMarkdown(refusal.tier)} in ${placeText(place)}.${floor} Asked for by ${inMarkdown(refusal.by)}. Reason: ${reason}.`;
  return { body: [what, '', END].join('\n'), about: `refused ${place.id} ${cell}` };
}

/** Work that ran below a floor by an exception. */
export interface ExceptedWork extends Pick<Decision, 'agent' | 'phase' | 'week'> {
  readonly tier: string | null;
  readonly model: string | null;
  readonly used: UsedException;
}

/**
 * The alert about the use of an exception, told once a week for each cell, whoever tells it first.
 * @param where markdown: the run
 */
export function renderExceptionAlert(work: ExceptedWork, where: string): DecisionAlert {
  const { agent, phase, week, used } = work;
  return {
    body: [exceptionText(work, where), '', END].join('\n'),
    about: `exception ${used.floor} ${agent}/${phase} ${used.entry.expires} ${week}`,
  };
}

function exceptionText(work: ExceptedWork, where: string): string {
  const { floor, minimum, entry } = work.used;
  const cell = inMarkdown(`${work.agent}/${work.phase}`);
  const model = work.model === null ? '' : ` (${inMarkdownCode(work.model)})`;
  return [
    `**An exception was used**: ${cell} runs on ${inMarkdown(work.tier ?? NONE)}${model} in ${where}, below ${inMarkdown(minimum)}, the floor ${inMarkdown(floor)}.`,
    `Reason: ${inMarkdown(entry.reason)}. Approved by ${inMarkdown(entry.approvedBy)} until ${inMarkdown(entry.expires)}, renewed ${count(entry.renewals, 'time')}. Tracking: ${inMarkdown(entry.tracking)}. Reported once in ${inMarkdown(work.week)}.`,
  ].join(' ');
}
