import { type DeferredWorkflow, workflowFor } from '../../../../allocation/deferred.ts';
import type { Rule } from '../../rule.ts';

/** What a workflow is told, in an order of its own. */
function told({ inputs }: DeferredWorkflow): string {
  return JSON.stringify([...inputs].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What becomes of deferred work that went to `before`, in words; null: it goes there as it did. */
function moved(before: DeferredWorkflow, after: DeferredWorkflow | null): string | null {
  if (after === null) return `is started by nothing any more, instead of ${before.workflow}`;
  if (after.workflow !== before.workflow)
    return `is started by ${after.workflow} instead of ${before.workflow}`;
  return told(before) === told(after) ? null : `is started by ${after.workflow} with other inputs`;
}

export const deferredWorkMoved: Rule = {
  id: 'HF223',
  name: 'deferred-work-moved',
  severity: 'warning',
  purpose: 'Deferred work is started by another workflow, with other inputs, or not at all.',
  remedy: 'check that the workflow does that work on the model that `resolve` names.',
  breach: false,
  checks: {
    change: ({ base, head }) => {
      const cells = new Map<string, string[]>();
      for (const agent of base.allocation.agents.keys()) {
        for (const phase of base.allocation.phases) {
          if (!head.allocation.agents.has(agent) || !head.allocation.phases.includes(phase)) continue;
          const before = workflowFor(base.allocation.deferred, agent, phase);
          const what =
            before === null ? null : moved(before, workflowFor(head.allocation.deferred, agent, phase));
          if (what !== null) cells.set(what, [...(cells.get(what) ?? []), `${agent}/${phase}`]);
        }
      }
      return [...cells].map(([what, names]) => {
        const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
        const message = `Deferred work of ${names.slice(0, 3).join(', ')}${more} ${what}.`;
        return { message, at: head.allocation.at(['deferred', 'workflows']) };
      });
    },
  },
};
