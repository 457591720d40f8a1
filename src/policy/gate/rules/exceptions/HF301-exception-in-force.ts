import { tierName } from '../../../../allocation/allocation.ts';
import type { Exception } from '../../../../allocation/exceptions.ts';
import { stopsShort } from '../../../decision/exception-mistakes.ts';
import { headEntries } from '../../exception-entries.ts';
import type { Rule } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';

function permission(entry: Exception, { head, today }: RuleContext): string {
  if (entry.kind !== 'cell') return `the floor ${entry.floor} may be removed, lowered or narrowed`;
  const { allocation, exceptions } = head;
  const stop = stopsShort(entry, allocation, exceptions, today);
  const stopped =
    stop === null
      ? ''
      : `, as far as the floor ${stop.id} allows, which asks for ${tierName(allocation, stop.minimum)}`;
  return `${entry.agent} in ${entry.phase} may go down to ${entry.tier}, below the floor ${entry.floor}${stopped}`;
}

function renewed({ renewals }: Exception): string {
  return renewals === 0 ? 'not renewed' : `renewed ${renewals} time${renewals === 1 ? '' : 's'}`;
}

export const exceptionInForce: Rule = {
  id: 'HF301',
  name: 'exception-in-force',
  severity: 'notice',
  purpose: 'A cell may run below its floor because of an approved exception.',
  remedy: 'nothing, as long as the exception is still wanted.',
  breach: false,
  checks: {
    change: (context) =>
      headEntries(context)
        .filter((each) => !each.expired && each.mistake === null)
        .map(({ entry, former, unchanged }) => {
          const subject = former === undefined ? 'It' : 'The change';
          const since = unchanged ? '' : ` ${subject} counts once it is on the base branch.`;
          return {
            message: `Until ${entry.expires} ${permission(entry, context)} (approved by ${entry.approvedBy}, ${renewed(entry)}).${since}`,
            file: context.head.exceptions.file,
            at: entry.origin.position,
          };
        }),
  },
};
