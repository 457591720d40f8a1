import { contextOf } from '../../gather/context.ts';
import { ownRepository } from '../../gather/repository.ts';
import type { PullRequestOutcome, Revert } from '../../github/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import type { UsageEntry } from '../../usage/records/ledger-line.ts';
import type { OutcomeEvent } from '../../usage/records/record.ts';
import { type RecordedWork, recordedWork } from '../../usage/records/recorded-work.ts';
import { pullRequestOf, workItemOfThread } from '../../usage/records/work-item.ts';
import type { ToBeTold } from './to-be-told.ts';

const DAY = 86_400_000;
/** How far back GitHub is asked: beyond two weeks what nobody complained of counts as good. */
const DAYS_ASKED = 21;
/** How far back work is looked for that may be reviewed or reverted now. */
const DAYS_OF_WORK = 92;

/** Of one thing that happened: what it is called in the ledger, once and for all, and the events that it makes. */
interface Happening {
  readonly workItem: string;
  readonly note: string;
  readonly at: string;
  readonly outcome: OutcomeEvent['outcome'];
  readonly by: string;
  /** Null: everybody who worked on it. */
  readonly cells: readonly { readonly agent: string; readonly phase: string | null }[] | null;
}

/** What a review says at the beginning of a line of whom it is about: `SECURITY: …` or `SECURITY/EXEC: …`. */
function cellsNamed(body: string, { records }: RecordedWork): Happening['cells'] {
  const cells = new Map<string, { agent: string; phase: string | null }>();
  for (const [, agent = '', phase = null] of body.matchAll(
    /^[ \t>*_`]*([A-Za-z][\w.-]{0,63})(?:\/([A-Za-z][\w.-]{0,63}))?[*_`]*:/gm,
  )) {
    const isRecorded = records.some(
      (record) => record.agent === agent && (phase === null || record.phase === phase),
    );
    if (isRecorded) cells.set(JSON.stringify([agent, phase]), { agent, phase });
  }
  return cells.size === 0 ? null : [...cells.values()];
}

function ofPullRequest(
  { number, merged, reviews }: PullRequestOutcome,
  work: RecordedWork,
): readonly Happening[] {
  const workItem = workItemOfThread({ kind: 'pr', number });
  const said = reviews.map(({ review, verdict, by, at, body }): Happening => {
    const cells = verdict === 'changes-requested' ? cellsNamed(body, work) : null;
    return { workItem, note: `review ${review}`, at, outcome: verdict, by, cells };
  });
  if (merged === null) return said;
  const { at, by } = merged;
  return [...said, { workItem, note: 'merged', at, outcome: 'pass', by, cells: null }];
}

function ofRevert({ number, commit, at, by }: Revert): Happening {
  const workItem = workItemOfThread({ kind: 'pr', number });
  return { workItem, note: `reverted by ${commit}`, at, outcome: 'reverted', by, cells: null };
}

/** Its events: none where no work had been recorded by then. */
function eventsOf(
  { workItem, note, at, outcome, by, cells }: Happening,
  { records }: RecordedWork,
  repository: string,
): readonly OutcomeEvent[] {
  if (!records.some((record) => record.at <= at)) return [];
  return (cells ?? [{ agent: null, phase: null }]).map(({ agent, phase }) => ({
    schema: 'haiku-first/outcome@1',
    at,
    repository,
    work_item: workItem,
    agent,
    phase,
    record: null,
    outcome,
    by,
    note,
  }));
}

/**
 * What GitHub says of the pull requests that work was recorded for, of the last weeks. Each review, merge and revert is
 * told once, at the time at which it happened, whatever becomes of its text later. Throws `UserError`.
 */
export async function toldByGithub(
  call: Call<OptionsOf<'outcome'>>,
  ledger: Ledger<UsageEntry>,
): Promise<ToBeTold> {
  const name = ownRepository(call);
  const repository = `${name.owner}/${name.name}`;
  const now = call.now.getTime();
  const from = new Date(now - DAYS_OF_WORK * DAY);
  const { entries } = await ledger.readRange(from, new Date(now + DAY));
  const works = recordedWork(entries, repository);
  const ofNumber = (number: number): RecordedWork | undefined =>
    works.get(workItemOfThread({ kind: 'pr', number }));
  if ([...works.keys()].every((item) => pullRequestOf(item) === null))
    return { events: [], known: 0, remarks: ['No work on a pull request is recorded.'] };
  const context = contextOf(call, null, name);
  const { client } = await context.github();
  const { outcomesSince } = await import('../../github/index.ts');
  const since = now - DAYS_ASKED * DAY;
  const { pulls, reverts, remarks } = await outcomesSince(
    client,
    name,
    since,
    (number) => ofNumber(number) !== undefined,
  );
  const happenings = [
    ...pulls.flatMap((pull) => {
      const work = ofNumber(pull.number);
      return work === undefined ? [] : ofPullRequest(pull, work);
    }),
    ...reverts.map(ofRevert),
  ];
  const events: OutcomeEvent[] = [];
  let known = 0;
  for (const happening of happenings) {
    const work = works.get(happening.workItem);
    const at = happening.at.slice(0, 19).concat('Z');
    // A commit's date is what its author's clock said.
    if (work === undefined || !(Date.parse(at) <= now)) continue;
    const found = eventsOf({ ...happening, at }, work, repository);
    if (work.events.some((each) => each.note === happening.note && each.at === at)) known += found.length;
    else events.push(...found);
  }
  return { events, known, remarks: [...context.notes, ...remarks] };
}
