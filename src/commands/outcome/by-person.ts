import { type Allocation, findAgent } from '../../allocation/allocation.ts';
import { suggestion } from '../../allocation/nearest.ts';
import { UserError } from '../../errors.ts';
import { filesOnDisk, parseFiles } from '../../gather/allocation.ts';
import { deciderOf } from '../../gather/request.ts';
import type { Ledger } from '../../ledger/index.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import { textOf } from '../../time/instant.ts';
import type { UsageEntry } from '../../usage/records/ledger-line.ts';
import { type OutcomeEvent, UNATTRIBUTED } from '../../usage/records/record.ts';
import { checkOutcomeEvent } from '../../usage/records/record-check.ts';
import { nearestWork, type RecordedWork, recordedWork } from '../../usage/records/recorded-work.ts';
import type { ToBeTold } from './to-be-told.ts';

/** What a person says of a piece of work. */
export interface ToldByPerson {
  readonly workItem: string;
  readonly outcome: OutcomeEvent['outcome'];
  readonly agent: string | null;
  readonly phase: string | null;
  readonly because: string | null;
}

/** The allocation of the work tree, for the names of agents; null where there is none. */
async function allocationOf(call: Call<OptionsOf<'outcome'>>): Promise<Allocation | null> {
  const files = await filesOnDisk(call);
  if (files.allocation === null) return null;
  return parseFiles(call.options, { ...files, exceptions: null }).allocation;
}

/** The agent as the records call it: by its name there, or by another one that the allocation gives it. */
function agentOf(name: string, workItem: string, work: RecordedWork, allocation: Allocation | null): string {
  const recorded = [...new Set(work.records.map(({ agent }) => agent))].filter(
    (each) => each !== UNATTRIBUTED,
  );
  const nameOf = (text: string): string =>
    (allocation === null ? null : findAgent(allocation, text))?.name ?? text;
  const found =
    recorded.find((each) => each === name) ?? recorded.find((each) => nameOf(each) === nameOf(name));
  if (found !== undefined) return found;
  throw new UserError(
    `No work of the agent ${name} is recorded for ${workItem}.`,
    suggestion(name, recorded),
  );
}

function phaseOf(name: string, workItem: string, work: RecordedWork, agent: string | null): string {
  const own = work.records.filter((record) => agent === null || record.agent === agent);
  const phases = [...new Set(own.map(({ phase }) => phase))];
  const found = phases.find((each) => each === name);
  if (found !== undefined) return found;
  const whose = agent === null ? 'work' : `work of ${agent}`;
  throw new UserError(
    `No ${whose} in the phase ${name} is recorded for ${workItem}.`,
    suggestion(name, phases),
  );
}

/** The repository that the work belongs to: that of the workflow, else the one whose records it has. */
function repositoryOf(workItem: string, { records }: RecordedWork): string {
  const [only = '', ...others] = new Set(records.map(({ repository }) => repository));
  if (others.length === 0) return only;
  throw new UserError(
    `${workItem} is work of several repositories: ${[only, ...others].join(', ')}.`,
    'Say which one with GITHUB_REPOSITORY.',
  );
}

/**
 * What a person says of work that the ledger has records of. What the same person has said already in the same words,
 * and after the latest work, is not told again. Throws `UserError` for work or an agent without records.
 */
export async function toldByPerson(
  call: Call<OptionsOf<'outcome'>>,
  asked: ToldByPerson,
  ledger: Ledger<UsageEntry>,
): Promise<ToBeTold> {
  const { workItem, outcome, because } = asked;
  const works = recordedWork((await ledger.readAll()).entries, call.env.GITHUB_REPOSITORY || null);
  const work = works.get(workItem);
  if (work === undefined)
    throw new UserError(`No work is recorded for ${workItem}.`, nearestWork(workItem, works));
  const agent = asked.agent === null ? null : agentOf(asked.agent, workItem, work, await allocationOf(call));
  const phase = asked.phase === null ? null : phaseOf(asked.phase, workItem, work, agent);
  const checked = checkOutcomeEvent({
    schema: 'haiku-first/outcome@1',
    at: textOf(call.now),
    repository: repositoryOf(workItem, work),
    work_item: workItem,
    agent,
    phase,
    outcome,
    by: deciderOf(call, call.options.by).slice(0, 200),
    note: because === null || because.trim() === '' ? null : because.trim(),
  });
  if (!checked.ok)
    throw new UserError(checked.problems.map(({ field, what }) => `${field} ${what}`).join(', '), null);
  const event = checked.value;
  const latest = work.records.at(-1)?.at ?? '';
  const isTold = work.events.some(
    (each) =>
      each.at >= latest &&
      each.repository === event.repository &&
      each.agent === agent &&
      each.phase === phase &&
      each.record === null &&
      each.outcome === outcome &&
      each.by === event.by &&
      each.note === event.note,
  );
  return isTold ? { events: [], known: 1, remarks: [] } : { events: [event], known: 0, remarks: [] };
}
