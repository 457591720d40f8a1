import type { SchemaError, ValidateFunction } from '../../generated/validate-function.ts';

/**
 * What a schema of ours may say; `scripts/generate.ts` takes no other keyword. A validator that is written out for a
 * schema is ten times as long, and Node would read it at every start to call it once: so the schemas that every start
 * needs are followed as they stand.
 */
export interface CheckedSchema {
  readonly $defs?: Readonly<Record<string, CheckedSchema>>;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly if?: CheckedSchema;
  readonly then?: CheckedSchema;
  readonly else?: CheckedSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Of scalars. */
  readonly uniqueItems?: boolean;
  readonly items?: CheckedSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly propertyNames?: CheckedSchema;
  readonly properties?: Readonly<Record<string, CheckedSchema | false>>;
  readonly additionalProperties?: CheckedSchema | false;
  readonly default?: unknown;
}

/** What a validator does to the data that it is given, as ajv does it. */
interface Changes {
  /** Fields that are left out get their defaults. */
  readonly fill?: boolean;
  /** Fields that nobody described are taken away, instead of being an error. */
  readonly drop?: boolean;
}

const DEFINITION = '#/$defs/';

/** A validator that follows the schema, which is JSON, and finds what ajv does. */
export function validatorOf<T>(text: string, changes: Changes = {}): ValidateFunction<T> {
  let check: Check | null = null;
  const validate: ValidateFunction<T> = (data): data is T => {
    check ??= new Check(JSON.parse(text), changes);
    validate.errors = check.errorsOf(data);
    return validate.errors.length === 0;
  };
  return validate;
}

type Add = (keyword: string, params: SchemaError['params']) => void;

class Check {
  readonly #schema: CheckedSchema;
  readonly #changes: Changes;
  readonly #patterns = new Map<string, RegExp>();

  constructor(schema: CheckedSchema, changes: Changes) {
    this.#schema = schema;
    this.#changes = changes;
  }

  errorsOf(data: unknown): readonly SchemaError[] {
    return this.#errors(this.#schema, data, '');
  }

