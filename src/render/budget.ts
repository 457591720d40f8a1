/** A part of a document whose rows may be left out from the end; its other lines always stay. */
export interface Section {
  /** The lines before the rows; for a table, its heading. */
  readonly head: string;
  readonly rows: readonly string[];
  /** Rows that are not even offered, so that one section does not crowd out the rest. */
  readonly held: number;
  /** The line that says how many rows are missing. */
  readonly leftOut: (rows: number) => string;
}

/** A section without rows. */
export function paragraph(text: string): Section {
  return { head: text, rows: [], held: 0, leftOut: () => '' };
}

/** A part that GitHub shows closed. `summary` is made here, of figures alone. */
export function folded(summary: string, sections: readonly Section[]): Section[] {
  if (sections.length === 0) return [];
  return [paragraph(`<details>\n<summary>${summary}</summary>`), ...sections, paragraph('</details>')];
}

/** Length in UTF-16 units, which GitHub counts a comment in. */
export function units(text: string): number {
  return text.length;
}

const encoder = new TextEncoder();

/** Length in bytes of UTF-8, which a job summary is counted in. */
export function bytes(text: string): number {
  return encoder.encode(text).length;
}

/**
 * The sections as one document of at most `budget` (in `size`'s measure), built to fit: whole rows are left out, from the end
 * of the section that no longer fits, and the section says how many. The parts that always stay must fit by themselves.
 */
export function fitToBudget(
  sections: readonly Section[],
  budget: number,
  size: (text: string) => number,
): string {
  // What always stays is paid first, the longest possible note of left-out rows with it. Two newlines between parts.
  let left = budget;
  for (const section of sections) {
    left -= size(section.head) + 2;
    const total = section.rows.length + section.held;
    if (total > 0) left -= size(section.leftOut(total)) + 2;
  }
  const parts = sections.map((section) => {
    const rows: string[] = [];
    for (const row of section.rows) {
      const cost = size(row) + 1;
      if (cost > left) break;
      left -= cost;
      rows.push(row);
    }
    const missing = section.rows.length - rows.length + section.held;
    const body = [...(section.head === '' ? [] : [section.head]), ...rows].join('\n');
    return missing === 0 ? body : `${body}\n\n${section.leftOut(missing)}`;
  });
  return `${parts.join('\n\n')}\n`;
}
