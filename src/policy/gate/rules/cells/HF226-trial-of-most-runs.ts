import { tierName } from '../../../../allocation/allocation.ts';
import type { Rule } from '../../rule.ts';

/** A trial of more than this part of the runs tries nothing: it moves the cell. */
const MOST = 0.5;

export const trialOfMostRuns: Rule = {
  id: 'HF226',
  name: 'trial-of-most-runs',
  severity: 'warning',
  purpose: 'A trial takes more than half of the runs of a cell.',
  remedy: 'give the trial a smaller share, or change the tier of the cell where everybody sees it.',
  breach: false,
  checks: {
    change: ({ base, head }) =>
      [...head.allocation.matrix].flatMap(([phase, cells]) =>
        [...cells].flatMap(([agent, { trial, tier }]) => {
          if (trial === null || trial.share <= MOST) return [];
          const before = base.allocation.matrix.get(phase)?.get(agent)?.trial ?? null;
          const known =
            before !== null &&
            before.share >= trial.share &&
            tierName(base.allocation, before.tier) === tierName(head.allocation, trial.tier);
          if (known) return [];
          const [to, from] = [tierName(head.allocation, trial.tier), tierName(head.allocation, tier)];
          const message = `The trial ${trial.id} takes ${Number((trial.share * 100).toFixed(6))}% of the runs of ${agent} in ${phase} to ${to}; what the cell says, ${from}, holds for the rest.`;
          return [
            { message, at: head.allocation.at(['matrix', phase, agent, 'trial', 'share']), agent, phase },
          ];
        }),
      ),
  },
};
