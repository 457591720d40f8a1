import type { UnreadFile } from '../../policy/agents/index.ts';
import type { Decision } from '../../policy/decision/resolve.ts';
import { type SubAgent, TOO_LONG } from '../../policy/session/index.ts';
import { type Annotation, annotation } from '../../render/annotation.ts';
import { reasonOf } from '../../render/decision.ts';
import type { OptionValues } from '../../surface/options/index.ts';
import type { Started } from './outputs.ts';

/** Why the Action's step fails; null when it does not. A deferred cell under a floor that holds must not let anything merge unreviewed. */
export function whyStepFails(
  decisions: readonly Decision[],
  { onDefer }: Pick<OptionValues, 'onDefer'>,
): string | null {
  // What is guarded is named first.
  const order = [...decisions].sort((a, b) => Number(b.guarded) - Number(a.guarded));
  const reasons = order.flatMap((decision): readonly string[] => {
    const cell = `${decision.agent} in ${decision.phase}`;
    const reason = reasonOf(decision);
    if (decision.decision === 'refuse') return [`${cell} is refused: ${reason}`];
    if (decision.decision !== 'defer') return [];
    if (decision.guarded) return [`${cell} is deferred, and it is under an absolute floor: ${reason}`];
    if (decision.failsFor !== null)
      return [`${cell} is deferred, and the floor ${decision.failsFor} holds: ${reason}`];
    return onDefer === 'fail' ? [`${cell} is deferred: ${reason}`] : [];
  });
  const [first, ...others] = reasons;
  if (first === undefined) return null;
  return others.length === 0 ? first : `${first} (and ${others.length} more)`;
}

/** What people should see of the decisions without looking for it: what does not run, and what runs below its floor. */
export function decisionAnnotations(decisions: readonly Decision[]): readonly Annotation[] {
  return decisions.flatMap((decision): readonly Annotation[] => {
    const cell = `${decision.agent}/${decision.phase}`;
    const reason = reasonOf(decision);
    if (decision.decision === 'refuse') return [annotation('error', `${cell} is refused`, reason)];
    if (decision.decision === 'defer') {
      return [annotation(decision.failsFor === null ? 'warning' : 'error', `${cell} is deferred`, reason)];
    }
    if (decision.exceptions.length === 0) return [];
    return [annotation('warning', `${cell} runs below its floor by an exception`, reason)];
  });
}

/** The sub-agents whose definitions could not be handed over, and what becomes of them; null where all could. */
export function leftOut(started: readonly Started[]): string | null {
  const named = (how: SubAgent['how']): string => {
    const agents = started.flatMap(({ handed }) => handed.agents);
    const left = agents.filter((agent) => agent.how === how && agent.why === TOO_LONG);
    return [...new Set(left.map(({ name }) => name))].join(', ');
  };
  const [denied, unchanged] = [named('denied'), named('unchanged')];
  const said = [
    ...(denied === '' ? [] : [` Not started: ${denied}.`]),
    ...(unchanged === '' ? [] : [` Left to their files: ${unchanged}.`]),
  ];
  return said.length === 0 ? null : `Definitions are too long for a command line.${said.join('')}`;
}

/** What may define a sub-agent and cannot be read; null: nothing. */
export function notRead(unread: readonly UnreadFile[]): string | null {
  const [first] = unread;
  if (first === undefined) return null;
  const more = unread.length === 1 ? '' : `, as of ${unread.length - 1} more`;
  return `${first.path} ${first.why}: which sub-agents it defines cannot be told${more}. One under a floor without another file is not started.`;
}

/** The ledger's trouble where nobody overlooks it. */
export function doubt(warning: string | null): readonly Annotation[] {
  return warning === null ? [] : [annotation('warning', 'The weekly usage is not fully known', warning)];
}
