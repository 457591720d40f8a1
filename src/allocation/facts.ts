import { type Problem, UserError } from '../errors.ts';
import type { Allocation, FactDeclaration } from './allocation.ts';
import type { Facts, FactValue } from './condition.ts';
import { type FactName, type FactType, isFactName } from './names.ts';
import { suggestion } from './nearest.ts';

/** How hard a change is: `S`, `M` or `L`. */
export const COMPLEXITY = 'complexity' as FactName;

/** What can be derived from a pull request, and its type. */
export const DERIVED_FACTS: ReadonlyMap<string, FactType> = new Map<string, FactType>([
  ['lines_changed', 'integer'],
  ['lines_added', 'integer'],
  ['lines_deleted', 'integer'],
  ['files_changed', 'integer'],
  [COMPLEXITY, 'string'],
  ['labels', 'list'],
  ['draft', 'boolean'],
  ['fork', 'boolean'],
  ['base_branch', 'string'],
  ['head_branch', 'string'],
]);

/** A count that is larger than any limit: what a diff that was cut off counts as. */
export const BEYOND_ANY_LIMIT = Number.MAX_SAFE_INTEGER;

/** The fact that makes work security-critical. */
export const SECURITY_CRITICAL = 'security_critical' as FactName;

const NAMES: Record<FactType, string> = {
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  string: 'a string',
  list: 'a list of strings',
};

/** A value as a fact of this type; null when it is none. */
export function readFact(value: unknown, type: FactType): FactValue | null {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
    case 'string':
      return typeof value === 'string' ? value : null;
    case 'list': {
      if (!Array.isArray(value)) return null;
      const words = value.filter((item): item is string => typeof item === 'string');
      return words.length === value.length ? words : null;
    }
  }
}

/** The derived facts that the allocation's conditions can ask for: declared `from: pull_request`. */
export function wantedDerived(allocation: Allocation): readonly FactName[] {
  return [...allocation.facts.values()].filter((fact) => fact.derived).map((fact) => fact.name);
}

/**
 * The facts of one task: those `given` (the `task` option, as parsed JSON), checked against their declarations, and
 * those `derived` from a pull request, null where there is none. On a pull request a derived fact cannot be given, and
 * need not be known. A declared fact that nothing gives is left out.
 * Throws `UserError` with every unknown name, wrong type, forged derived fact and missing required fact.
 */
export function readFacts(
  allocation: Allocation,
  given: unknown,
  derived: ReadonlyMap<string, FactValue> | null,
): Facts {
  const problems: Problem[] = [];
  const say = (what: string, fix: string | null = null): void => {
    problems.push({ what, file: 'task', line: null, column: null, fix });
  };
  const facts = new Map<FactName, FactValue>();
  if (given !== null && (typeof given !== 'object' || Array.isArray(given))) {
    throw new UserError([
      {
        what: 'The task facts are not a JSON object.',
        file: 'task',
        line: null,
        column: null,
        fix: 'Write {"lines_changed": 12}.',
      },
    ]);
  }
  for (const [name, value] of Object.entries(given ?? {})) {
    const declaration = isFactName(name) ? allocation.facts.get(name) : undefined;
    if (declaration === undefined) {
      say(`The fact ${name} is not declared.`, suggestion(name, [...allocation.facts.keys()]));
    } else if (declaration.derived && derived !== null) {
      say(`The fact ${name} is derived from the pull request and cannot be set.`, 'Leave it out.');
    } else {
      const typed = readFact(value, declaration.type);
      if (typed === null) say(`The fact ${name} must be ${NAMES[declaration.type]}.`);
      else facts.set(declaration.name, typed);
    }
  }
  for (const declaration of allocation.facts.values()) {
    const value = declaration.derived ? derived?.get(declaration.name) : undefined;
    if (value !== undefined) facts.set(declaration.name, value);
    // What is derived nobody can give: where it is not known, a condition on it is not known either.
    const isOurs = declaration.derived && derived !== null;
    if (declaration.required && !isOurs && !facts.has(declaration.name)) say(missing(declaration));
  }
  if (problems.length > 0) throw new UserError(problems);
  return facts;
}

function missing(declaration: FactDeclaration): string {
  return `The fact ${declaration.name} is required and was not given.`;
}
