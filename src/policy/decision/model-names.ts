import type { TierDeclaration } from '../../allocation/allocation.ts';
import { LINES, type Line } from '../../allocation/names.ts';
import { nearest } from '../../allocation/nearest.ts';
import { compareGenerations, idsOf, type ModelRow, type ModelTable } from '../../usage/models/models.ts';
import { promisedLine } from './models-of-tiers.ts';

/** Names that Claude Code resolves by itself, beside those of the lines. Source: its `--model` and `/model`. */
const OTHER_NAMES = ['best', 'default', 'inherit', 'opusplan'];

/** What Claude Code understands as the long context of the same model. */
const LONG_CONTEXT = /\[\w+\]$/;

/** The date and what follows it in an id: nothing to go by, where the model's name is misspelt. */
const DATED = /[@-]\d{8}.*$/;

/** True for a word by which Claude Code picks a model itself, in whatever case. */
export function isClaudeCodeAlias(id: string): boolean {
  const word = id.toLowerCase().replace(LONG_CONTEXT, '');
  return OTHER_NAMES.includes(word) || LINES.some((line) => line === word);
}

/** The line that such a word asks for; null: it names none. */
export function lineOfAlias(id: string): Line | null {
  const word = id.toLowerCase().replace(LONG_CONTEXT, '');
  return LINES.find((line) => line === word) ?? (word === 'opusplan' ? 'opus' : null);
}

/** The newest model of a line that is still served. */
function newestOf(line: Line, { rows }: ModelTable): ModelRow | null {
  return rows
    .filter((row) => row.line === line && row.lifecycle === 'active')
    .reduce<ModelRow | null>(
      (newest, row) => (newest === null || (compareGenerations(row, newest) ?? 0) > 0 ? row : newest),
      null,
    );
}

/** How the model is called at a provider; its own id where none is known. */
function idAt(row: ModelRow, provider: string | null): string {
  return (provider === null ? undefined : row.providers[provider]?.[0]) ?? row.id;
}

/** The exact id to write in place of a word of Claude Code: of the tier's own line where its name promises one. */
export function exactId(
  tier: TierDeclaration,
  alias: string,
  provider: string | null,
  table: ModelTable,
): string | null {
  const line = promisedLine(tier) ?? lineOfAlias(alias);
  const row = line === null ? null : newestOf(line, table);
  return row === null ? null : idAt(row, provider);
}

/** The known id that an unknown one was most likely meant to be: by its letters, else by the tier's name. */
export function nearestId(
  tier: TierDeclaration,
  id: string,
  provider: string | null,
  table: ModelTable,
): string | null {
  const line = promisedLine(tier);
  const rows = table.rows.filter((row) => row.lifecycle === 'active' && (line === null || row.line === line));
  const known = rows.flatMap((row) =>
    provider === null ? [row.id, ...row.aliases] : (row.providers[provider] ?? idsOf(row)),
  );
  return (
    nearest(id.replace(DATED, ''), known) ?? (line === null ? null : exactId(tier, line, provider, table))
  );
}
