import type { Severity } from '../policy/gate/index.ts';

/** A remark that the platform shows beside a line of a file. Text is data: the surface escapes it. */
export interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** An annotation of the whole run, beside no file. */
export function annotation(severity: Severity, title: string, message: string): Annotation {
  return { severity, title, message, file: null, line: null, column: null };
}
