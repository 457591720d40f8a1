import { resolve } from 'node:path';
import { describe, type Problem, UserError } from '../errors.ts';
import { openUsageLedger } from '../gather/ledger.ts';
import type { LedgerDocument } from '../generated/ledger.ts';
import type { Immutable } from '../immutable.ts';
import { type LedgerEntry, readEnvelope } from '../ledger/index.ts';
import { count } from '../render/figures.ts';
import type { Call } from '../surface/call.ts';
import type { OptionsOf } from '../surface/options/index.ts';
import type { Outcome } from '../surface/outcome.ts';
import { readNamedFile } from '../surface/regular-file.ts';
import { dateOf } from '../time/week.ts';
import { readGivenLine, readStoredLine } from '../usage/records/ledger-line.ts';

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

async function importFile(call: Call<OptionsOf<'ledger'>>): Promise<Outcome> {
  const { cwd, options } = call;
  if (options.file === null)
    throw new UserError('ledger import needs a file.', 'Write haiku-first ledger import FILE.jsonl.');
  const path = resolve(cwd, options.file);
  const lines = readNamedFile(path, options.file, MOST_IMPORT).toString('utf8').split('\n');
  const ledger = await openUsageLedger(call, readGivenLine);
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

/** `ledger`: import, export, verify or compact the usage records on the ledger branch. */
export async function run(call: Call<OptionsOf<'ledger'>>): Promise<Outcome> {
  const { operation, file, dryRun } = call.options;
  if (operation === null)
    throw new UserError('ledger needs an operation.', 'Known: import, export, verify, compact.');
  if (file !== null && operation !== 'import')
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
  }
}