  #errors(schema: CheckedSchema, data: unknown, at: string): SchemaError[] {
    const found: SchemaError[] = [];
    this.#any(schema, data, at, found);
    return found;
  }

  #any(schema: CheckedSchema | false, data: unknown, at: string, found: SchemaError[]): void {
    const add: Add = (keyword, params) => {
      found.push({ instancePath: at, keyword, params });
    };
    if (schema === false) {
      add('false schema', {});
      return;
    }
    const { $ref: ref, type, const: only, enum: values, if: condition } = schema;
    if (type !== undefined && !isOfAny(data, type)) add('type', { type });
    if (typeof data === 'number' && Number.isFinite(data)) ofNumber(schema, data, add);
    else if (typeof data === 'string') this.#ofText(schema, data, add);
    if (ref !== undefined) this.#any(this.#definition(ref), data, at, found);
    if (only !== undefined && data !== only) add('const', { allowedValue: only });
    if (values !== undefined && !values.includes(data)) add('enum', { allowedValues: values });
    if (condition !== undefined) {
      const failingKeyword = this.#errors(condition, data, at).length === 0 ? 'then' : 'else';
      const inside = this.#errors(schema[failingKeyword] ?? {}, data, at);
      found.push(...inside);
      if (inside.length > 0) add('if', { failingKeyword });
    }
    if (Array.isArray(data)) this.#ofList(schema, data, at, found, add);
    else if (isMapping(data)) this.#ofMapping(schema, data, at, found, add);
  }

  #definition(ref: string): CheckedSchema {
    return this.#schema.$defs?.[ref.slice(DEFINITION.length)] ?? {};
  }

  #ofText({ minLength, maxLength, pattern }: CheckedSchema, data: string, add: Add): void {
    if (maxLength !== undefined && lengthOf(data) > maxLength) add('maxLength', { limit: maxLength });
    if (minLength !== undefined && lengthOf(data) < minLength) add('minLength', { limit: minLength });
    if (pattern === undefined) return;
    const compiled = this.#patterns.get(pattern) ?? new RegExp(pattern, 'u');
    this.#patterns.set(pattern, compiled);
    if (!compiled.test(data)) add('pattern', { pattern });
  }

  #ofList(schema: CheckedSchema, data: readonly unknown[], at: string, found: SchemaError[], add: Add): void {
    const { minItems, maxItems, uniqueItems, items } = schema;
    if (data.length > (maxItems ?? data.length)) add('maxItems', { limit: maxItems });
    if (data.length < (minItems ?? 0)) add('minItems', { limit: minItems });
    for (const [index, item] of items === undefined ? [] : data.entries())
      this.#any(items ?? {}, item, `${at}/${index}`, found);
    if (uniqueItems) {
      const i = data.findLastIndex((item, index) => index > 0 && data.lastIndexOf(item, index - 1) !== -1);
      if (i !== -1) add('uniqueItems', { i, j: data.lastIndexOf(data[i], i - 1) });
    }
  }

  #ofMapping(schema: CheckedSchema, data: Mapping, at: string, found: SchemaError[], add: Add): void {
    const { propertyNames, properties = {}, additionalProperties, dependentRequired = {} } = schema;
    if (this.#changes.fill) fill(data, properties);
    const keys = Object.keys(data);
    if (keys.length > (schema.maxProperties ?? keys.length))
      add('maxProperties', { limit: schema.maxProperties });
    if (keys.length < (schema.minProperties ?? 0)) add('minProperties', { limit: schema.minProperties });
    for (const missingProperty of schema.required ?? [])
      if (data[missingProperty] === undefined) add('required', { missingProperty });
    for (const key of propertyNames === undefined ? [] : keys) {
      const before = found.length;
      this.#any(propertyNames ?? {}, key, at, found);
      if (found.length > before) add('propertyNames', { propertyName: key });
    }
    const below = (key: string): string => `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    for (const key of additionalProperties === undefined ? [] : keys) {
      if (Object.hasOwn(properties, key)) continue;
      if (additionalProperties === false && this.#changes.drop) Reflect.deleteProperty(data, key);
      else if (additionalProperties === false) add('additionalProperties', { additionalProperty: key });
      else this.#any(additionalProperties ?? {}, data[key], below(key), found);
    }
    for (const [key, inside] of Object.entries(properties))
      if (data[key] !== undefined) this.#any(inside, data[key], below(key), found);
    for (const [property, deps] of Object.entries(dependentRequired)) {
      if (data[property] === undefined) continue;
      for (const missingProperty of deps.filter((each) => data[each] === undefined))
        add('dependentRequired', {
          property,
          missingProperty,
          depsCount: deps.length,
          deps: deps.join(', '),
        });
    }
  }
}

type Mapping = Readonly<Record<string, unknown>>;

function isMapping(data: unknown): data is Mapping {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function fill(data: Mapping, properties: NonNullable<CheckedSchema['properties']>): void {
  for (const [key, inside] of Object.entries(properties))
    if (inside !== false && inside.default !== undefined && data[key] === undefined)
      Reflect.set(data, key, structuredClone(inside.default));
}

function isOfAny(data: unknown, types: string | readonly string[]): boolean {
  return typeof types === 'string' ? isOfType(data, types) : types.some((type) => isOfType(data, type));
}

function isOfType(data: unknown, type: string): boolean {
  switch (type) {
    case 'object':
      return isMapping(data);
    case 'array':
      return Array.isArray(data);
    case 'integer':
      return Number.isInteger(data);
    case 'number':
      return Number.isFinite(data);
    case 'null':
      return data === null;
    default:
      return typeof data === type;
  }
}

/** In characters, of which some are two units. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

function ofNumber(schema: CheckedSchema, data: number, add: Add): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (data > (maximum ?? data)) add('maximum', { comparison: '<=', limit: maximum });
  if (data < (minimum ?? data)) add('minimum', { comparison: '>=', limit: minimum });
  if (exclusiveMaximum !== undefined && data >= exclusiveMaximum)
    add('exclusiveMaximum', { comparison: '<', limit: exclusiveMaximum });
  if (exclusiveMinimum !== undefined && data <= exclusiveMinimum)
    add('exclusiveMinimum', { comparison: '>', limit: exclusiveMinimum });
}
