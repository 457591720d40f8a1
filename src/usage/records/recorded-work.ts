import { suggestion } from '../../allocation/nearest.ts';
import { contentsOf, type UsageEntry } from './ledger-line.ts';
import type { Gist, OutcomeEvent } from './record.ts';

/** What was recorded of one piece of work. */
export interface RecordedWork {
  /** By instant. */
  readonly records: readonly Gist[];
  /** What was told of it, events that were taken back included. */
  readonly events: readonly OutcomeEvent[];
}

/** Work as the ledger has it, by piece of work, of one repository or of all. */
export function recordedWork(
  entries: readonly UsageEntry[],
  repository: string | null,
): ReadonlyMap<string, RecordedWork> {
  const works = new Map<string, { records: Gist[]; events: OutcomeEvent[] }>();
  const isOurs = (each: { readonly repository: string }): boolean =>
    repository === null || each.repository.toLowerCase() === repository.toLowerCase();
  const { records, gists } = contentsOf(entries);
  for (const record of [...records, ...gists]) {
    if (record.work_item === null || !isOurs(record)) continue;
    const work = works.get(record.work_item);
    if (work === undefined) works.set(record.work_item, { records: [record], events: [] });
    else work.records.push(record);
  }
  for (const { content } of entries)
    if (content.kind === 'event' && isOurs(content.event))
      works.get(content.event.work_item)?.events.push(content.event);
  for (const { records: own } of works.values()) own.sort((a, b) => (a.at < b.at ? -1 : 1));
  return works;
}

/** `Did you mean pr-9?`, or the latest pieces of work that the ledger knows. */
export function nearestWork(workItem: string, works: ReadonlyMap<string, RecordedWork>): string {
  if (works.size === 0) return 'The ledger has no work.';
  const lastOf = ({ records }: RecordedWork): string => records.at(-1)?.at ?? '';
  const latest = [...works].sort(([, a], [, b]) => (lastOf(a) < lastOf(b) ? 1 : -1));
  return suggestion(
    workItem,
    latest.map(([name]) => name),
  );
}
