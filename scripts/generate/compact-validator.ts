/**
 * What ajv writes is made to be compiled once and called often. Ours is read by Node at every start, so what nothing
 * reads is left out of it, and what it repeats is said once.
 */

/** Keywords that say something to people, or to the generator of types. */
const WORDS = new Set(['description', 'title', 'tsType', '$comment']);

/** Keywords whose keys are names of data or of definitions. */
const NAMES = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);

/** The schema without what only people read. */
export function withoutWords<Schema>(schema: Schema): Schema {
  const clone = structuredClone(schema);
  strip(clone, false);
  return clone;
}

function strip(value: unknown, isNames: boolean): void {
  if (Array.isArray(value)) for (const each of value) strip(each, false);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inside] of Object.entries(value)) {
      if (!isNames && WORDS.has(key)) Reflect.deleteProperty(value, key);
      else if (isNames || !['enum', 'const', 'default'].includes(key))
        strip(inside, !isNames && NAMES.has(key));
    }
}

/** An error and its way into the list; ajv writes some parameters on lines of their own, and none within an `if`. */
const ERROR =
  /^const (err\d+) = (\{[^;]*?\});\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}$/gm;
/** What `SchemaError` does not have. */
const UNREAD = /schemaPath:(?:[\w$]+\+)?"(?:[^"\\]|\\.)*",|,propertyName:\w+(?=\}\);$)/gm;

const FIELDS = /vErrors = and\(vErrors, \{instancePath(?::([^;]*?))?,keyword:("[\w ]+"),params:([^;]*)\}\);/g;

/** Of what a validator is called with beside the data, ours read the place alone: no schema of ours has `$data` or `$dynamicRef`. */
const CALLED_WITH = /\{instancePath(?::([^;{}]*?))?,parentData[:,][^;{}]*rootData,dynamicAnchors\}/g;
const PARAMETERS = '{instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}';

/** What was looked at, for `unevaluatedProperties`, which no schema of ours has. */
const EVALUATED =
  /^const (evaluated\d+) = \w+\.evaluated;\nif\(\1\.dynamicProps\)\{\n\1\.props = undefined;\n\}\nif\(\1\.dynamicItems\)\{\n\1\.items = undefined;\n\}\n|^evaluated\d+\.props = \w+;\n|^\w+\.evaluated = \{.*\};\n/gm;

/** The parts of a schema that the code reads, in place of the schema: of an object that is only asked for keys, those. */
function withParts(code: string): string {
  const schemas = new Map(
    [...code.matchAll(/^const (schema\d+) = (.*);$/gm)].map(([, name, text]) => [
      name,
      JSON.parse(text ?? ''),
    ]),
  );
  return code.replace(
    /(\w+\.call\()?\b(schema\d+)((?:\.\w+)+)/g,
    (_, call: string | undefined, name: string, path: string) => {
      const part = path
        .slice(1)
        .split('.')
        .reduce((value, key) => value[key], schemas.get(name));
      if (call === undefined) return JSON.stringify(part);
      return `${call}${JSON.stringify(Object.fromEntries(Object.keys(part).map((key) => [key, 0])))}`;
    },
  );
}

/** Throws where ajv no longer writes what is expected here. */
export function compacted(code: string): string {
  const short = withParts(code)
    .replace(ERROR, 'vErrors = and(vErrors, $2);')
    .replace(UNREAD, '')
    .replace(FIELDS, (_, place: string | undefined, keyword: string, params: string) =>
      ['vErrors = and(vErrors', place ?? 'instancePath', keyword, `${params});`].join(', '),
    )
    .replaceAll(/(\w+)\.replace\(\/~\/g, "~0"\)\.replace\(\/\\\/\/g, "~1"\)/g, 'escaped($1)')
    .replace(EVALUATED, '')
    .replace(CALLED_WITH, (_, place: string | undefined) => place ?? 'instancePath')
    .replaceAll(PARAMETERS, 'instancePath=""');
  const left = /^.*(?:const err\d|schemaPath|evaluated|parentData|rootData).*$/m.exec(short)?.[0];
  if (left !== undefined) throw new Error(`ajv writes otherwise than expected: ${left}`);
  return `${short}\nfunction and(errors, instancePath, keyword, params){\nconst error = {instancePath, keyword, params};\nif(errors === null) return [error];\nerrors.push(error);\nreturn errors;\n}\nfunction escaped(key){\nreturn key.replace(/~/g, "~0").replace(/\\//g, "~1");\n}\n`;
}
