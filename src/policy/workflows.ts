import type { Finding } from './finding.ts';
import { type RuleId, rule } from './rules.ts';

/** A workflow file that a change touches; null where it does not exist. */
export interface ChangedWorkflow {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A step that runs the gate: our Action by any owner's name, with `command: check`. */
const GATE =
  /haiku-first(?:@|\b)[\s\S]*?\bcommand:\s*['"]?check\b|\bcommand:\s*['"]?check\b[\s\S]*?haiku-first/;

/** A model that is written out instead of taken from `resolve`. */
const BY_HAND = [
  /--model[= ]+(?!\$\{\{)["']?[A-Za-z0-9]/,
  /\bANTHROPIC_(?:[A-Z]+_)*MODEL\b\s*[:=]\s*(?!["']?\$\{\{)["']?[A-Za-z0-9]/,
  /\bCLAUDE_CODE_(?:[A-Z]+_)*MODEL(?:_FORCE)?\b\s*[:=]\s*(?!["']?\$\{\{)["']?[A-Za-z0-9]/,
];

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
    if ([before, after].some((text) => text !== null && GATE.test(text)) && before !== null) {
      const what = after === null ? 'deleted' : 'edited';
      findings.push(make('HF205', path, 1, 1, `The workflow ${path}, which runs this gate, is ${what}.`));
    }
    const known = new Set(find(before).map((each) => each.text));
    for (const { line, column, text } of find(after)) {
      if (!known.has(text))
        findings.push(make('HF206', path, line, column, `${path} sets a model by hand: ${text}…`));
    }
    return findings;
  });
}
