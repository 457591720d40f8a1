import { FORMS, patternText } from '../../src/allocation/patterns.ts';
import { type GeneratedFile, HEADER, isObject, type NamedSchema } from './schemas.ts';

/*
 * The lines that haiku-first writes itself have one form: every key, sorted, without spaces. An expression judges such a
 * line as strictly as the validator judges what is on it, in a fraction of the time. It may refuse what is right, for
 * then the validator follows; it must never take what that would refuse.
 */

/** Days that every year has. */
const DAY = '(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31';

/** Forms that take what must be escaped in JSON, or what is not kept as it is: the plain ones of their texts. */
const PLAIN: Readonly<Record<string, string>> = {
  instant: `20\\d\\d-(?:${DAY})T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ`,
  workflow: '\\.github/workflows/[ !#-.0-?A-\\[\\]-~]{1,200}\\.ya?ml',
};

/** Members of a list, and facts, in a line that is common. */
const MOST = 50;

function listOf(item: string): string {
  return `(?:${item}(?:,${item}){0,${MOST}})?`;
}

function form(comment: unknown): string {
  return String(comment).replace('form: ', '');
}

function textOf({ $comment, minLength = 0, maxLength }: Readonly<Record<string, unknown>>): string {
  const name = form($comment);
  if (name === 'text') return `[ !#-\\[\\]-~]{${minLength},${maxLength}}`;
  const found = Object.entries(FORMS).find(([each]) => each === name)?.[1];
  if (found === undefined) throw new Error(`the form ${name} is not known`);
  return PLAIN[name] ?? patternText(found).slice(1, -1);
}

/** A whole number with fewer digits than the largest one has. */
function wholeOf({ minimum, maximum }: Readonly<Record<string, unknown>>): string {
  const digits = `[1-9]\\d{0,${String(maximum).length - 2}}`;
  return minimum === 0 ? `(?:0|${digits})` : digits;
}

function numberOf({ minimum, maximum }: Readonly<Record<string, unknown>>): string {
  return minimum === 0 && maximum === 1 ? '(?:0|1|0\\.\\d{1,17})' : '-?(?:0|[1-9]\\d{0,14})(?:\\.\\d{1,15})?';
}

type Caught = readonly string[];

/** A value of one type, and as groups what is wanted of it. */
function ofType(
  type: unknown,
  schema: Readonly<Record<string, unknown>>,
  path: string,
  caught: Caught,
): string {
  const group = (inner: string): string => (caught.includes(path) ? `(${inner})` : `(?:${inner})`);
  const asCaught = (inner: string): string => (caught.includes(path) ? `(${inner})` : inner);
  switch (type) {
    case 'null':
      return 'null';
    case 'boolean':
      return asCaught('true|false');
    case 'integer':
      return group(wholeOf(schema));
    case 'number':
      return group(numberOf(schema));
    case 'string':
      return `"${group(textOf(schema))}"`;
    case 'array':
      return `\\[${listOf(expressionOf(schema.items, '', []))}\\]`;
    case 'object':
      return isObject(schema.properties)
        ? asCaught(`\\{${membersOf(alwaysThere(schema.properties, schema.required), path, caught)}\\}`)
        : group(`\\{${listOf(factOf(schema))}\\}`);
    default:
      throw new Error(`${path} is of no type that an expression can be made of`);
  }
}

function factOf({ propertyNames, additionalProperties }: Readonly<Record<string, unknown>>): string {
  const name = isObject(propertyNames) ? textOf(propertyNames) : '';
  return `"${name}":${expressionOf(additionalProperties, '', [])}`;
}

function expressionOf(schema: unknown, path: string, caught: Caught): string {
  if (!isObject(schema)) throw new Error(`${path} is no schema`);
  if ('const' in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) {
    const words = schema.enum.map((value) => JSON.stringify(value)).join('|');
    return caught.includes(path) ? `"(${words.replaceAll('"', '')})"` : `(?:${words})`;
  }
  return `(?:${[schema.type]
    .flat()
    .map((type) => ofType(type, schema, path, caught))
    .join('|')})`;
}

/** The members that an object cannot do without: a line with another one goes the long way. */
function alwaysThere(
  properties: Readonly<Record<string, unknown>>,
  required: unknown,
): Readonly<Record<string, unknown>> {
  const names: readonly unknown[] = Array.isArray(required) ? required : Object.keys(properties);
  return Object.fromEntries(Object.entries(properties).filter(([name]) => names.includes(name)));
}

/** Members that few lines have: a line with one goes the long way. */
function isRare(schema: unknown): boolean {
  return isObject(schema) && schema.$comment === 'rare';
}

/** Members that a line has only where they say something. */
const OPTIONAL = ['workflow', 'model_id', 'sub_agents'];

/** The members in the order of a line. Each one follows the one before; only those that have no value may be absent. */
function membersOf(properties: Readonly<Record<string, unknown>>, path: string, caught: Caught): string {
  const common = Object.entries(properties).filter(([, schema]) => !isRare(schema));
  const members = common.sort(([a], [b]) => (a < b ? -1 : 1));
  return members
    .map(([name, schema], index) => {
      const member = `${index === 0 ? '' : ','}"${name}":${expressionOf(schema, path === '' ? name : `${path}.${name}`, caught)}`;
      return OPTIONAL.includes(name) ? `(?:${member})?` : member;
    })
    .join('');
}

/**
 * The expression of a schema's lines as a module; `caught` are the fields that its groups hold, in the order of a line.
 * @param where a line alone, or one that begins at a place of a longer text
 */
export function lineExpressionOf(
  path: string,
  name: string,
  { schema }: NamedSchema,
  caught: Caught,
  where: 'alone' | 'in-text' = 'alone',
): GeneratedFile {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const members = `\\{${membersOf(properties, '', caught)}\\}`;
  const { source } = new RegExp(where === 'alone' ? `^${members}$` : `${members}(?![^\\n])`);
  const flags = where === 'alone' ? '' : 'y';
  return {
    path,
    text: `${HEADER}\n/** A line as it is written; its groups: ${caught.join(', ')}. */\nexport const ${name} = /${source}/${flags};\n`,
  };
}
