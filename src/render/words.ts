import type { Counterexample, FoundFloor, Severity } from '../policy/gate/index.ts';
import { count } from './figures.ts';
import { visible } from './visible.ts';

/** Names that one sentence has. */
const NAMED = 3;

/** What of a floor's reason is quoted. */
export const REASON = 200;

/** `SECURITY/EXEC`, or the half that is known; null when none is. */
export function cellName(agent: string, phase: string | null): string;
export function cellName(agent: string | null, phase: string | null): string | null;
export function cellName(agent: string | null, phase: string | null): string | null {
  if (agent === null) return phase;
  return phase === null ? agent : `${agent}/${phase}`;
}

/** The counterexample with its situation: `SECURITY in EXEC: opus → sonnet, floor opus (zone GREEN)`. */
export function counterexampleText(example: Counterexample): string {
  return example.situation.length === 0 ? example.text : `${example.text} (${example.situation.join(', ')})`;
}

/** `security-always-opus, allocation.yaml:150, because "a missed threat costs more than any review"`. */
export function floorText({ id, because, file, line }: FoundFloor): string {
  return `${id}, ${file}:${line}${because === null ? '' : `, because "${visible(because, REASON)}"`}`;
}

/** `1 error, 0 warnings`: how many there are of a severity. */
export function tallyText(of: (severity: Severity) => number): string {
  return `${count(of('error'), 'error')}, ${count(of('warning'), 'warning')}`;
}

/** `12,345 situations tried`. */
export function situationsText(situations: number): string {
  return `${count(situations, 'situation')} tried`;
}

/** `A`, `A and B`, `A, B, C and 3 others`. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMED);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${count(rest, 'other')}`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
