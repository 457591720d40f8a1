import type { GeneratedFile } from './schemas.ts';

/** The pages of the rules as a module, so that `explain` has them without a network. */
export function rulePages(pages: ReadonlyMap<string, string>): GeneratedFile {
  const rows = [...pages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, text]) => `  ${id}: ${JSON.stringify(text)},`);
  return {
    path: 'src/generated/rule-pages.ts',
    text: [
      '// Written by scripts/generate.ts from docs/rules/. Do not edit: run `npm run generate`.',
      '',
      "/** The page of each rule, in GitHub's markdown, by the rule's id. */",
      'export const RULE_PAGES: Readonly<Record<string, string>> = {',
      ...rows,
      '};',
      '',
    ].join('\n'),
  };
}
