import type { Inherit } from '../../allocation/policy/inherit.ts';
import type { Move } from '../../calibration/changes/index.ts';
import { describe, UserError } from '../../errors.ts';
import { type FileState, type GateContext, type GateReport, gate } from '../../policy/gate/index.ts';

/** A change of the allocation. */
export interface Plan {
  readonly moves: readonly Move[];
  /** The file without them. */
  readonly before: string;
  /** The file with all of them. */
  readonly text: string;
  readonly gate: { readonly situations: number; readonly warnings: readonly string[] };
  /** What the gate would refuse, or what cannot be written into the file. */
  readonly refused: readonly { readonly move: Move; readonly why: string }[];
}

interface PlannedFile {
  /** As it is before. */
  readonly text: string;
  readonly exceptions: FileState;
  /** Lays it on the policy that it extends; null: it extends none. */
  readonly inherit: Inherit | null;
}

function fileState(text: string): FileState {
  return { kind: 'file', bytes: new TextEncoder().encode(text) };
}

function errorsOf({ findings, notices, verdict }: GateReport): string | null {
  if (verdict === 'pass') return null;
  const errors = findings.filter(({ severity }) => severity === 'error');
  return [...errors.map(({ rule, message }) => `${rule}: ${message}`), ...notices].join(' ');
}

/**
 * Writes the moves into the file, one after the other, and runs the gate on what comes of each: one that it refuses is
 * left out. What edits the file is loaded only now.
 */
export async function planOf(
  moves: readonly Move[],
  { text, exceptions, inherit }: PlannedFile,
  context: GateContext,
): Promise<Plan> {
  const { editAllocation } = await import('../../allocation/edit/index.ts');
  const version = (content: string) => ({ allocation: fileState(content), exceptions, inherit });
  const judge = (after: string): GateReport =>
    gate([{ subject: 'the proposal', base: version(text), head: version(after) }], context, []);
  const kept: Move[] = [];
  const refused: { move: Move; why: string }[] = [];
  let now = text;
  let report: GateReport | null = null;
  for (const move of moves) {
    try {
      const after = editAllocation(context.allocationFile, now, [move.edit]);
      const judged = judge(after);
      const why = errorsOf(judged);
      if (why !== null) refused.push({ move, why });
      else if (after !== now) {
        kept.push(move);
        [now, report] = [after, judged];
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refused.push({ move, why: error.problems.map(describe).join(' ') });
    }
  }
  const warnings = (report?.findings ?? [])
    .filter(({ severity }) => severity === 'warning')
    .map(({ rule, message }) => `${rule}: ${message}`);
  return {
    moves: kept,
    before: text,
    text: now,
    gate: { situations: report?.situations ?? 0, warnings },
    refused,
  };
}
