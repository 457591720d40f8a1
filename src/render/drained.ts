import type { Drained } from '../deferral/drain.ts';
import type { Settled } from '../deferral/settled.ts';
import type { ToldDeferral } from '../deferral/sift.ts';
import type { DrainReport } from '../generated/drain-report.ts';
import type { Deferral } from '../usage/records/deferral.ts';
import type { RunPlace } from './decision-alert.ts';
import { inMarkdown, inPlainLine } from './escape.ts';
import { NONE } from './figures.ts';
import { tableHead, tableRow } from './tables.ts';

/** Where a drain worked. */
interface DrainPlace {
  readonly repository: string;
  /** The default branch's commit. */
  readonly commit: string;
  readonly dryRun: boolean;
}

/** Rows shown to people; JSON has them all. */
const MOST_SHOWN = 50;

type Row = DrainReport['waiting'][number];

function rowOf({ id, agent, phase, work_item, at, priority }: Deferral): Omit<Row, 'why'> {
  return { id, agent, phase, work_item, at, priority };
}

function told(list: readonly ToldDeferral[]): Row[] {
  return list.map(({ deferral, why }) => ({ ...rowOf(deferral), why }));
}

/** What a drain has come to, for machines. */
export function drainReport(
  drained: Drained,
  { settled, red }: Pick<Settled, 'settled' | 'red'>,
  { repository, commit, dryRun }: DrainPlace,
): DrainReport {
  const { started, confirmed, waiting, dropped, unconfirmed, refused, ignored, tooOld } = drained;
  return {
    schema: 'haiku-first/drain-report@1',
    repository,
    dry_run: dryRun,
    commit,
    started: started.map(({ work, start: { workflow, claim }, run }) => ({
      ...rowOf(work.deferral),
      workflow,
      claim,
      run,
    })),
    confirmed: confirmed.map(({ deferral, run }) => ({ ...rowOf(deferral), run })),
    waiting: told(waiting),
    dropped: told(dropped),
    unconfirmed: told(unconfirmed),
    refused: told(refused),
    ignored: told(ignored),
    too_old: told(tooOld),
    settled: settled.map(({ deferral, run }) => ({ ...rowOf(deferral), run })),
    red: told(red),
    pushes: drained.pushes,
    stopped: drained.stopped,
  };
}

interface Part {
  readonly title: string;
  readonly rows: readonly { readonly row: Omit<Row, 'why'>; readonly what: string }[];
}

function partsOf(report: DrainReport): readonly Part[] {
  const withWhy = (list: readonly Row[]): Part['rows'] => list.map((row) => ({ row, what: row.why }));
  const would = report.dry_run ? 'would be ' : '';
  return [
    {
      title: `${would}started`,
      rows: report.started.map((row) => ({
        row,
        what: row.run === null ? row.workflow : `${row.workflow}, run ${row.run}`,
      })),
    },
    {
      title: 'found started',
      rows: report.confirmed.map((row) => ({ row, what: `run ${row.run}` })),
    },
    {
      title: 'done, red job run again',
      rows: report.settled.map((row) => ({ row, what: `done by run ${row.run}` })),
    },
    { title: 'done, red job stays', rows: withWhy(report.red) },
    { title: 'waiting', rows: withWhy(report.waiting) },
    { title: `${would}dropped`, rows: withWhy(report.dropped) },
    { title: 'not confirmed', rows: withWhy(report.unconfirmed) },
    { title: 'refused by GitHub', rows: withWhy(report.refused) },
    { title: 'not valid here', rows: withWhy(report.ignored) },
    { title: 'open for too long', rows: withWhy(report.too_old) },
  ].filter(({ rows }) => rows.length > 0);
}

function counts(parts: readonly Part[]): string {
  return parts.map(({ title, rows }) => `${rows.length} ${title}`).join(', ') || 'no deferred work';
}

/** What a drain has come to, for a terminal or the log of a job. */
export function renderDrained(report: DrainReport): string {
  const parts = partsOf(report);
  const lines = parts.flatMap(({ title, rows }) => [
    `${title}:`,
    ...rows
      .slice(0, MOST_SHOWN)
      .map(({ row, what }) => `  ${inPlainLine(cellOf(row))} · ${inPlainLine(what)}`),
    ...(rows.length > MOST_SHOWN ? [`  … and ${rows.length - MOST_SHOWN} more`] : []),
  ]);
  const stopped = report.stopped === null ? [] : [`Stopped: ${inPlainLine(report.stopped)}`];
  return [`drain: ${counts(parts)}`, ...lines, ...stopped].join('\n');
}

/** The same for the job summary. */
export function renderDrainedSummary(report: DrainReport): string {
  const parts = partsOf(report);
  const stopped = report.stopped === null ? [] : ['', `**Stopped**: ${inMarkdown(report.stopped)}`];
  const tables = parts.flatMap(({ title, rows }) => [
    ...['', `**${title}**`, '', tableHead(['agent/phase', 'work item', 'deferred', ''])],
    ...rows.slice(0, MOST_SHOWN).map(({ row, what }) => {
      const cell = `${inMarkdown(row.agent)}/${inMarkdown(row.phase)}`;
      const item = row.work_item === null ? NONE : inMarkdown(row.work_item);
      return tableRow([cell, item, inMarkdown(row.at), inMarkdown(what)]);
    }),
    ...(rows.length > MOST_SHOWN ? ['', `… and ${rows.length - MOST_SHOWN} more`] : []),
  ]);
  return ['### haiku-first · deferred work', '', inMarkdown(counts(parts)), ...stopped, ...tables, ''].join(
    '\n',
  );
}

function cellOf({ agent, phase, work_item: item, at }: Omit<Row, 'why'>): string {
  return `${agent}/${phase}${item === null ? '' : ` of ${item}`}, deferred at ${at}`;
}

/** What people must look after: the body of the alert, and what names it, so that the same is told once. */
export function renderDrainAlert(
  report: DrainReport,
  run: RunPlace,
): { readonly body: string; readonly about: string } | null {
  const troubles = [
    ...report.too_old.map((row) => ({ row, what: row.why })),
    ...report.refused.map((row) => ({ row, what: row.why })),
  ];
  if (troubles.length === 0) return null;
  const lines = troubles
    .slice(0, MOST_SHOWN)
    .map(({ row, what }) => `- ${inMarkdown(cellOf(row), 300)}: ${inMarkdown(what, 300)}`);
  const more = troubles.length > MOST_SHOWN ? [`- … and ${troubles.length - MOST_SHOWN} more`] : [];
  const where = run.url === null ? `run ${inMarkdown(run.id)}` : `<${run.url}>`;
  const body = [`Deferred work needs a person, found by ${where}:`, '', ...lines, ...more].join('\n');
  const about = JSON.stringify(
    troubles.map(({ row, what }) => [row.id, what.startsWith('has been open') ? 'old' : what]).sort(),
  );
  return { body, about };
}
