import type { AllocationFile } from '../../generated/allocation.ts';
import type { Target, TargetBound, TierDeclaration } from '../allocation.ts';
import { suggestion } from '../nearest.ts';
import { targetFigure, targetIds } from '../target-figures.ts';
import type { SourceReading } from './reading.ts';

type Entry = NonNullable<AllocationFile['targets']>[string];

const NUMBERS = ['below', 'above', 'at_most', 'at_least'] as const;

/** Reads `targets`: each has one bound, and is about something that is measured unless it says that nothing is. */
export function readTargets(
  reading: SourceReading,
  targets: AllocationFile['targets'],
  tiers: readonly TierDeclaration[],
): readonly Target[] {
  return Object.entries(targets ?? {}).flatMap(([id, entry]): readonly Target[] => {
    const [bound, ...others] = boundsOf(entry);
    if (bound === undefined || others.length > 0) {
      const what = `The target ${id} needs exactly one of ${[...NUMBERS, 'between', 'trend'].join(', ')}.`;
      reading.sayAtKey(what, ['targets', id]);
      return [];
    }
    if (bound.kind === 'between' && bound.low > bound.high) {
      const what = `targets.${id}.between must be [low, high], but ${bound.low} is above ${bound.high}.`;
      reading.say(what, ['targets', id, 'between']);
    }
    const { what, measured_by: measuredBy, because } = entry;
    const figure = targetFigure(id, tiers);
    if (figure === null && measuredBy !== 'nothing') {
      const near = suggestion(id, targetIds(tiers));
      reading.sayAtKey(
        `No figure is called ${id}.`,
        ['targets', id],
        `${near} A target of your own says measured_by: nothing.`,
      );
    }
    return [{ id, figure, what, bound, measuredBy, because: because ?? null }];
  });
}

function boundsOf(entry: Entry): readonly TargetBound[] {
  const bounds: TargetBound[] = [];
  for (const kind of NUMBERS) {
    const value = entry[kind];
    if (value !== undefined) bounds.push({ kind, value });
  }
  const [low, high] = entry.between ?? [];
  if (low !== undefined && high !== undefined) bounds.push({ kind: 'between', low, high });
  if (entry.trend !== undefined) bounds.push({ kind: 'trend', direction: entry.trend });
  return bounds;
}
