import type { Rule } from '../../rule.ts';

/**
 * The two marks of a step that runs the gate: our Action by any owner's name, and `command: check`. Looked for one by
 * one: a pattern that spans both would take time squared on a file made for it.
 */
const GATE = [/\bhaiku-first\b/, /\bcommand:\s*['"]?check\b/];

function runsTheGate(text: string | null): boolean {
  return text !== null && GATE.every((mark) => mark.test(text));
}

export const gateWorkflowEdited: Rule = {
  id: 'HF205',
  name: 'gate-workflow-edited',
  severity: 'warning',
  purpose: 'The workflow that runs this gate is edited.',
  remedy: 'have the workflow reviewed by somebody who owns the gate.',
  breach: false,
  checks: {
    workflow: ({ path, before, after }) => {
      if (before === null || !(runsTheGate(before) || runsTheGate(after))) return [];
      const what = after === null ? 'deleted' : 'edited';
      return [{ message: `The workflow ${path}, which runs this gate, is ${what}.` }];
    },
  },
};
