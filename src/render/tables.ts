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

/** Columns of a terminal. */
const WIDTH = 80;
/** What is left of a text at least. */
const LEAST = 16;

/**
 * Columns for a terminal. Those of `texts` stand to the left, and give way where a row would be wider than the
 * terminal; the others are figures.
 */
export function columns(
  rows: readonly (readonly string[])[],
  texts: ReadonlySet<number> = new Set([0]),
): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, [...cell].length);
  let over = widths.reduce((sum, width) => sum + width + 2, 0) - WIDTH;
  for (const column of [...texts].sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))) {
    const width = widths[column] ?? 0;
    const shorter = over > 0 ? Math.min(width, Math.max(LEAST, width - over)) : width;
    over -= width - shorter;
    widths[column] = shorter;
  }
  const padded = (cell: string, column: number): string => {
    const width = widths[column] ?? 0;
    const characters = [...cell];
    if (characters.length > width) return `${characters.slice(0, width - 1).join('')}…`;
    const fill = ' '.repeat(width - characters.length);
    return texts.has(column) ? `${cell}${fill}` : `${fill}${cell}`;
  };
  return rows.map((row) => `  ${row.map(padded).join('  ')}`.trimEnd());
}

/** A text as lines of a terminal, the first one after `start`, the others after `hang`. */
export function lines(text: string, start = '  ', hang = ' '.repeat([...start].length)): readonly string[] {
  const done: string[] = [];
  let line = '';
  const before = (): number => [...(done.length === 0 ? start : hang)].length;
  // `n = 4` stays together.
  for (const word of text.split(/ (?!= )(?<!= )/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && [...longer].length + before() > WIDTH) {
      done.push(line);
      line = word;
    } else line = longer;
  }
  return [...done, line].map((each, place) =>
    // The runner takes what a line begins with for a command.
    `${place === 0 ? start : hang}${each.replace(/^::/, ': :')}`.trimEnd(),
  );
}
