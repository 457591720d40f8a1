import { isSamePolicy } from '../../../../allocation/policy/compare.ts';
import { shortReference } from '../../../../allocation/policy/reference.ts';
import type { Rule } from '../../rule.ts';

export const policyDropped: Rule = {
  id: 'HF132',
  name: 'policy-dropped',
  severity: 'error',
  purpose: 'The file no longer extends the policy that it extends on the base, or extends another one.',
  remedy: 'extend the policy again. To another commit of the same file it may move.',
  breach: true,
  checks: {
    change: ({ base, head }) => {
      const [before, after] = [base.allocation.policy, head.allocation.policy];
      if (before === null || (after !== null && isSamePolicy(before, after))) return [];
      const was = shortReference(before);
      const message =
        after === null
          ? `The file no longer extends ${was}.`
          : `The file extends ${shortReference(after)} instead of ${was}.`;
      return [{ message, at: head.allocation.at(['extends']) }];
    },
  },
};
