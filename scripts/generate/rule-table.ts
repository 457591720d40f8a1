import { RULES } from '../../src/policy/gate/index.ts';

const HEADING = ['Rule', 'Name', 'Severity', 'What it prevents or reports'];

/** Every rule as a markdown table. `folder` is the address of `docs/rules/` from where the table stands, `''` inside it. */
export function renderRuleTable(folder: string): string {
  const rows = RULES.map(({ id, name, severity, purpose }) => [
    `[${id}](${folder}${id}.md)`,
    `\`${name}\``,
    severity,
    purpose,
  ]);
  // Columns of even width: the source is read as often as the page.
  const widths = HEADING.map((title, column) =>
    Math.max(title.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[], fill: string): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width, fill)).join(' | ')} |`;
  return [line(HEADING, ' '), line([], '-'), ...rows.map((cells) => line(cells, ' '))].join('\n');
}
