import { LINES, type Line } from '../../allocation/names.ts';
import { findModel, type ModelRow, type ModelTable } from '../models/models.ts';
import type { SessionEvidence } from './evidence.ts';

/** Which models the ids of one session stand for. */
export interface Naming {
  /** The exact id that a use is booked and priced by. */
  readonly idOf: (id: string) => string;
  /** The name under which a model is known, so that its ids at several providers are one model. */
  readonly nameOf: (id: string) => string;
  /** True where the client takes an id, by its own word, for another model than it is: its price is of that other one. */
  readonly isMistaken: (id: string) => boolean;
}

/**
 * What the ids of a session stand for. The table goes first: an id that it has is that model, whatever the client takes
 * it for, because a project's `modelOverrides` make the client take Haiku for Opus. Only of an id that the table does not
 * have the client's `canonicalModel` is believed, and not where the id itself names another model.
 */
export function namingOf({ canonical }: Pick<SessionEvidence, 'canonical'>, table: ModelTable): Naming {
  const rowOf = (id: string): ModelRow | null => findModel(table, id);
  // A session has few ids, and asks for the names of each as often as it has answers.
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  const idOf = (id: string): string => {
    const known = ids.get(id) ?? foundId(id);
    ids.set(id, known);
    return known;
  };
  const foundId = (id: string): string => {
    if (rowOf(id) !== null) return id;
    const last = resourceOf(id);
    if (last !== null && rowOf(last) !== null) return last;
    const said = rowOf(canonical.get(id) ?? '') ?? spelled(id);
    if (said === null || !mayBe(id, said, table)) return id;
    // A gateway's name for an id of a provider: the price may depend on the region that it names.
    const inner = id.slice(id.lastIndexOf('/') + 1);
    return rowOf(inner) === null ? said.id : inner;
  };
  /** The model that the client asked for and that an answer's id names in other words, as a gateway's or a dated one. */
  const spelled = (id: string): ModelRow | null => {
    for (const [asked, name] of canonical) {
      const row = rowOf(asked) ?? rowOf(name ?? '');
      if (row !== null && isSpelling(id, row.id)) return row;
    }
    return null;
  };
  const nameOf = (id: string): string => {
    const known = names.get(id) ?? rowOf(idOf(id))?.id ?? id;
    names.set(id, known);
    return known;
  };
  return {
    idOf,
    nameOf,
    isMistaken: (id) => {
      const said = rowOf(canonical.get(id) ?? '');
      return said !== null && said.id !== nameOf(id);
    },
  };
}

/** The model or profile that an ARN of Bedrock names; null for any other id. */
function resourceOf(id: string): string | null {
  return (
    /^arn:aws[a-z-]*:bedrock:[a-z0-9-]*:\d*:(?:inference-profile|foundation-model)\/(.+)$/.exec(id)?.[1] ??
    null
  );
}

/** `vertex_ai/claude-opus-5-5`, `claude-opus-5-5-20260922`: the name itself, with who serves it in front, a date behind. */
function isSpelling(id: string, name: string): boolean {
  const at = id.lastIndexOf(name);
  if (at === -1 || (at > 0 && !/[/.:]/.test(id[at - 1] ?? ''))) return false;
  return /^(?:[-@]\d{8})?(?:-v\d+(?::\d+)?)?$/.test(id.slice(at + name.length));
}

/** False where the id's own words speak of another model. */
function mayBe(id: string, row: ModelRow, table: ModelTable): boolean {
  const inner = findModel(table, id.slice(id.lastIndexOf('/') + 1));
  if (inner !== null) return inner.id === row.id;
  const words = new Set(id.toLowerCase().split(/[^a-z]+/));
  const lines = LINES.filter((line) => words.has(line));
  return lines.length === 0 || sameLine(lines, row.line);
}

function sameLine(lines: readonly Line[], line: Line): boolean {
  return lines.length === 1 && lines[0] === line;
}
