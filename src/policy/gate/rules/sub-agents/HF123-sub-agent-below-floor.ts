import type { Rule } from '../../rule.ts';
import { found } from './drifts.ts';

export const subAgentBelowFloor: Rule = {
  id: 'HF123',
  name: 'sub-agent-below-floor',
  severity: 'error',
  purpose: "A sub-agent's file, or the project's settings, would have it run below its agent's floor.",
  remedy:
    'name the tier of the floor in the file, as `haiku-first agents --write` does; let no settings put another model in its place.',
  breach: true,
  checks: {
    agents: (agents) =>
      found(agents, ['below-floor', 'floor-escaped', 'unread'], ({ floor }) => floor !== null),
  },
};
