import { isSamePolicy } from '../../../../allocation/policy/compare.ts';
import { shortReference } from '../../../../allocation/policy/reference.ts';
import type { Rule } from '../../rule.ts';

export const policyMovedBack: Rule = {
  id: 'HF134',
  name: 'policy-moved-back',
  severity: 'error',
  purpose:
    'The file extends a commit of the policy that does not descend from the one on the base, and asks for less.',
  remedy: 'name the commit of the base, or a later one of the default branch.',
  breach: true,
  checks: {
    change: ({ base, head, policyMove }) => {
      const [before, after] = [base.allocation.policy, head.allocation.policy];
      if (before === null || after === null || policyMove === null || !isSamePolicy(before, after)) return [];
      if (policyMove.kind !== 'back' && policyMove.kind !== 'aside') return [];
      const at = head.allocation.at(['extends']);
      const how = `${shortReference(after)} does not descend from ${before.commit.slice(0, 12)}, and asks for less`;
      return policyMove.looser.map((what) => ({ message: `${how}: ${what}`, at }));
    },
  },
};
