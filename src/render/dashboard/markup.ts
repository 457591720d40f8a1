import { seen } from '../visible.ts';

/*
 * HTML, made of parts that cannot break out of their place: whatever is put between the literal parts of a template is
 * text of somebody, and escaped, unless a template has made it.
 */

/** HTML that a template has made. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand between the literal parts. Nothing is made of null. */
export type Piece = string | number | Markup | null | readonly Piece[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Text between tags, or in an attribute between quotes: what cannot be seen, or turns text around, is named. */
function escaped(text: string): string {
  return seen(text).replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? character);
}

function textOf(part: Piece): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return escaped(String(part));
}

/** HTML of a template. Attributes stand between double quotes. */
export function html(literals: TemplateStringsArray, ...parts: readonly Piece[]): Markup {
  return new Markup(literals.map((literal, place) => literal + textOf(parts[place] ?? null)).join(''));
}
