// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/** One breach of a schema, as ajv reports it. */
export interface SchemaError {
  /** JSON pointer into the data. */
  readonly instancePath: string;
  readonly keyword: string;
  /** What the keyword has to say, e.g. `{allowedValues: […]}` for `enum`. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** True when the data fits the schema; otherwise `errors` lists every breach, until the next call. */
export interface ValidateFunction<T = unknown> {
  (data: unknown): data is T;
  errors?: readonly SchemaError[] | null;
}
