import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { isObject, type Json, type JsonObject, step } from './json.ts';

/** Parameters whose values may hold slashes. */
const LONG = ['ref', 'path', 'basehead', 'branch'];

interface Operation {
  readonly id: string;
  readonly pattern: RegExp;
  readonly method: string;
  readonly description: JsonObject;
  readonly pointer: string;
}

/** GitHub's official description of its REST API, to check traffic against. */
export class Description {
  static #shared: Description | undefined;
  readonly #document: Json;
  readonly #ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #operations: readonly Operation[];

  /** Reading and compiling it takes longer than most tests, and it holds no state of theirs. */
  static get shared(): Description {
    Description.#shared ??= new Description();
    return Description.#shared;
  }

  private constructor() {
    const file = new URL('../../fixtures/github/openapi.json', import.meta.url);
    const source: Json = JSON.parse(readFileSync(file, 'utf8'));
    this.#document = toJsonSchema(source);
    this.#ajv.addSchema({ $id: 'github', ...(isObject(this.#document) ? this.#document : {}) });
    this.#operations = operationsOf(step(this.#document, 'paths'));
  }

  /** What is wrong with a request; empty when nothing is. */
  checkRequest(method: string, path: string, query: URLSearchParams, body: Json | undefined): string[] {
    const operation = this.#find(method, path);
    if (operation === null) return [`${method} ${path} is not in the description: see cut-description.ts`];
    const problems = this.#checkQuery(operation, query);
    const content = step(operation.description, 'requestBody', 'content', 'application/json', 'schema');
    if (body !== undefined && content === undefined) problems.push('a body, where none is described');
    if (body !== undefined && content !== undefined) {
      const pointer = `${operation.pointer}/requestBody/content/application~1json/schema`;
      problems.push(...this.#validate(pointer, body), ...this.#unknownKeys(content, body, 'body'));
    }
    if (body === undefined && step(operation.description, 'requestBody', 'required') === true) {
      problems.push('no body');
    }
    return problems.map((problem) => `request ${operation.id}: ${problem}`);
  }

  /** What is wrong with a successful response. Errors are not described well enough to be checked. */
  checkResponse(method: string, path: string, status: number, body: Json | undefined): string[] {
    const operation = this.#find(method, path);
    if (operation === null || status >= 300) return [];
    const response = this.#resolve(step(operation.description, 'responses', String(status)));
    if (response === undefined) return [`response ${operation.id}: status ${status} is not described`];
    if (step(response, 'content', 'application/json', 'schema') === undefined) return [];
    const reference = step(operation.description, 'responses', String(status), '$ref');
    const pointer =
      typeof reference === 'string' ? reference.slice(1) : `${operation.pointer}/responses/${status}`;
    const problems = this.#validate(`${pointer}/content/application~1json/schema`, body ?? null);
    return problems.map((problem) => `response ${operation.id}: ${problem}`);
  }

  #find(method: string, path: string): Operation | null {
    return this.#operations.find((each) => each.method === method && each.pattern.test(path)) ?? null;
  }

  #resolve(value: Json | undefined): Json | undefined {
    const reference = step(value, '$ref');
    return typeof reference === 'string' ? step(this.#document, ...reference.split('/').slice(1)) : value;
  }

  #checkQuery(operation: Operation, query: URLSearchParams): string[] {
    const listed = step(operation.description, 'parameters');
    const parameters = (Array.isArray(listed) ? listed : []).map((each) => this.#resolve(each));
    const known = parameters.filter((each) => step(each, 'in') === 'query').map((each) => step(each, 'name'));
    return [...query.keys()].filter((key) => !known.includes(key)).map((key) => `unknown parameter ${key}`);
  }

  #validate(pointer: string, value: Json): string[] {
    const validate = this.#validators.get(pointer) ?? this.#ajv.compile({ $ref: `github#${pointer}` });
    this.#validators.set(pointer, validate);
    if (validate(value)) return [];
    const errors = validate.errors ?? [];
    return errors
      .slice(0, 5)
      .map((error) => `${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`);
  }

  #unknownKeys(schema: Json | undefined, value: Json, where: string): string[] {
    const resolved = this.#resolve(schema);
    if (Array.isArray(value)) {
      return value.flatMap((each, index) =>
        this.#unknownKeys(step(resolved, 'items'), each, `${where}[${index}]`),
      );
    }
    const properties = step(resolved, 'properties');
    if (!isObject(value) || !isObject(properties)) return [];
    return Object.entries(value).flatMap(([key, each]) =>
      Object.hasOwn(properties, key)
        ? this.#unknownKeys(properties[key], each, `${where}.${key}`)
        : [`unknown key ${where}.${key}`],
    );
  }
}

function operationsOf(paths: Json | undefined): readonly Operation[] {
  if (!isObject(paths)) throw new Error('the description has no paths');
  return Object.entries(paths)
    .sort(([a], [b]) => literals(b) - literals(a))
    .flatMap(([path, methods]) =>
      Object.entries(isObject(methods) ? methods : {}).map(([method, description]) => ({
        id: `${method.toUpperCase()} ${path}`,
        pattern: new RegExp(
          `^${path.replace(/[.+]/g, '\\$&').replace(/\{(\w+)\}/g, (_, name) => (LONG.includes(name) ? '.+' : '[^/]+'))}$`,
        ),
        method: method.toUpperCase(),
        description: isObject(description) ? description : {},
        pointer: `/paths/${path.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/${method}`,
      })),
    );
}

function literals(path: string): number {
  return path.replace(/\{\w+\}/g, '').length;
}

/** OpenAPI 3.0 to JSON Schema: `nullable` becomes a type, and what ajv takes for something else goes. */
function toJsonSchema(value: Json): Json {
  if (Array.isArray(value)) return value.map(toJsonSchema);
  if (!isObject(value)) return value;
  const { nullable, discriminator: _, ...rest } = value;
  const schema = Object.fromEntries(
    Object.entries(rest).map(([key, each]) => [key, key === 'enum' ? each : toJsonSchema(each)]),
  );
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}
