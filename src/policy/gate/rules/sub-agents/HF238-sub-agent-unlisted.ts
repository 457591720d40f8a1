import type { Rule } from '../../rule.ts';
import { found } from './drifts.ts';

export const subAgentUnlisted: Rule = {
  id: 'HF238',
  name: 'sub-agent-unlisted',
  severity: 'warning',
  purpose: 'A sub-agent has a file, and no agent of the allocation goes by its name.',
  remedy: 'add it to the allocation: as an agent, or as an alias of the agent whose work it does.',
  breach: false,
  checks: { agents: (agents) => found(agents, ['unlisted']) },
};
