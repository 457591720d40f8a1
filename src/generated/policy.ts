// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * The answer of `haiku-first policy export --managed-settings --json`. Members may be added under the same version.
 */
export interface PolicyDocument {
  schema: 'haiku-first/policy@1';
  /**
   * What the allocation extends; null: nothing.
   */
  policy: string | null;
  /**
   * A managed-settings.json of Claude Code.
   */
  settings: {};
  /**
   * What the settings hold of the allocation, in sentences.
   */
  holds: string[];
  /**
   * What they cannot hold, in sentences.
   */
  leaves: string[];
}
