import { resolve } from 'node:path';
import { describe, type Problem, UserError } from '../errors.ts';
import { openUsageLedger } from '../gather/ledger.ts';
import { deciderOf } from '../gather/request.ts';
import type { LedgerDocument } from '../generated/ledger.ts';
import type { Immutable } from '../immutable.ts';
import { type LedgerEntry, readEnvelope } from '../ledger/index.ts';
import { count } from '../render/figures.ts';
import type { Call } from '../surface/call.ts';
import type { OptionsOf } from '../surface/options/index.ts';
import type { Outcome } from '../surface/outcome.ts';
import { readNamedFile } from '../surface/regular-file.ts';
import { textOf } from '../time/instant.ts';
import { dateOf } from '../time/week.ts';
import { whyNoTime } from '../usage/records/believable-time.ts';
import { readGivenLine, readStoredLine, type UsageEntry, voidEntry } from '../usage/records/ledger-line.ts';
import { checkVoidEvent } from '../usage/records/record-check.ts';

/** A million records and more. */
const MOST_IMPORT = 512 << 20;

/** Problems named in words; JSON has them all. */
const SHOWN = 20;

function outcome(json: Immutable<LedgerDocument>, text: string, problems: readonly Problem[]): Outcome {
  const bad = problems.length > 0;
  const rest = problems.length > SHOWN ? [`… and ${problems.length - SHOWN} more problems.`] : [];
  return {
    exitCode: bad ? 2 : 0,
    json,
    text,
    notes: [...problems.slice(0, SHOWN).map(describe), ...rest],
    outputs: {},
    annotations: [],
    summary: null,
    failure: bad ? `The ledger has ${count(problems.length, 'problem')}.` : null,
  };
}

type GivenReading = ReturnType<typeof readGivenLine>;

/** A line that is handed in, at a time at which it can be. */
function readInTime(line: string, now: Date): GivenReading {
  const reading = readGivenLine(line);
  const why = reading.ok ? whyNoTime(reading.entry.at, textOf(now)) : null;
  return why === null ? reading : { ok: false, problems: [`\`at\` ${why}`] };
}

async function importFile(call: Call<OptionsOf<'ledger'>>): Promise<Outcome> {
  const { cwd, options } = call;
  if (options.file === null)
    throw new UserError('ledger import needs a file.', 'Write haiku-first ledger import FILE.jsonl.');
  const path = resolve(cwd, options.file);
  const lines = readNamedFile(path, options.file, MOST_IMPORT).toString('utf8').split('\n');
  const ledger = await openUsageLedger(call, (line) => readInTime(line, call.now));
  try {
    const { written, duplicates } = await ledger.importLines(lines, options.file);
    const figures = { ledger: ledger.description, written, duplicates };
    const text = `${count(written, 'line')} written to the ${ledger.description}, ${count(duplicates, 'duplicate')}.`;
    return outcome({ schema: 'haiku-first/ledger-import@1', ...figures }, text, []);
  } finally {
    await ledger.close();
  }
}

async function exportAll(call: Call<OptionsOf<'ledger'>>): Promise<Outcome> {
  // The envelope is enough: lines of a schema that this version does not know are given out like any other.
  const ledger = await openUsageLedger<LedgerEntry>(call, readEnvelope);
  try {
    const { lines, problems } = await ledger.exportLines();
    const entries = lines.map((line): object => JSON.parse(line));
    return outcome({ schema: 'haiku-first/ledger-export@1', entries, problems }, lines.join('\n'), problems);
  } finally {
    await ledger.close();
  }
}

async function verify(call: Call<OptionsOf<'ledger'>>): Promise<Outcome> {
  const ledger = await openUsageLedger(call, readStoredLine);
  try {
    const { files, entries, duplicates, conflicts, problems, commit } = await ledger.verify();
    const figures = { ledger: ledger.description, files, entries, duplicates, conflicts, problems, commit };
    const text = [
      `${ledger.description}: ${count(entries, 'line')} in ${count(files, 'file')}, ${count(duplicates, 'duplicate')}, ${count(conflicts.length, 'conflict')}, ${count(problems.length, 'problem')}.`,
      ...conflicts
        .slice(0, SHOWN)
        .map((id) => `  ${id} appears with different contents: the earliest counts.`),
    ].join('\n');
    return outcome({ schema: 'haiku-first/ledger-verify@1', ...figures }, text, problems);
  } finally {
    await ledger.close();
  }
}

