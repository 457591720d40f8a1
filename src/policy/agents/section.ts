import { type Position, positions } from '../../allocation/source.ts';

/** Where the section of people's and agents' own file begins and ends. */
export const SECTION = {
  start: '<!-- haiku-first:allocation -->',
  end: '<!-- /haiku-first:allocation -->',
} as const;

/** The files that are looked at for a section, in this order: what Claude Code and others read before they start. */
export const MEMORY_FILES = ['CLAUDE.md', '.claude/CLAUDE.md', 'AGENTS.md'] as const;

/** A section in a file. */
interface FoundSection {
  readonly kind: 'section';
  readonly start: number;
  readonly end: number;
  /** With its marks, its lines ended by LF. */
  readonly text: string;
  readonly at: Position;
}

/** What a file has of a section: none, one, or marks that are no pair. */
export type SectionReading =
  | FoundSection
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly at: Position };

/** A mark counts on a line of its own: a text may speak of it. */
function marks(content: string, mark: string): readonly number[] {
  return [...content.matchAll(new RegExp(`^${mark}(?=[ \\t]*\\r?$)`, 'gm'))].map(({ index }) => index);
}

/** The section of a file. */
export function sectionIn(content: string): SectionReading {
  const [starts, ends] = [marks(content, SECTION.start), marks(content, SECTION.end)];
  const [start, end] = [starts[0], ends[0]];
  if (start === undefined && end === undefined) return { kind: 'none' };
  if (start === undefined || end === undefined || starts.length + ends.length > 2 || end < start)
    return { kind: 'broken', at: positions(content)(start ?? end ?? 0) };
  const last = end + SECTION.end.length;
  const text = content.slice(start, last).replaceAll('\r\n', '\n');
  return { kind: 'section', start, end: last, text, at: positions(content)(start) };
}

/**
 * A file with this section: in the place of the one that it has, else behind everything else. Null where its marks are
 * no pair: then nobody knows what is ours.
 * @param section with its marks, its lines ended by LF
 */
export function withSection(content: string, section: string): string | null {
  const found = sectionIn(content);
  if (found.kind === 'broken') return null;
  const end = content.includes('\r\n') ? '\r\n' : '\n';
  const text = section.replaceAll('\n', end);
  if (found.kind === 'section') return `${content.slice(0, found.start)}${text}${content.slice(found.end)}`;
  if (content === '') return `${text}${end}`;
  const gap = /\n\r?\n$/.test(content) ? '' : content.endsWith('\n') ? end : `${end}${end}`;
  return `${content}${gap}${text}${end}`;
}
