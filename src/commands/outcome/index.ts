import { UserError } from '../../errors.ts';
import { openUsageLedger } from '../../gather/ledger.ts';
import type { ToldDocument } from '../../generated/told.ts';
import type { Immutable } from '../../immutable.ts';
import { inMarkdown } from '../../render/escape.ts';
import { count } from '../../render/figures.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import type { Outcome } from '../../surface/outcome.ts';
import { eventEntry, readStoredGist } from '../../usage/records/ledger-line.ts';
import type { OutcomeEvent } from '../../usage/records/record.ts';
import { toldByGithub } from './by-github.ts';
import { type ToldByPerson, toldByPerson } from './by-person.ts';

/** `SECURITY/EXEC of pr-12: changes-requested, says octocat (missed the injection)` */
function sentence({ agent, phase, work_item, outcome, by, note }: OutcomeEvent): string {
  const cell = [agent, phase].filter((part) => part !== null).join('/');
  const whose = cell === '' ? '' : `${cell} of `;
  return `${whose}${work_item}: ${outcome}, says ${by}${note === null ? '' : ` (${note})`}`;
}

/** What a person asks for; null: what GitHub says. Throws `UserError` for half of it. */
function askedOf({ options }: Call<OptionsOf<'outcome'>>): ToldByPerson | null {
  const { workItem, outcome, agent, phase, because } = options;
  if (workItem !== null && outcome !== null) return { workItem, outcome, agent, phase, because };
  const given = [workItem, outcome, agent, phase, because, options.by].filter((each) => each !== null);
  if (given.length === 0) return null;
  const missing = workItem === null ? 'a piece of work, as pr-12' : 'what became of it, as changes-requested';
  throw new UserError(`outcome needs ${missing}.`, 'Write haiku-first outcome WORK-ITEM OUTCOME.');
}

/** `outcome`: what became of a piece of work, told by a person, or by what GitHub says of pull requests. */
export async function run(call: Call<OptionsOf<'outcome'>>): Promise<Outcome> {
  const { dryRun } = call.options;
  const asked = askedOf(call);
  const ledger = await openUsageLedger(call, readStoredGist);
  try {
    const told = asked === null ? await toldByGithub(call, ledger) : await toldByPerson(call, asked, ledger);
    const { events, known, remarks } = told;
    const run = call.env.GITHUB_RUN_ID ?? 'outcome';
    const attempt = Number(call.env.GITHUB_RUN_ATTEMPT ?? 1);
    const done = dryRun
      ? { written: 0, duplicates: 0 }
      : await ledger.append(events.map(eventEntry), { run, attempt });
    const json: Immutable<ToldDocument> = {
      schema: 'haiku-first/told@1',
      ledger: ledger.description,
      dry_run: dryRun,
      written: done.written,
      duplicates: known + done.duplicates,
      events: [...events],
    };
    const what = dryRun
      ? `${count(events.length, 'outcome')} would be written to the ledger (${ledger.description}).`
      : `${count(done.written, 'outcome')} written to the ledger (${ledger.description}), ${known + done.duplicates} told before.`;
    const lines = events.map(sentence);
    return {
      exitCode: 0,
      json,
      text: [what, ...lines.map((line) => `  ${line}`)].join('\n'),
      notes: remarks,
      outputs: {},
      annotations: [],
      summary: [inMarkdown(what), '', ...lines.map((line) => `- ${inMarkdown(line)}`), ''].join('\n'),
      failure: null,
    };
  } finally {
    await ledger.close();
  }
}
