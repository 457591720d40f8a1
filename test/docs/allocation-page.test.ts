import { expect, it } from 'vitest';
import { evaluateCondition, type FactValue, parseCondition } from '../../src/allocation/condition.ts';
import { DERIVED_FACTS } from '../../src/allocation/facts.ts';
import type { FactName } from '../../src/allocation/names.ts';
import { readPage, rowsUnder } from './pages.ts';

const page = await readPage('docs/allocation.md');
const types = new Map([
  ...[...DERIVED_FACTS].map(([name, type]) => [name as FactName, type] as const),
  ['security_critical' as FactName, 'boolean'] as const,
  ['component' as FactName, 'string'] as const,
]);

function holds(text: string, facts: Readonly<Record<string, FactValue>>): boolean {
  const condition = parseCondition(text, types);
  if ('what' in condition) throw new Error(`${text}: ${condition.what}`);
  const given = Object.entries(facts).map(([name, value]) => [name as FactName, value] as const);
  return evaluateCondition(condition, new Map(given)).holds;
}

it('the page names every fact that can be derived, with its type', () => {
  const named = rowsUnder(page, 'Facts').flatMap(([names = '', type = '']) =>
    names.split(', ').map((name) => [name, type] as const),
  );
  expect(new Map(named)).toEqual(new Map(DERIVED_FACTS));
});

it('the page’s examples of conditions are conditions', () => {
  const examples = rowsUnder(page, 'Conditions').map(([, example = '']) => example);
  expect(examples.length).toBeGreaterThan(5);
  for (const example of examples) expect(parseCondition(example, types), example).not.toHaveProperty('what');
});

it('texts compare without regard to case, and a fact that is not given makes the whole condition false', () => {
  expect(page.text).toContain('texts compare without regard to case');
  expect(holds("task.component == 'billing'", { component: 'Billing' })).toBe(true);
  expect(holds("contains(task.labels, 'security')", { labels: ['Security'] })).toBe(true);
  const either = "task.security_critical || contains(task.labels, 'security')";
  expect(page.text).toContain(either);
  expect(holds(either, { security_critical: true })).toBe(false);
  expect(holds(either, { security_critical: true, labels: [] })).toBe(true);
});
