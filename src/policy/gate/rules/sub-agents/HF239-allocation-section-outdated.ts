import type { Rule } from '../../rule.ts';
import { found } from './drifts.ts';

export const allocationSectionOutdated: Rule = {
  id: 'HF239',
  name: 'allocation-section-outdated',
  severity: 'warning',
  purpose: 'The section of CLAUDE.md with the floors and the matrix does not say what the allocation says.',
  remedy: 'run `haiku-first agents --write`: what stands between the marks is written by it alone.',
  breach: false,
  checks: { agents: (agents) => found(agents, ['section']) },
};
