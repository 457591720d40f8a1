import { html, type Markup, type Piece } from './markup.ts';

/*
 * Charts are as wide as their place: what is text stands at a percentage of the width and keeps its size, what is a path
 * is drawn on a field of its own that is stretched. Nothing is told by colour alone, and each has its figures in a table.
 */

/** How wide the stretched field is, in its own units. */
export const FIELD = 1000;

/** A place on the width, 0 to 1, as an attribute. */
export function across(share: number): string {
  return `${Number((share * 100).toFixed(3))}%`;
}

/** A height or place in pixels, as an attribute. */
export function px(value: number): number {
  return Number(value.toFixed(2));
}

/** A drawing, wherever it is to stand. */
export interface Drawing {
  /** What a screen reader says in its place. */
  readonly label: string;
  /** Pixels. */
  readonly height: number;
  readonly kind: string;
  readonly inside: Piece;
}

/** A drawing, as a part of the page. */
export function drawing({ label, height, kind, inside }: Drawing): Markup {
  return html`<div class="chart ${kind}"><svg role="img" aria-label="${label}" width="100%" height="${height}">${inside}</svg></div>`;
}

/** The stretched field of a drawing, for paths. */
export function field(height: number, inside: Piece): Markup {
  return html`<svg viewBox="0 0 ${FIELD} ${height}" width="100%" height="${height}" preserveAspectRatio="none" overflow="visible">${inside}</svg>`;
}

/** A path in the field; nothing of nothing. */
export function path(kind: string, d: string | null): Markup | null {
  return d === null || d === '' ? null : html`<path class="${kind}" d="${d}"/>`;
}

/** A column of a table; figures stand to the right. */
export interface TableColumn {
  readonly head: string;
  readonly isFigure?: boolean;
}

/** A table. The first cell of each row is its head. */
export function table(
  caption: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly Piece[])[],
  kind = '',
): Markup {
  const classOf = (place: number): string => (columns[place]?.isFigure === true ? 'r' : '');
  const head = columns.map(
    ({ head: text }, place) => html`<th scope="col" class="${classOf(place)}">${text}</th>`,
  );
  const body = rows.map(
    (cells) =>
      html`<tr>${cells.map((cell, place) =>
        place === 0
          ? html`<th scope="row" class="${classOf(place)}">${cell}</th>`
          : html`<td class="${classOf(place)}">${cell}</td>`,
      )}</tr>`,
  );
  return html`<div class="wide" role="region" tabindex="0" aria-label="${caption}"><table class="${kind}"><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** The figures of a drawing. */
export function twin(
  caption: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly Piece[])[],
): Markup {
  return html`<details class="twin"><summary>Table</summary>${table(caption, columns, rows, 'small')}</details>`;
}

/** A card of the page. */
export function card(
  {
    id,
    width = 12,
    title,
    sub,
  }: { readonly id: string; readonly width?: number; readonly title: Piece; readonly sub: Piece },
  inside: Piece,
): Markup {
  return html`<section id="${id}" class="card c${width}" aria-labelledby="${id}-h"><h2 id="${id}-h">${title}</h2><p class="sub">${sub}</p>${inside}</section>`;
}
