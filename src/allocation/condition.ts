import {
  Binary,
  ContextAccess,
  type Expr,
  FunctionCall,
  Grouping,
  IndexAccess,
  Literal,
  Logical,
  Unary,
} from '@actions/expressions/ast';
import * as data from '@actions/expressions/data/index';
import { ExpressionError } from '@actions/expressions/errors';
import { Evaluator } from '@actions/expressions/evaluator';
import { Lexer, type Token } from '@actions/expressions/lexer';
import { Parser } from '@actions/expressions/parser';
import { type FactName, isFactName } from './names.ts';
import { suggestion } from './nearest.ts';

/** The type of a declared fact. A list is a list of strings. */
export type FactType = 'boolean' | 'integer' | 'number' | 'string' | 'list';
export type FactValue = boolean | number | string | readonly string[];
/** The facts that are known of one task. A fact that is not there was not given. */
export type Facts = ReadonlyMap<FactName, FactValue>;

/** A checked condition over declared facts. */
export interface Condition {
  readonly text: string;
  /** The facts it speaks of, in order of first mention. */
  readonly facts: readonly FactName[];
  readonly expression: Expr;
}

/** A mistake in a condition, with its 0-based offset in the condition's text. */
export interface ConditionProblem {
  readonly offset: number;
  readonly what: string;
  readonly fix: string | null;
}

type ValueType = 'boolean' | 'number' | 'string' | 'list';

const FUNCTIONS = ['contains', 'startsWith', 'endsWith'];

class Mistake extends Error {
  readonly offset: number;
  readonly fix: string | null;
  constructor(what: string, offset: number, fix: string | null = null) {
    super(what);
    this.offset = offset;
    this.fix = fix;
  }
}

function offsetOf(token: Token): number {
  return token.range.start.column;
}

/** The first token of an expression, to point at. */
function start(expression: Expr): number {
  if (expression instanceof Literal) return offsetOf(expression.token);
  if (expression instanceof Unary) return offsetOf(expression.operator);
  if (expression instanceof FunctionCall) return offsetOf(expression.functionName);
  if (expression instanceof Binary) return start(expression.left);
  if (expression instanceof Logical) return expression.args[0] === undefined ? 0 : start(expression.args[0]);
  if (expression instanceof Grouping) return start(expression.group);
  if (expression instanceof ContextAccess) return offsetOf(expression.name);
  if (expression instanceof IndexAccess) return start(expression.expr);
  return 0;
}

/**
 * Works out the type of an expression. GitHub's evaluator turns a misspelt name into null and a comparison
 * of a word with a number into false without a word; here both are mistakes.
 */
class Checker {
  readonly #types: ReadonlyMap<FactName, FactType>;
  readonly facts = new Set<FactName>();

  constructor(types: ReadonlyMap<FactName, FactType>) {
    this.#types = types;
  }

  check(expression: Expr): ValueType {
    if (expression instanceof Grouping) return this.check(expression.group);
    if (expression instanceof Literal) return this.#literal(expression);
    if (expression instanceof Unary) {
      this.#expect(expression.expr, 'boolean', '`!`');
      return 'boolean';
    }
    if (expression instanceof Logical) {
      for (const part of expression.args) this.#expect(part, 'boolean', `\`${expression.operator.lexeme}\``);
      return 'boolean';
    }
    if (expression instanceof Binary) return this.#binary(expression);
    if (expression instanceof FunctionCall) return this.#call(expression);
    if (expression instanceof IndexAccess) return this.#fact(expression);
    throw new Mistake('A condition speaks of facts only: task.NAME.', start(expression));
  }

