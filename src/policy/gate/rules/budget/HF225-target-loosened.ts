import type { Target, TargetBound } from '../../../../allocation/allocation.ts';
import { boundText } from '../../../../allocation/bound-text.ts';
import type { Rule } from '../../rule.ts';

/** What a bound lets through, ends included or not. */
function range(bound: TargetBound): readonly [number, number] | null {
  switch (bound.kind) {
    case 'below':
    case 'at_most':
      return [Number.NEGATIVE_INFINITY, bound.value];
    case 'above':
    case 'at_least':
      return [bound.value, Number.POSITIVE_INFINITY];
    case 'between':
      return [bound.low, bound.high];
    case 'trend':
      return null;
  }
}

/** Whether figures may meet `after` that miss `before`. Which of two trends asks for less, nobody can tell. */
function isLooser(before: TargetBound, after: TargetBound): boolean {
  const [from, to] = [range(before), range(after)];
  if (from === null || to === null) return JSON.stringify(before) !== JSON.stringify(after);
  if (to[0] < from[0] || to[1] > from[1]) return true;
  const ends = (kind: TargetBound['kind']): boolean => kind !== 'below' && kind !== 'above';
  const same = (place: 0 | 1): boolean => Number.isFinite(to[place]) && to[place] === from[place];
  return ends(after.kind) && !ends(before.kind) && (same(0) || same(1));
}

function loosened(before: Target, after: Target): string | null {
  if (after.measuredBy !== before.measuredBy)
    return `is measured by ${after.measuredBy} instead of ${before.measuredBy}`;
  if (!isLooser(before.bound, after.bound)) return null;
  return `asks for ${boundText(after)} instead of ${boundText(before)}`;
}

export const targetLoosened: Rule = {
  id: 'HF225',
  name: 'target-loosened',
  severity: 'warning',
  purpose: 'A target is removed, asks for less, or is measured otherwise.',
  remedy: 'check that a target which is missed today is not merely made to be met.',
  breach: false,
  checks: {
    change: ({ base, head }) =>
      base.allocation.targets.flatMap((before) => {
        const after = head.allocation.targets.find(({ id }) => id === before.id);
        const what = after === undefined ? 'is removed' : loosened(before, after);
        if (what === null) return [];
        const at = head.allocation.at(after === undefined ? ['targets'] : ['targets', before.id]);
        return [{ message: `The target ${before.id} ${what}.`, at }];
      }),
  },
};
