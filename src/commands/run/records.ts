import type { Loaded } from '../../gather/allocation.ts';
import type { JobPlace } from '../../gather/job-place.ts';
import { type JobRecords, jobRecords } from '../../job/records.ts';
import { jobRoster } from '../../job/roster.ts';
import type { JobState } from '../../job/state.ts';
import type { Request } from '../../policy/decision/resolve.ts';
import { textOf } from '../../time/instant.ts';
import { readRequests } from '../../usage/readers/requests.ts';
import type { UsageRecord } from '../../usage/records/record.ts';
import type { Journal } from './journal.ts';

/** What the records of a run are made of. */
export interface RunUse {
  readonly loaded: Loaded;
  readonly request: Request;
  readonly known: JobState['job'];
  readonly place: JobPlace;
  readonly journal: Journal;
  readonly now: () => Date;
}

/** The records of what a run has used so far: none where the API refused everything. */
export function recordsOfRun({ loaded, request, known, place, journal, now }: RunUse): JobRecords {
  const evidence = readRequests({ ...journal.document });
  if (evidence.length === 0)
    return { records: [], belowFloor: [], warnings: [], unattributed: [], notes: [] };
  const { allocation, exceptions, table } = loaded;
  return jobRecords(evidence, {
    job: {
      ...known,
      ...place,
      at: textOf(now()),
      outcome: null,
      quality_score: null,
      agent_hash: null,
    },
    agent: request.agent.name,
    roster: jobRoster(allocation, exceptions, table, request),
    since: null,
    booked: [],
  });
}

/** What records cost together; null as soon as nobody knows of one. */
export function costOfRecords(records: readonly UsageRecord[]): number | null {
  return records.reduce<number | null>(
    (sum, { cost_microusd: cost }) => (sum === null || cost === null ? null : sum + cost),
    0,
  );
}