  #expect(expression: Expr, wanted: ValueType, by: string): void {
    const found = this.check(expression);
    if (found !== wanted) {
      throw new Mistake(`${by} needs a ${wanted}, but this is a ${found}.`, start(expression));
    }
  }

  #literal(expression: Literal): ValueType {
    const { literal } = expression;
    if (literal instanceof data.BooleanData) return 'boolean';
    if (literal instanceof data.NumberData) {
      if (Number.isNaN(literal.value)) throw new Mistake('NaN equals nothing.', start(expression));
      return 'number';
    }
    if (literal instanceof data.StringData) return 'string';
    throw new Mistake(
      'null is not a value of any fact.',
      start(expression),
      'A fact that is not given makes the whole condition false.',
    );
  }

  #binary(expression: Binary): ValueType {
    const left = this.check(expression.left);
    const right = this.check(expression.right);
    const operator = expression.operator.lexeme;
    const at = start(expression.left);
    if (left === 'list' || right === 'list') {
      throw new Mistake(`\`${operator}\` cannot compare a list.`, at, "Use contains(task.NAME, 'word').");
    }
    if (left !== right) {
      throw new Mistake(`\`${operator}\` compares a ${left} with a ${right}: that is always false.`, at);
    }
    if (operator !== '==' && operator !== '!=' && left !== 'number') {
      throw new Mistake(`\`${operator}\` compares numbers, but these are ${left}s.`, at);
    }
    return 'boolean';
  }

  #call(expression: FunctionCall): ValueType {
    const name = expression.functionName.lexeme;
    const known = FUNCTIONS.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (known === undefined) {
      throw new Mistake(
        `The function ${name} is not allowed.`,
        start(expression),
        suggestion(name, FUNCTIONS),
      );
    }
    const [subject, word] = expression.args;
    if (subject === undefined || word === undefined) {
      throw new Mistake(`${known} needs two arguments.`, start(expression));
    }
    const type = this.check(subject);
    if (type !== 'string' && !(known === 'contains' && type === 'list')) {
      throw new Mistake(`${known} cannot search a ${type}.`, start(subject));
    }
    this.#expect(word, 'string', known);
    return 'boolean';
  }

  #fact(expression: IndexAccess): ValueType {
    const { expr, index } = expression;
    if (
      !(expr instanceof ContextAccess) ||
      !(index instanceof Literal) ||
      !(index.literal instanceof data.StringData)
    ) {
      throw new Mistake('A condition speaks of facts only: task.NAME.', start(expression));
    }
    const name = index.literal.value;
    const type = isFactName(name) ? this.#types.get(name) : undefined;
    if (type === undefined || !isFactName(name)) {
      throw new Mistake(
        `The fact ${name} is not declared.`,
        offsetOf(index.token),
        suggestion(name, [...this.#types.keys()]),
      );
    }
    this.facts.add(name);
    return type === 'integer' ? 'number' : type;
  }
}

/**
 * Parses and checks an `if:`: GitHub's expression language over `task.*`, without `${{ }}`.
 * Returns the condition, or the first mistake in it.
 */
export function parseCondition(
  text: string,
  types: ReadonlyMap<FactName, FactType>,
): Condition | ConditionProblem {
  try {
    const { tokens } = new Lexer(text).lex();
    const expression = new Parser(tokens, ['task'], []).parse();
    const checker = new Checker(types);
    const type = checker.check(expression);
    if (type !== 'boolean')
      throw new Mistake(`A condition is true or false, but this is a ${type}.`, start(expression));
    return { text, facts: [...checker.facts], expression };
  } catch (error) {
    if (error instanceof Mistake) return { offset: error.offset, what: error.message, fix: error.fix };
    if (error instanceof ExpressionError) {
      return {
        offset: error.pos.column,
        what: error.message,
        fix: 'See docs/allocation.md for what a condition may say.',
      };
    }
    // The library's lexer throws plain errors for words it cannot read.
    if (error instanceof Error && error.name === 'Error')
      return { offset: 0, what: error.message, fix: null };
    throw error;
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
export type Holding = { readonly holds: boolean; readonly unknown: readonly FactName[] };

/** Whether the condition holds. One fact that is not given makes it false as a whole. */
export function evaluate(condition: Condition, facts: Facts): Holding {
  const unknown = condition.facts.filter((name) => !facts.has(name));
  if (unknown.length > 0) return { holds: false, unknown };
  const task = new data.Dictionary();
  for (const name of condition.facts) {
    const value = facts.get(name);
    if (value !== undefined) task.add(name, toData(value));
  }
  const context = new data.Dictionary({ key: 'task', value: task });
  const result = new Evaluator(condition.expression, context).evaluate();
  return { holds: result.kind === data.Kind.Boolean && result.coerceString() === 'true', unknown: [] };
}
