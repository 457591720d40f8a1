import type { IsoDate } from '../../time/week.ts';
import { compareGenerations, findModel, lifecycleOn, type ModelTable } from '../../usage/models/models.ts';
import { LINES, type Line } from '../names.ts';

/** What a model's name is worth, and how one knows. */
interface Worth {
  readonly line: Line;
  /** What the file says, for people: as it is written where that is a name, else in words. */
  readonly says: string;
  /** Why it is that line, where the name does not say so itself. */
  readonly remark: string | null;
}

/** Where nothing says what the work needs. */
const UNSAID: Line = 'sonnet';

/** Words of Claude Code that are no line: they are never taken for less than what they can mean. */
const WORDS: Readonly<Record<string, Line>> = { best: 'opus', opusplan: 'opus', default: UNSAID };

function isLine(text: string): text is Line {
  return LINES.some((line) => line === text);
}

/** The line that the `model:` of a sub-agent, or of a session, stands for. */
export function worthOf(model: string | null, table: ModelTable, today: IsoDate): Worth {
  if (model === null || model === 'inherit')
    return { line: UNSAID, says: model ?? 'none', remark: `${UNSAID} until you choose` };
  // A longer context is no other model.
  const name = model.replace(/\[1m\]$/, '');
  if (isLine(name)) return { line: name, says: model, remark: null };
  const word = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
  if (word !== undefined) return { line: word, says: model, remark: `it may mean ${word}` };
  const row = findModel(table, name);
  if (row === null) return { line: UNSAID, says: model, remark: `not known, so ${UNSAID} until you choose` };
  const newest = newestModel(row.line, table, today);
  return { line: row.line, says: model, remark: row.id === newest ? null : `now the newest ${row.line}` };
}

/** The newest model of a line that is not on its way out; null where the table has none. */
export function newestModel(line: Line, table: ModelTable, today: IsoDate): string | null {
  const rows = table.rows.filter((row) => row.line === line && lifecycleOn(row, today) === 'active');
  const newest = rows.reduce<(typeof rows)[number] | null>(
    (best, row) => (best === null || (compareGenerations(row, best) ?? 0) > 0 ? row : best),
    null,
  );
  return newest?.id ?? null;
}
