import { OUTPUTS } from '../../src/actions/outputs.ts';
import { COMMANDS } from '../../src/commands/registry.ts';
import { inputRows } from './action-yml.ts';
import { renderRuleTable } from './rule-table.ts';

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

/** Columns of even width: the source is read as often as the page, and the formatter wants it so. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[], fill: string): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width, fill)).join(' | ')} |`;
  return [line(head, ' '), line([], '-'), ...rows.map((cells) => line(cells, ' '))].join('\n');
}

function inputs(): string {
  return table(
    ['Input', 'For', 'Meaning', 'Default'],
    inputRows().map((row) => [
      `\`${row.name}\``,
      row.commands.length === 0 ? 'all' : row.commands.map((name) => `\`${name}\``).join(', '),
      cell(row.description),
      row.required ? 'required' : row.default === null ? '' : `\`${cell(row.default)}\``,
    ]),
  );
}

function outputs(): string {
  return table(
    ['Output', 'Of', 'Meaning'],
    OUTPUTS.map((row) => [`\`${row.name}\``, `\`${row.command}\``, cell(row.description)]),
  );
}

function rules(): string {
  return renderRuleTable('rules/');
}

function commands(): string {
  return table(
    ['Command', 'Does', 'Exit codes'],
    COMMANDS.map((command) => [`\`${command.name}\``, cell(command.summary), cell(command.exitCodes)]),
  );
}

const SECTIONS: Readonly<Record<string, () => string>> = { inputs, outputs, rules, commands };

const MARKED = /<!-- generated:([a-z-]+) -->\n[\s\S]*?<!-- \/generated -->/g;

/** The index of the rules' pages, with its table as it should be. */
export function withRuleIndex(page: string): string {
  return page.replace(
    /(<!-- rules:start .*-->\n)[\s\S]*?(?=\n<!-- rules:end -->)/,
    (_, start: string) => start + renderRuleTable(''),
  );
}

/** The page of reference. */
export const REFERENCE = 'docs/reference.md';

/** The page with its tables as they should be. Every table must have its place, and every place its table. */
export function withTables(page: string): string {
  const missing = new Set(Object.keys(SECTIONS));
  const text = page.replace(MARKED, (_, name: string) => {
    const section = SECTIONS[name];
    if (section === undefined) throw new Error(`${REFERENCE} has a place for an unknown table: ${name}`);
    missing.delete(name);
    return `<!-- generated:${name} -->\n${section()}\n<!-- /generated -->`;
  });
  if (missing.size > 0)
    throw new Error(`${REFERENCE} has no <!-- generated:… --> for ${[...missing].join(', ')}`);
  return text;
}
