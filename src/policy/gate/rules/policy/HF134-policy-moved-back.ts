import { isSamePolicy } from '../../../../allocation/policy/compare.ts';
import { shortReference } from '../../../../allocation/policy/reference.ts';
import type { Rule } from '../../rule.ts';

export const policyMovedBack: Rule = {
  id: 'HF134',
  name: 'policy-moved-back',
  severity: 'error',
  purpose:
    'The file extends a commit of the policy that asks for less, and does not descend from the one on the base or is not what the default branch asks for now.',
  remedy: 'name the commit of the base, or the tip of the default branch.',
  breach: true,
  checks: {
    change: ({ base, head, policyMove }) => {
      const [before, after] = [base.allocation.policy, head.allocation.policy];
      if (before === null || after === null || policyMove === null || !isSamePolicy(before, after)) return [];
      const { kind } = policyMove;
      if (kind !== 'back' && kind !== 'aside' && kind !== 'passed') return [];
      const at = head.allocation.at(['extends']);
      const why =
        kind === 'passed'
          ? 'is not what its default branch asks for now'
          : `does not descend from ${before.commit.slice(0, 12)}`;
      const how = `${shortReference(after)} ${why}, and asks for less`;
      return policyMove.looser.map((what) => ({ message: `${how}: ${what}`, at }));
    },
  },
};
