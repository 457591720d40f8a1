import { offBranch } from '../../../../allocation/policy/compare.ts';
import { shortReference } from '../../../../allocation/policy/reference.ts';
import type { Rule } from '../../rule.ts';

export const policyNotOnDefaultBranch: Rule = {
  id: 'HF133',
  name: 'policy-not-on-default-branch',
  severity: 'error',
  purpose: 'The file extends a commit of the policy that is not on the default branch there.',
  remedy: "name a commit of the policy's default branch.",
  breach: true,
  checks: {
    change: ({ head, policyMove }) => {
      const { policy } = head.allocation;
      if (policy === null || policyMove === null || policyMove.off === null) return [];
      const [message] = offBranch(shortReference(policy), policyMove.off);
      return [{ message, at: head.allocation.at(['extends']) }];
    },
  },
};
