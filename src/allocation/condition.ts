import type { Expr } from '@actions/expressions/ast';
import * as data from '@actions/expressions/data/index';
import { Evaluator } from '@actions/expressions/evaluator';
import { Lexer } from '@actions/expressions/lexer';
import { Parser } from '@actions/expressions/parser';
import { ConditionChecker } from './condition-check.ts';
import { mistakeOf } from './condition-mistake.ts';
import type { FactName, FactType } from './names.ts';

export type FactValue = boolean | number | string | readonly string[];
/** The facts that are known of one task. A fact that is not there was not given. */
export type Facts = ReadonlyMap<FactName, FactValue>;

/** A checked condition over declared facts. */
export interface Condition {
  /** On one line. */
  readonly text: string;
  /** The facts it speaks of, in order of first mention. */
  readonly facts: readonly FactName[];
  readonly expression: Expr;
}

/** A mistake in a condition, with its 0-based offset in the condition's text. */
interface ConditionProblem {
  readonly offset: number;
  readonly what: string;
  readonly fix: string | null;
}

/**
 * Parses and checks an `if:`: GitHub's expression language over `task.*`, without `${{ }}`. A line break counts as
 * a space. Returns the condition, or the first mistake in it.
 */
export function parseCondition(
  text: string,
  types: ReadonlyMap<FactName, FactType>,
): Condition | ConditionProblem {
  // The lexer counts columns from the line's start, and loses count in texts over several lines.
  const line = text.replace(/[\r\n]/g, ' ');
  if (line.trim() === '') return { offset: 0, what: 'The condition is empty.', fix: 'Write task.NAME.' };
  try {
    const { tokens } = new Lexer(line).lex();
    const expression = new Parser(tokens, ['task'], []).parse();
    const checker = new ConditionChecker(types);
    checker.checkCondition(expression);
    return { text: line.trim(), facts: [...checker.facts], expression };
  } catch (error) {
    const mistake = mistakeOf(error, line, [...types.keys()]);
    if (mistake === null) throw error;
    return { offset: mistake.offset, what: mistake.message, fix: mistake.fix };
  }
}

function toData(value: FactValue): data.ExpressionData {
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'string') return new data.StringData(value);
  const list = new data.Array();
  for (const item of value) list.add(new data.StringData(item));
  return list;
}

/** `unknown` names the facts that were not given: the condition then counts as false. */
type Holding = { readonly holds: boolean; readonly unknown: readonly FactName[] };

/** Whether the condition holds. One fact that is not given makes it false as a whole. */
export function evaluateCondition(condition: Condition, facts: Facts): Holding {
  const unknown = condition.facts.filter((name) => !facts.has(name));
  if (unknown.length > 0) return { holds: false, unknown };
  const task = new data.Dictionary();
  for (const name of condition.facts) {
    const value = facts.get(name);
    if (value !== undefined) task.add(name, toData(value));
  }
  const context = new data.Dictionary({ key: 'task', value: task });
  const result = new Evaluator(condition.expression, context).evaluate();
  return { holds: result instanceof data.BooleanData && result.value, unknown: [] };
}
