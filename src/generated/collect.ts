// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * The answer of `haiku-first collect --json`. Members may be added under the same version.
 */
export interface CollectDocument {
  schema: 'haiku-first/collect@1';
  run: {
    id: string;
    attempt: number;
  };
  /**
   * How many artifacts of usage the run has.
   */
  artifacts: number;
  /**
   * False for runs of forks and of Dependabot: their records are shown and never written.
   */
  counted: boolean;
  why_not_counted: string | null;
  dry_run: boolean;
  written: number;
  /**
   * Records that the ledger had already.
   */
  duplicates: number;
  /**
   * Every record that agrees with what GitHub says of the run, each as usage-record.schema.json describes it.
   */
  records: {}[];
  /**
   * What was not taken, and why.
   */
  refused: {
    artifact: string;
    why: string;
  }[];
}
