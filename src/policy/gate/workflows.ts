import type { Finding } from './finding.ts';
import { type RuleId, rule } from './rules.ts';

/** A workflow file that a change touches; null where it does not exist. */
export interface ChangedWorkflow {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The two marks of a step that runs the gate: our Action by any owner's name, and `command: check`. Looked for one by
 * one: a pattern that spans both would take time squared on a file made for it.
 */
const GATE = [/\bhaiku-first\b/, /\bcommand:\s*['"]?check\b/];

/** A model's name as it is written out: its first 100 characters tell it from any other. */
const NAME = String.raw`(?!["']?\$\{\{)["']?[A-Za-z0-9][\w.@:/-]{0,99}`;
/** A model that is written out instead of taken from `resolve`. */
const BY_HAND = [
  `--model[= ]+${NAME}`,
  String.raw`\bANTHROPIC_(?:[A-Z]+_)*MODEL\b\s*[:=]\s*${NAME}`,
  String.raw`\bCLAUDE_CODE_(?:[A-Z]+_)*MODEL(?:_FORCE)?\b\s*[:=]\s*${NAME}`,
].map((pattern) => new RegExp(pattern));

function runsTheGate(text: string | null): boolean {
  return text !== null && GATE.every((mark) => mark.test(text));
}

function find(
  text: string | null,
): readonly { readonly line: number; readonly column: number; readonly text: string }[] {
  return (text ?? '').split('\n').flatMap((line, index) => {
    if (/^\s*#/.test(line)) return [];
    return BY_HAND.flatMap((pattern) => {
      const match = pattern.exec(line);
      return match === null ? [] : [{ line: index + 1, column: match.index + 1, text: match[0] }];
    });
  });
}

/** HF205 and HF206: changed workflows that run the gate, or set a model past it. Text is searched, never executed. */
export function workflowRules(
  changed: readonly ChangedWorkflow[],
  docs: (id: RuleId) => string,
): readonly Finding[] {
  const make = (id: RuleId, file: string, line: number, column: number, message: string): Finding => ({
    rule: id,
    severity: rule(id).severity,
    message,
    agent: null,
    phase: null,
    file,
    line,
    column,
    docs: docs(id),
    counterexample: null,
  });
  return changed.flatMap(({ path, before, after }) => {
    const findings: Finding[] = [];
    if (before !== null && (runsTheGate(before) || runsTheGate(after))) {
      const what = after === null ? 'deleted' : 'edited';
      findings.push(make('HF205', path, 1, 1, `The workflow ${path}, which runs this gate, is ${what}.`));
    }
    const known = new Set(find(before).map((each) => each.text));
    for (const { line, column, text } of find(after)) {
      if (!known.has(text))
        findings.push(make('HF206', path, line, column, `${path} sets a model by hand: ${text}`));
    }
    return findings;
  });
}
