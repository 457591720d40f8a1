import type { Gist, OutcomeEvent } from '../usage/records/record.ts';

/** What was told, and of which work. */
export interface Told {
  /** In the week. */
  readonly inWeek: readonly OutcomeEvent[];
  /** In the week after it. */
  readonly inNext: readonly OutcomeEvent[];
  readonly records: readonly Gist[];
  /** Of the week before. */
  readonly before: readonly Gist[];
}

/** Whether an event is about one of these records: the one that it names, else any of its piece of work. */
function isAbout(records: readonly Gist[]): (event: OutcomeEvent) => boolean {
  const ids = new Set(records.map(({ id }) => id));
  const works = new Set(records.map(({ repository, work_item }) => JSON.stringify([repository, work_item])));
  return ({ record, repository, work_item }) =>
    record === null ? works.has(JSON.stringify([repository, work_item])) : ids.has(record);
}

/**
 * The events that belong to a week: what is told of work of the week before belongs to that one, everything else to
 * the week in which it was told. Every event belongs to one week.
 */
export function eventsOfWeek({ inWeek, inNext, records, before }: Told): readonly OutcomeEvent[] {
  const ofWeek = inNext.length === 0 ? [] : inNext.filter(isAbout(records));
  const isOfBefore = inWeek.length === 0 ? () => false : isAbout(before);
  return [...inWeek.filter((event) => !isOfBefore(event)), ...ofWeek];
}
