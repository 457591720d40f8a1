import { isSamePolicy } from '../../../../allocation/policy/compare.ts';
import { shortReference } from '../../../../allocation/policy/reference.ts';
import type { Rule } from '../../rule.ts';

export const policyMoved: Rule = {
  id: 'HF340',
  name: 'policy-moved',
  severity: 'notice',
  purpose: 'The file moves to another commit of its policy, which asks for no less.',
  remedy: 'nothing is to be done.',
  breach: false,
  checks: {
    change: ({ base, head, policyMove }) => {
      const [before, after] = [base.allocation.policy, head.allocation.policy];
      if (before === null || after === null || policyMove === null || !isSamePolicy(before, after)) return [];
      if (policyMove.kind === 'same' || policyMove.off !== null || policyMove.looser.length > 0) return [];
      const message = `The policy moves from ${before.commit.slice(0, 12)} to ${shortReference(after)}, which asks for no less.`;
      return [{ message, at: head.allocation.at(['extends']) }];
    },
  },
};
