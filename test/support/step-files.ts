import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a step tells the runner. */
export interface StepFiles {
  /** From GITHUB_OUTPUT. */
  readonly outputs: Readonly<Record<string, string>>;
  /** From GITHUB_STATE: what the post step of this step is told. */
  readonly state: Readonly<Record<string, string>>;
  /** The job summary, as markdown. */
  readonly summary: string;
}

/** Lays the files of a step into a folder. `read` is for when it has ended. */
export function layStepFiles(folder: string): { readonly env: Record<string, string>; read(): StepFiles } {
  const file = (name: string): string => {
    const path = join(folder, name);
    writeFileSync(path, '');
    return path;
  };
  const [output, state, summary] = [file('output'), file('state'), file('summary.md')];
  return {
    env: { GITHUB_OUTPUT: output, GITHUB_STATE: state, GITHUB_STEP_SUMMARY: summary },
    read: () => ({
      outputs: fileCommands(readFileSync(output, 'utf8')),
      state: fileCommands(readFileSync(state, 'utf8')),
      summary: readFileSync(summary, 'utf8'),
    }),
  };
}

/** Reads a file of file commands the way the runner does: `name<<delimiter`, lines, delimiter. */
function fileCommands(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const heredoc = /^([^=]*?)<<(.+)$/.exec(line);
    if (heredoc !== null) {
      const end = lines.indexOf(heredoc[2] ?? '', at + 1);
      if (end === -1) throw new Error(`no end of ${heredoc[1]}`);
      found[heredoc[1] ?? ''] = lines.slice(at + 1, end).join('\n');
      at = end;
      continue;
    }
    const equals = line.indexOf('=');
    if (equals === -1) throw new Error(`neither name=value nor name<<end: ${line}`);
    found[line.slice(0, equals)] = line.slice(equals + 1);
  }
  return found;
}
