import type { FloorId } from '../../../../allocation/names.ts';
import type { Found } from '../../rule.ts';
import type { RuleContext } from '../../rule-context.ts';

/** The floor that a finding is about, as the file of that side declares it: what the base says of it was reviewed. */
export function declaredFloor(
  context: RuleContext,
  from: 'base' | 'head',
  id: FloorId,
): Pick<Found, 'floor'> {
  const { allocation } = context[from];
  const index = allocation.floors.findIndex((floor) => floor.id === id);
  const floor = allocation.floors[index];
  if (floor === undefined) return {};
  const { because, absolute, inherited } = floor;
  const { file, line } = inherited ?? { file: allocation.file, line: allocation.at(['floors', index]).line };
  return {
    floor: {
      id,
      because,
      file,
      line,
      from: inherited === undefined ? from : 'policy',
      ...(absolute ? { absolute } : {}),
    },
  };
}