async function compact(call: Call<OptionsOf<'ledger'>>): Promise<Outcome> {
  const ledger = await openUsageLedger<LedgerEntry>(call, readEnvelope);
  const { dryRun } = call.options;
  try {
    const before = dateOf(call.now);
    const { months, commit, problems } = await ledger.compact({ before, dryRun });
    const rows = months.map(
      ({ month, files, into, lines }) =>
        `  ${month}: ${count(files, 'file')} into ${into}, ${count(lines, 'line')} unchanged`,
    );
    const done = dryRun ? 'would be compacted' : 'compacted';
    const text = [`${ledger.description}: ${count(months.length, 'month')} ${done}.`, ...rows].join('\n');
    const figures = { ledger: ledger.description, dry_run: dryRun, months, commit, problems };
    return outcome({ schema: 'haiku-first/ledger-compact@1', ...figures }, text, problems);
  } finally {
    await ledger.close();
  }
}

/** The line that an id means. Throws `UserError` for none, several, or one that a voiding means nothing for. */
function lineNamed(entries: readonly UsageEntry[], id: string): UsageEntry {
  const [found, ...others] = entries.filter((entry) => entry.id.startsWith(id));
  const what = `The ledger has ${found === undefined ? 'no' : 'more than one'} line with the id ${id}.`;
  if (found === undefined || others.length > 0)
    throw new UserError(what, 'haiku-first ledger export prints the lines, with their ids.');
  const { kind } = found.content;
  if (kind === 'deferral' || kind === 'drain')
    throw new UserError(
      `${id} is deferred work, which drain drops by itself.`,
      'Only usage and outcomes can be voided.',
    );
  if (kind === 'forecast' || kind === 'what-if')
    throw new UserError(
      `${id} is a ${kind}, which is held against what came.`,
      'Only usage and outcomes can be voided.',
    );
  if (kind === 'void')
    throw new UserError(
      `${id} is a voiding: it cannot be taken back.`,
      'Import the line again under another session.',
    );
  return found;
}

/** Takes a line back: an event of its time says so, and nothing is removed. */
async function voidLine(call: Call<OptionsOf<'ledger'>>): Promise<Outcome> {
  const { file: id, because } = call.options;
  if (id === null || !/^[0-9a-f]{12,64}$/.test(id))
    throw new UserError(
      'ledger void needs the id of a line, or its first 12 digits.',
      'Write haiku-first ledger void ID --because TEXT.',
    );
  if (because === null || because.trim() === '')
    throw new UserError(
      'ledger void needs a reason.',
      'Say why with --because TEXT: it stays in the ledger.',
    );
  const ledger = await openUsageLedger(call, readStoredLine);
  try {
    const { entries } = await ledger.readAll();
    const found = lineNamed(entries, id);
    const earlier = entries.flatMap(({ content }) =>
      content.kind === 'void' && content.voiding.voids === found.id ? [content.voiding] : [],
    );
    const [first] = earlier;
    const { repository }: { readonly repository?: string } = JSON.parse(found.line);
    const checked = checkVoidEvent({
      schema: 'haiku-first/void@1',
      at: found.at,
      voided_at: textOf(call.now),
      repository,
      voids: found.id,
      because,
      by: deciderOf(call, null).slice(0, 200),
    });
    if (!checked.ok)
      throw new UserError(checked.problems.map(({ field, what }) => `${field} ${what}`).join(', '), null);
    const { written } =
      first === undefined
        ? await ledger.append([voidEntry(checked.value)], { run: 'void', attempt: 1 })
        : { written: 0 };
    const json = {
      schema: 'haiku-first/ledger-void@1',
      ledger: ledger.description,
      voided: found.id,
      written,
    } as const;
    const text =
      first === undefined
        ? `${found.id} counts no more (${ledger.description}). The line stays, with who voided it and why.`
        : `${found.id} was voided already: ${first.because} (${first.by}, ${first.voided_at}).`;
    return outcome(json, text, []);
  } finally {
    await ledger.close();
  }
}

/** `ledger`: import, export, verify or compact the usage records on the ledger branch, or void one. */
export async function run(call: Call<OptionsOf<'ledger'>>): Promise<Outcome> {
  const { operation, file, because, dryRun } = call.options;
  if (operation === null)
    throw new UserError('ledger needs an operation.', 'Known: import, export, verify, compact, void.');
  if (because !== null && operation !== 'void')
    throw new UserError(`ledger ${operation} takes no reason.`, 'Leave --because out.');
  if (file !== null && operation !== 'import' && operation !== 'void')
    throw new UserError(`ledger ${operation} takes no file.`, 'Leave the file out.');
  if (dryRun && operation !== 'compact')
    throw new UserError(`ledger ${operation} has no dry run.`, 'Leave --dry-run out.');
  switch (operation) {
    case 'import':
      return importFile(call);
    case 'export':
      return exportAll(call);
    case 'verify':
      return verify(call);
    case 'compact':
      return compact(call);
    case 'void':
      return voidLine(call);
  }
}
