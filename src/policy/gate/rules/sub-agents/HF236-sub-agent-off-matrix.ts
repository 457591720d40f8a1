import type { Rule } from '../../rule.ts';
import { found } from './drifts.ts';

export const subAgentOffMatrix: Rule = {
  id: 'HF236',
  name: 'sub-agent-off-matrix',
  severity: 'warning',
  purpose: "A sub-agent's file names another model than the matrix has for it, or none.",
  remedy: 'run `haiku-first agents --write`, which sets `model:` and nothing else, or change the matrix.',
  breach: false,
  checks: {
    agents: (agents) => found(agents, ['other-tier', 'no-model', 'unknown-model', 'effort', 'settings']),
  },
};
