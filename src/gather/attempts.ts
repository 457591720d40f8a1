import type { Allocation } from '../allocation/allocation.ts';
import { presentNames } from '../allocation/renames.ts';
import { type PastWhatIf, pastWhatIfs } from '../calibration/replay/index.ts';
import { type Attempts, AttemptTable, type Reading } from '../calibration/table/index.ts';
import { instantOf, type Sink, weekSpan } from '../ledger/index.ts';
import { knownModels, tiersOfUse } from '../policy/decision/known-models.ts';
import { MATURE_DAYS } from '../report/fates.ts';
import { type IsoWeek, weekAfter } from '../time/week.ts';
import type { ModelTable } from '../usage/models/models.ts';
import { type AttemptRecord, readAttempt } from '../usage/records/attempt-line.ts';
import { readStoredLine, type UsageEntry } from '../usage/records/ledger-line.ts';
import type { OutcomeEvent } from '../usage/records/record.ts';
import type { LoggedWhatIf } from '../usage/records/what-if.ts';
import { damage } from './budget/ledger-state.ts';
import { type LedgerCall, openUsageLedger, READING_PATIENCE } from './ledger.ts';

/** What the ledger tells of the attempts of some weeks. */
export interface LedgerAttempts extends Attempts {
  /** The weeks that were read, in order. */
  readonly weeks: readonly IsoWeek[];
  /** The commit of the ledger from which anybody reads the same; null: it is empty. */
  readonly commit: string | null;
  /** What could not be read of it; null: nothing. */
  readonly damage: string | null;
  /** What was logged of proposals, to be held against what came. */
  readonly whatIfs: readonly LoggedWhatIf[];
  /** What came of them, the latest last. */
  readonly past: readonly PastWhatIf[];
}

/** What is told, or done again, this long after a week still says what became of its work. */
const LATER = MATURE_DAYS * 86_400_000;

/** The most weeks that are read where nobody says how many. */
export const MOST_WEEKS = 52;

/** Weeks in which tasks are sought that were seen on two tiers, where few weeks are asked about. */
export const PAIR_WEEKS = 26;

/** An entry of which only that is kept that calibration needs. */
interface AttemptEntry {
  readonly line: string;
  readonly id: string;
  readonly at: string;
  readonly record: AttemptRecord | null;
  readonly content: UsageEntry['content'] | null;
}

type LineReading =
  | { readonly ok: true; readonly entry: AttemptEntry }
  | { readonly ok: false; readonly problems: readonly string[] };

function readAttemptLine(line: string): LineReading {
  const record = readAttempt(line);
  if (record !== null)
    return { ok: true, entry: { line, id: record.id, at: record.at, record, content: null } };
  const reading = readStoredLine(line);
  if (!reading.ok) return reading;
  const { id, at, content } = reading.entry;
  return {
    ok: true,
    entry: { line, id, at, record: content.kind === 'record' ? content.record : null, content },
  };
}

/** `instantOf`, for texts of the ledger that nearly always are of the same day as the one before. */
function instants(): (at: string) => number {
  let [day, midnight] = ['', 0];
  return (at) => {
    if (at.length !== 20) return instantOf(at) ?? 0;
    if (!at.startsWith(day) || day === '') {
      day = ` ${at}`.slice(1, 11);
      midnight = instantOf(`${day}T00:00:00Z`) ?? 0;
    }
    const two = (place: number): number => (at.charCodeAt(place) - 48) * 10 + at.charCodeAt(place + 1) - 48;
    return midnight + (two(11) * 3600 + two(14) * 60 + two(17)) * 1000;
  };
}

/**
 * Reads the attempts of the weeks up to `week`, and what became of them until they were mature. The ledger goes by line
 * by line: a million records need some 300 MB. Throws `UserError` when it cannot be read at all.
 */
export async function gatherAttempts(
  call: LedgerCall,
  { allocation, table: models }: { readonly allocation: Allocation; readonly table: ModelTable },
  {
    week,
    weeks: count,
    later = LATER,
  }: {
    readonly week: IsoWeek;
    readonly weeks: number | null;
    /** For so many milliseconds after `week` what is told of its work is heard; left out: until it was mature. */
    readonly later?: number;
  },
): Promise<LedgerAttempts> {
  const timezone = allocation.budget?.timezone ?? 'UTC';
  const weeks = Array.from({ length: count ?? MOST_WEEKS }, (_, index) => weekAfter(week, -index))
    .reverse()
    .map((each) => ({ week: each, ...weekSpan(each, timezone) }));
  const present = presentNames(allocation);
  const reading: Reading = {
    present: (agent) => present?.(agent) ?? agent,
    tierOf: knownModels(tiersOfUse(allocation, models), models).tierOf,
    instantOf: instants(),
  };
  let table = new AttemptTable(reading);
  const [from, to] = [weeks[0]?.from ?? 0, weeks.at(-1)?.to ?? 0];
  const others = new Map<string, UsageEntry['content']>();
  /** The row after the last one of each file. */
  const ends: number[] = [];
  const keep = ({ id, content }: AttemptEntry): void => {
    if (content !== null && content.kind !== 'record') others.set(id, content);
    else others.delete(id);
  };
  const heardUntil = to + later;
  const heard = ({ at, record }: AttemptEntry): AttemptRecord | null =>
    record !== null && reading.instantOf(at) < heardUntil ? record : null;
  const sink: Sink<AttemptEntry> = {
    begin() {
      table = new AttemptTable(reading);
      others.clear();
      ends.length = 0;
    },
    take(entry, file) {
      const known = table.add(entry.id, heard(entry));
      ends[file] = table.size;
      if (known !== null) return ends.findIndex((end) => end > known);
      keep(entry);
      return null;
    },
    settle(entry) {
      table.replace(entry.id, heard(entry));
      keep(entry);
    },
  };
  const ledger = await openUsageLedger(call, readAttemptLine, READING_PATIENCE);
  try {
    const { problems, commit } = await ledger.stream(new Date(from), new Date(to + LATER), sink);
    const voided = new Set<string>();
    for (const content of others.values()) if (content.kind === 'void') voided.add(content.voiding.voids);
    for (const id of voided) table.replace(id, null);
    const events: OutcomeEvent[] = [];
    const whatIfs: LoggedWhatIf[] = [];
    for (const [id, content] of others) {
      if (content.kind === 'event' && !voided.has(id) && reading.instantOf(content.event.at) < heardUntil)
        events.push(content.event);
      if (content.kind === 'what-if') whatIfs.push(content.whatIf);
    }
    const now = call.now.getTime();
    const told = table.finish({ events, weeks, now });
    const over = weeks.flatMap((each) => (each.to <= now ? [each.week] : []));
    return {
      ...told,
      weeks: weeks.map((each) => each.week),
      commit,
      damage: damage({ problems }),
      whatIfs,
      past: pastWhatIfs(whatIfs, told.attempts, over),
    };
  } finally {
    await ledger.close();
  }
}
