import type { Problem } from '../errors.ts';
import { dateOf, type IsoDate, parseDate } from '../time/week.ts';
import type { FileChange, WholeFolders } from './change.ts';
import { compareText } from './entry.ts';
import { dayFolder, parsePath, ROOT } from './layout.ts';
import { entriesOf, type FolderReadings, withAncestors } from './objects.ts';

/**
 * How many files the folder of a day has held, as the ledger's commits count them: each says it of the last days in its
 * message, and takes over what the one before has said. A history that was written anew without one of its commits
 * keeps the others' messages, and then there are fewer files than they have counted.
 */
type DayCounts = ReadonlyMap<string, number>;

/** Days that a message counts. A week in most time zones touches eight of UTC. */
const MOST_DAYS = 9;
const DAY = 86_400_000;

/**
 * `Files: 2026-11-25 40 14`: of that day 14, of the day before 40; 0 counts nothing. Every commit has it, so it is short,
 * and what changes stands at the end: git keeps the differences.
 */
const LINE = /^Files: (\d{4}-\d{2}-\d{2})((?: \d{1,9})+)$/m;

/** The counts that a commit's message holds; empty for one of an earlier version, or of a person. */
export function countsOf(message: string): DayCounts {
  const [, text = '', files = ''] = LINE.exec(message) ?? [];
  const last = parseDate(text);
  if (last === null) return new Map();
  const counted = files.trim().split(' ').reverse().slice(0, MOST_DAYS).entries();
  return new Map(
    [...counted].flatMap(([back, count]) =>
      Number(count) === 0 ? [] : [[dayFolder(daysBefore(last, back)), Number(count)]],
    ),
  );
}

/** The message with the counts of the latest days. */
export function withCounts(message: string, counts: DayCounts): string {
  const [last] = [...counts.keys()].sort(compareText).reverse();
  const day = last === undefined ? null : parseDate(last.slice(ROOT.length + 1).replaceAll('/', '-'));
  if (day === null) return message;
  const files = Array.from(
    { length: MOST_DAYS },
    (_, back) => counts.get(dayFolder(daysBefore(day, back))) ?? 0,
  );
  const told = files
    .reverse()
    .join(' ')
    .replace(/^(?:0 )+/, '');
  return `${message.trimEnd()}\n\nFiles: ${day} ${told}\n`;
}

function daysBefore(day: IsoDate, back: number): IsoDate {
  return dateOf(new Date(Date.parse(day) - back * DAY));
}

/** What is counted once changes are made to these trees. A day that something is taken from is counted no more. */
export function countsAfter(
  before: DayCounts,
  trees: WholeFolders,
  changes: readonly FileChange[],
): DayCounts {
  const counts = new Map(before);
  const days = new Map<string, FileChange[]>();
  for (const change of changes) {
    if (parsePath(change.path)?.kind !== 'day') continue;
    const folder = change.path.slice(0, change.path.lastIndexOf('/'));
    days.set(folder, [...(days.get(folder) ?? []), change]);
  }
  for (const [folder, inside] of days) {
    const there = new Set(trees.get(folder)?.map(({ name }) => `${folder}/${name}`));
    const added = inside.filter(({ path }) => !there.has(path)).length;
    // What is missing stays missing: a further file does not stand in for it.
    const had = Math.max(before.get(folder) ?? 0, there.size);
    if (inside.some(({ blob }) => blob === null)) counts.delete(folder);
    else counts.set(folder, had + added);
  }
  return counts;
}

/** The folders among these that hold fewer files than were counted there. */
export function shortfalls(counts: DayCounts, trees: FolderReadings): readonly Problem[] {
  return [...counts].flatMap(([folder, counted]): Problem[] => {
    if (!trees.has(folder) || isUnknown(folder, trees)) return [];
    const holds = entriesOf(trees.get(folder)).length;
    if (holds >= counted) return [];
    return [
      {
        what: `This folder of the ledger has ${holds} of the ${counted} files that its commits have counted: its history was rewritten, or files were taken out.`,
        file: folder,
        line: null,
        column: null,
        fix: 'Merge a whole copy of the branch into it (git merge --allow-unrelated-histories), and forbid forced pushes.',
      },
    ];
  });
}

/** Whether the folder, or one above it, is damaged: that is said by itself, and what was in it is not known. */
function isUnknown(folder: string, trees: FolderReadings): boolean {
  return withAncestors([folder]).some((path) => {
    const reading = trees.get(path);
    return reading !== undefined && reading !== null && 'damaged' in reading;
  });
}
