import { UserError } from '../../errors.ts';
import { isObject } from '../../usage/records/fields.ts';
import { type Path, valueAt, written } from '../path.ts';
import { readSource } from '../source.ts';
import { readYaml } from '../yaml.ts';
import { nextSplices, type Splice } from './splices.ts';
import { changed, isSame, type WantedMapping } from './wanted.ts';

export { writtenScalar } from './write.ts';

/** What a cell is to say, in the file's words, which are not judged here. Null takes a key away; one that is left out stays as it is. */
export interface CellEdit {
  readonly phase: string;
  /** Its present name; the cell may stand under a former one. */
  readonly agent: string;
  readonly tier?: string;
  readonly was?: string | null;
  readonly since?: string | null;
  readonly because?: string | null;
  readonly economy?: null;
  readonly trial?: {
    readonly id: string;
    readonly tier: string;
    readonly share: number;
    /** Left out: as long as it stands in the file. */
    readonly until?: string;
  } | null;
}

/** More steps than one edit can take. */
const MOST_STEPS = 20;
const BOM = '\ufeff';

/**
 * The text of an allocation with other cells in it. Every character outside of what changes stays: comments, order,
 * quotes, line ends, indentation. A cell that says what is asked for already is left alone; a matrix, phase or cell
 * that is missing is made. Throws `UserError` with the place where the file is no YAML, or where a cell cannot be
 * changed without changing something else.
 */
export function editAllocation(file: string, text: string, edits: readonly CellEdit[]): string {
  return edits.reduce((each, edit) => {
    return edited(file, each, (value) => {
      const agent = nameInFile(value, edit);
      return {
        path: ['matrix', edit.phase, agent],
        wanted: { matrix: { [edit.phase]: { [agent]: wantedCell(edit) } } },
      };
    });
  }, text);
}

/** The text with another weekly budget, and with one that only observes where there was none. As `editAllocation`. */
export function editBudget(
  file: string,
  text: string,
  weekly: Readonly<Partial<Record<'tokens' | 'usd', number>>>,
): string {
  return edited(file, text, (value) => {
    const mode = valueAt(value, ['budget']) === undefined ? { mode: 'observe' } : {};
    return { path: ['budget', 'weekly'], wanted: { budget: { ...mode, weekly: { ...weekly } } } };
  });
}

/** A change, and the place where it is made, for messages. */
interface Edit {
  readonly path: Path;
  readonly wanted: WantedMapping;
}

function edited(file: string, whole: string, editOf: (value: unknown) => Edit): string {
  const mark = whole.startsWith(BOM) ? BOM : '';
  const text = whole.slice(mark.length);
  const source = readSource(file, new TextEncoder().encode(text));
  const { path, wanted } = editOf(source.value);
  const expected = changed(source.value, wanted);
  let [now, value] = [text, source.value];
  for (let step = 0; step < MOST_STEPS; step++) {
    if (isSame(value, expected)) return mark + now;
    now = spliced(now, nextSplices(now, value, wanted));
    const read = readYaml(now);
    if (!read.read) break;
    value = read.value;
  }
  throw new UserError([
    {
      what: `${written(path)} cannot be changed without changing something else in the file.`,
      file,
      ...source.at(path),
      fix: 'Is it, or what is around it, an anchor (&) or an alias (*)? Write the values out.',
    },
  ]);
}

/** The key under which the agent's cell stands, or is to stand. */
function nameInFile(file: unknown, { phase, agent }: CellEdit): string {
  const row = valueAt(file, ['matrix', phase]);
  const former = valueAt(file, ['agents', agent, 'renamed_from']);
  const names = [agent, ...(Array.isArray(former) ? former : [former])];
  return names.find((name) => typeof name === 'string' && isObject(row) && Object.hasOwn(row, name)) ?? agent;
}

function wantedCell({ tier, was, since, because, economy, trial }: CellEdit): WantedMapping {
  return {
    ...(tier === undefined ? {} : { tier }),
    ...(was === undefined ? {} : { was }),
    ...(since === undefined ? {} : { since }),
    ...(because === undefined ? {} : { because }),
    ...(economy === undefined ? {} : { economy }),
    ...(trial === undefined
      ? {}
      : { trial: trial === null ? null : { ...trial, until: trial.until ?? null } }),
  };
}

function spliced(text: string, splices: readonly Splice[]): string {
  // Of two at one place the later comes behind the earlier.
  return splices
    .toReversed()
    .toSorted((a, b) => b.start - a.start)
    .reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
}
