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
import { clip } from './clip.ts';
import { FUNCTIONS, Mistake, offsetOf } from './condition-mistake.ts';
import { type FactName, type FactType, isFactName } from './names.ts';
import { suggestion } from './nearest.ts';

type ValueType = 'boolean' | 'number' | 'string' | 'list';

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
export class ConditionChecker {
  readonly #types: ReadonlyMap<FactName, FactType>;
  readonly facts = new Set<FactName>();

  constructor(types: ReadonlyMap<FactName, FactType>) {
    this.#types = types;
  }

  /** Throws `Mistake` for the first one. */
  checkCondition(expression: Expr): void {
    const type = this.#check(expression);
    if (type === 'boolean') return;
    const example = type === 'number' ? 'Compare it: task.NAME > 50.' : 'Compare it, or use contains.';
    throw new Mistake(`A condition is true or false, but this is a ${type}.`, start(expression), example);
  }

  #check(expression: Expr): ValueType {
    if (expression instanceof Grouping) return this.#check(expression.group);
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
    throw new Mistake('A condition may use only facts: task.NAME.', start(expression));
  }

  #expect(expression: Expr, wanted: ValueType, by: string): void {
    const found = this.#check(expression);
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
    const left = this.#check(expression.left);
    const right = this.#check(expression.right);
    const operator = expression.operator.lexeme;
    const at = start(expression.left);
    if (left === 'list' || right === 'list') {
      throw new Mistake(`\`${operator}\` cannot compare a list.`, at, "Use contains(task.NAME, 'word').");
    }
    if (left !== right) {
      const fix =
        left === 'boolean' || right === 'boolean'
          ? 'Write task.NAME for true, !task.NAME for false.'
          : 'Both sides must be of one type.';
      throw new Mistake(`\`${operator}\` compares a ${left} with a ${right}.`, at, fix);
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
      const at = start(expression);
      throw new Mistake(`There is no function \`${clip(name, 40)}\` here.`, at, suggestion(name, FUNCTIONS));
    }
    const [subject, word] = expression.args;
    if (subject === undefined || word === undefined) {
      throw new Mistake(`${known} takes two arguments.`, start(expression));
    }
    const type = this.#check(subject);
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
      throw new Mistake('A condition may use only facts: task.NAME.', start(expression));
    }
    const name = index.literal.value;
    const type = isFactName(name) ? this.#types.get(name) : undefined;
    if (type === undefined || !isFactName(name)) {
      throw new Mistake(
        `The fact ${clip(name)} is not declared.`,
        offsetOf(index.token),
        suggestion(name, [...this.#types.keys()]),
      );
    }
    this.facts.add(name);
    return type === 'integer' ? 'number' : type;
  }
}
