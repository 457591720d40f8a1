const LEFT: ReadonlySet<number> = new Set();

/** The heading of a table in GitHub's markdown, its rule with it. Columns of figures stand to the right. */
export function tableHead(titles: readonly string[], right: ReadonlySet<number> = LEFT): string {
  const rule = titles.map((_, column) => (right.has(column) ? '--:' : '---'));
  return `${tableRow(titles)}\n|${rule.join('|')}|`;
}

/** A row. Its cells must be markdown that fits a table: see `inMarkdown`. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Columns of even width for a terminal, the first one to the left. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, [...cell].length);
  const padded = (cell: string, column: number): string => {
    const fill = ' '.repeat((widths[column] ?? 0) - [...cell].length);
    return column === 0 ? `${cell}${fill}` : `${fill}${cell}`;
  };
  return rows.map((row) => `  ${row.map(padded).join('  ')}`.trimEnd());
}
