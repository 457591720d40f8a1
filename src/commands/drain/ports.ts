import type { Allocation } from '../../allocation/allocation.ts';
import { underPresentNames } from '../../allocation/renames.ts';
import type { Lines, Ports, Tick } from '../../deferral/ports.ts';
import type { RepositoryName } from '../../github/event/index.ts';
import { dispatchWorkflow, findRuns, type GithubClient, workItemFates } from '../../github/index.ts';
import type { BatchSource, Ledger, LedgerContents } from '../../ledger/index.ts';
import { paceFrom } from '../../pace/index.ts';
import { textOf } from '../../time/instant.ts';
import type { Deferral, DrainEvent } from '../../usage/records/deferral.ts';
import { drainEntry, type UsageEntry } from '../../usage/records/ledger-line.ts';
import type { UsageRecord } from '../../usage/records/record.ts';

/** The places that a drain works on. */
interface DrainPlaces {
  readonly allocation: Allocation;
  readonly ledger: Ledger<UsageEntry>;
  /** Which part of the ledger is read. */
  readonly range: { readonly from: Date; readonly to: Date };
  readonly source: BatchSource;
  readonly client: GithubClient;
  readonly repository: RepositoryName;
  /** The branch that workflows are started at. */
  readonly ref: string;
  /** Whether a commit is a part of that branch. */
  readonly isOfBranch: (commit: string) => Promise<boolean>;
  /** The time at which the drain began; from then on a clock that cannot be set goes on. */
  readonly now: Date;
  /** Told of each reading of the ledger. */
  readonly onReading: (reading: LedgerContents<UsageEntry>) => void;
}

/** What a reading of the ledger holds, as far as a drain asks, under the names that agents have now. */
export function drainLines(reading: LedgerContents<UsageEntry>, allocation: Allocation): Lines {
  const deferrals: Deferral[] = [];
  const steps: DrainEvent[] = [];
  const records: UsageRecord[] = [];
  for (const { content } of reading.entries) {
    if (content.kind === 'deferral') deferrals.push(content.deferral);
    else if (content.kind === 'drain') steps.push(content.step);
    else if (content.kind === 'record') records.push(content.record);
  }
  return {
    deferrals: underPresentNames(deferrals, allocation),
    steps,
    records: underPresentNames(records, allocation),
  };
}

/** The ledger and GitHub, as a drain needs them. */
export function drainPorts(places: DrainPlaces): Ports {
  const { allocation, ledger, range, source, client, repository, ref, now, onReading } = places;
  const pace = paceFrom(now);
  const clock = (): Tick => {
    const at = pace.now();
    return { at: textOf(at), elapsed: at.getTime() - now.getTime() };
  };
  return {
    clock,
    async transact(decide) {
      const { result, pushes } = await ledger.transact(
        range,
        (reading) => {
          onReading(reading);
          const decided = decide(drainLines(reading, allocation));
          const entries = decided.steps.map((step) =>
            drainEntry({ ...step, note: step.note === null ? null : client.mask(step.note) }),
          );
          return { entries, result: decided.result };
        },
        source,
      );
      return { result, pushes };
    },
    fates: (deferrals) => workItemFates(client, repository, deferrals),
    find: (sought) =>
      findRuns(client, repository, sought, { branch: ref, now: clock().at }, places.isOfBranch),
    dispatch: ({ workflow, inputs }) => dispatchWorkflow(client, repository, { workflow, ref, inputs }),
    sleep: pace.sleep,
  };
}
