import type { AllocationFile } from '../../generated/allocation.ts';
import { parseDate } from '../../time/week.ts';
import { checkAddedModels } from '../../usage/models/models.ts';
import { shippedModels } from '../../usage/models/shipped.ts';
import type { DeclaredModel } from '../allocation.ts';
import type { Path } from '../path.ts';
import type { SourceReading } from './reading.ts';

type Entry = NonNullable<AllocationFile['models']>[number];

/** Reads `models`: rows that join the shipped table without contradicting it. */
export function readModels(
  reading: SourceReading,
  models: AllocationFile['models'],
): readonly DeclaredModel[] {
  const rows = models ?? [];
  if (rows.length === 0) return [];
  for (const { index, what, fix } of checkAddedModels(shippedModels(), rows)) {
    reading.say(what, ['models', index], fix);
  }
  return rows.map((row, index) => {
    for (const [date, path] of datesOf(row, ['models', index])) {
      if (parseDate(date) === null) reading.say(`${date} is not a calendar date.`, path);
    }
    return { row, origin: reading.origin(['models', index]) };
  });
}

function datesOf({ retires_at, prices }: Entry, path: Path): readonly (readonly [string, Path])[] {
  const dates: [string | undefined, Path][] = [[retires_at, [...path, 'retires_at']]];
  prices?.forEach(({ from, to }, index) => {
    const price = [...path, 'prices', index];
    dates.push([from, [...price, 'from']], [to, [...price, 'to']]);
  });
  return dates.flatMap(([date, place]) => (date === undefined ? [] : [[date, place]]));
}
