import type { FactDeclaration } from '../../../allocation/allocation.ts';
import type { FactName } from '../../../allocation/names.ts';
import type { RuleContext } from '../rule-context.ts';
import { agentsOf, guardedCells } from './guarded-cells.ts';
import type { Stop } from './stop.ts';

/** What keeps a job that gives the fact as the base declares it from being decided; null: nothing. */
export function refusalOf(before: FactDeclaration, after: FactDeclaration | undefined): string | null {
  if (after === undefined) return 'is no longer declared';
  const widened = before.type === 'integer' && after.type === 'number';
  if (after.type !== before.type && !widened) return `is of the type ${after.type} instead of ${before.type}`;
  return after.derived && !before.derived ? 'is derived from the pull request' : null;
}

/** Facts without which nothing is decided any more, and facts of guarded work that may not be given as before. */
export function stopsByFact(context: RuleContext): readonly Stop[] {
  const { base, head } = context;
  const cells = guardedCells(context);
  if (cells.length === 0) return [];
  const before = base.allocation.facts;
  const required = [...head.allocation.facts.values()]
    .filter((fact) => fact.required && before.get(fact.name)?.required !== true)
    .map(({ name }): Stop => {
      const message = `The fact ${name} becomes required: every job that does not give it is refused, those of ${agentsOf(cells)} among them.`;
      return { message, at: head.allocation.at(['facts', name, 'required']) };
    });
  // The facts of floors are judged by HF120.
  const asked = new Set<FactName>(
    cells.flatMap((cell) => cell.before.upgrades.flatMap(({ condition }) => condition.facts)),
  );
  const refused = [...asked].flatMap((name): readonly Stop[] => {
    const declared = before.get(name);
    const why = declared === undefined ? null : refusalOf(declared, head.allocation.facts.get(name));
    if (why === null) return [];
    const speaking = cells.filter((cell) =>
      cell.before.upgrades.some(({ condition }) => condition.facts.includes(name)),
    );
    const message = `The fact ${name} ${why}: the jobs of ${agentsOf(speaking)} that give it, as on the base, are refused.`;
    return [{ message, at: head.allocation.at(['facts', name]) }];
  });
  return [...required, ...refused];
}
