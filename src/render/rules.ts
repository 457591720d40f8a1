import { RULES } from '../policy/rules.ts';

/** Every rule as a markdown table. `folder` is the address of `docs/rules/` from where the table stands, `''` inside it. */
export function renderRuleTable(folder: string): string {
  const rows = RULES.map(
    ({ id, name, severity, purpose }) =>
      `| [${id}](${folder}${id}.md) | \`${name}\` | ${severity} | ${purpose} |`,
  );
  return [
    '| Rule | Name | Severity | What it keeps from happening, or tells |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}
