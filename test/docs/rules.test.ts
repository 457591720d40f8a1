import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderRuleTable } from '../../scripts/generate/rule-table.ts';
import { RULES } from '../../src/policy/gate/index.ts';
import { nodesOf, readMarkdown, shownText } from '../render/markdown.ts';

const folder = new URL('../../docs/rules/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

describe('the pages of the rules', () => {
  it('are there for every rule, and for nothing else', () => {
    const pages = readdirSync(folder).filter((name) => name !== 'README.md');
    expect(pages.sort()).toEqual(RULES.map(({ id }) => `${id}.md`).sort());
  });

  it.each(RULES)(
    '$id says what it is about, why, by example, and what to do',
    ({ id, name, severity, purpose }) => {
      const page = read(`${id}.md`);
      expect(page.startsWith(`# ${id} ${name}\n\n${purpose}\n\nSeverity: **${severity}**`)).toBe(true);
      expect(page).toMatch(/Since version \d+\.\d+\.\d+\./);
      const nodes = [...nodesOf(readMarkdown(page))];
      expect(nodes.filter((node) => node.type === 'heading').map(shownText)).toEqual([
        `${id} ${name}`,
        'Why it matters',
        severity === 'error' ? 'Breaks the rule' : 'Sets it off',
        'Harmless twin',
        'What to do',
      ]);
      const examples = nodes.filter((node) => node.type === 'code');
      expect(examples.map((example) => example.lang)).toEqual(['diff', 'diff']);
      for (const { value } of examples)
        for (const line of value.split('\n')) expect(line).toMatch(/^[-+ ]|^$/);
    },
  );

  it.each(RULES)('$id links only to pages that are there', ({ id }) => {
    const links = [...nodesOf(readMarkdown(read(`${id}.md`)))].filter((node) => node.type === 'link');
    for (const { url } of links) expect(() => read(url)).not.toThrow();
  });
});

describe('the table of the rules', () => {
  it('is the one in the index', () => {
    expect(read('README.md')).toContain(`-->\n${renderRuleTable('')}\n<!-- rules:end -->`);
  });

  it('links to the pages from where it stands', () => {
    expect(renderRuleTable('docs/rules/')).toMatch(
      /^\| \[HF101\]\(docs\/rules\/HF101\.md\) \| `floor-broken` +\| error +\| In some situation/m,
    );
    expect(renderRuleTable('').split('\n')).toHaveLength(RULES.length + 2);
  });
});

it('there is advice for every rule', () => {
  for (const { remedy } of RULES) expect(remedy).toMatch(/^[a-z].*\.$/);
});
