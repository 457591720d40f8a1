import { stoppedExample } from '../../counterexample.ts';
import { floorsKept } from '../../floors-kept.ts';
import type { Rule } from '../../rule.ts';
import { stops } from '../../stops/index.ts';

export const guardedCellStopped: Rule = {
  id: 'HF114',
  name: 'guarded-cell-stopped',
  severity: 'error',
  purpose: 'A guarded cell that could run before would be deferred or refused.',
  remedy: 'undo the change that stops the guarded cell: it must be able to run where it could before.',
  breach: false,
  checks: {
    change: (context) => [
      ...stops(context),
      ...floorsKept(context).stopped.map((stopped) => {
        const { agent, phase, origin } = stopped.policy;
        const spent = stopped.shown.tried.situation.level === 'EXHAUSTED';
        const when = spent
          ? ' once the weekly budget is spent, because no critical reserve is left then'
          : '';
        const text = `${agent} in ${phase} could run on the base and would be deferred${when}`;
        return {
          message: `${text}.`,
          at: spent ? context.head.allocation.at(['budget', 'critical_reserve']) : origin.position,
          agent,
          phase,
          counterexample: stoppedExample(context, stopped, text),
        };
      }),
    ],
  },
};
