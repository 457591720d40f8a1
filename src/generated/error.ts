// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * What a command prints with --json when it could not be done.
 */
export interface ErrorDocument {
  schema: 'haiku-first/error@1';
  /**
   * @minItems 1
   */
  problems: ErrorProblem[];
}
/**
 * One mistake, with the place where it can be fixed.
 */
interface ErrorProblem {
  /**
   * What is wrong, in one sentence.
   */
  what: string;
  /**
   * The file in which it stands.
   */
  file: string | null;
  /**
   * 1-based.
   */
  line: number | null;
  /**
   * 1-based.
   */
  column: number | null;
  /**
   * What to do about it.
   */
  fix: string | null;
}
