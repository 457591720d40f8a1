import { shortReference } from '../../../../allocation/policy/reference.ts';
import type { Rule } from '../../rule.ts';

export const policyLoosened: Rule = {
  id: 'HF240',
  name: 'policy-loosened',
  severity: 'warning',
  purpose: 'The file moves to a later commit of its policy, in which that asks for less.',
  remedy: 'see that the organisation meant it.',
  breach: false,
  checks: {
    change: ({ head, policyMove }) => {
      const { policy } = head.allocation;
      if (policy === null || policyMove?.kind !== 'forward') return [];
      const at = head.allocation.at(['extends']);
      const where = `${shortReference(policy)} asks for less than the commit before`;
      return policyMove.looser.map((what) => ({ message: `${where}: ${what}`, at }));
    },
  },
};
