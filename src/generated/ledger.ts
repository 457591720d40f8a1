// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * The answers of `haiku-first ledger import|export|verify|compact|void --json`. Members may be added under the same version.
 */
export type LedgerDocument = Import | Export | Verify | Compact | Void;

interface Import {
  schema: 'haiku-first/ledger-import@1';
  /**
   * Where it was written, in words.
   */
  ledger: string;
  written: number;
  /**
   * Lines that the ledger had already, or that were given twice.
   */
  duplicates: number;
}
interface Export {
  schema: 'haiku-first/ledger-export@1';
  /**
   * Every line: usage records and outcome events.
   */
  entries: {}[];
  problems: Problem[];
}
/**
 * Something that cannot be read; the rest of the ledger can.
 */
interface Problem {
  what: string;
  file: string | null;
  line: number | null;
  column: number | null;
  fix: string | null;
}
interface Verify {
  schema: 'haiku-first/ledger-verify@1';
  ledger: string;
  files: number;
  entries: number;
  duplicates: number;
  /**
   * Ids that appear with different contents; the earliest counts.
   */
  conflicts: string[];
  problems: Problem[];
  /**
   * The branch's commit; null when there is no branch.
   */
  commit: string | null;
}
interface Compact {
  schema: 'haiku-first/ledger-compact@1';
  ledger: string;
  dry_run: boolean;
  months: {
    month: string;
    files: number;
    into: number;
    lines: number;
  }[];
  commit: string | null;
  problems: Problem[];
}
interface Void {
  schema: 'haiku-first/ledger-void@1';
  /**
   * Where it was written, in words.
   */
  ledger: string;
  /**
   * Id of the line that counts no more.
   */
  voided: string;
  /**
   * 0: it was taken back already.
   */
  written: number;
}
