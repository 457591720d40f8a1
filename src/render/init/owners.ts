/** What people are to review: whoever edits it could lower a floor. */
const GUARDED = [
  '/allocation.yaml',
  '/allocation.exceptions.yaml',
  '/.github/workflows/allocation-gate.yml',
] as const;

/** The text of a CODEOWNERS file with lines for our files, and how many they are. */
interface OwnedFiles {
  readonly text: string;
  readonly lines: number;
}

/**
 * Adds owners behind the last line; everything before stays as it is, byte for byte. A path that has a line already
 * gets none; null where all have.
 * @param before null: there is no such file
 * @param owner null: nobody knows, and the lines are comments
 */
export function withOwners(before: string | null, owner: string | null): OwnedFiles | null {
  const text = before ?? '';
  const known = new Set(text.split(/\r?\n/).map((line) => line.replace(/^#\s*/, '').split(/\s/)[0]));
  const missing = GUARDED.filter((path) => !known.has(path));
  if (missing.length === 0) return null;
  const newline = /\r?\n/.exec(text)?.[0] ?? '\n';
  const width = Math.max(...missing.map((path) => path.length));
  const mark = owner === null ? '# ' : '';
  const head =
    owner === null
      ? ['# haiku-first: who reviews which model an agent may use. Write the owners, and take the # away.']
      : [
          `# haiku-first: who reviews which model an agent may use. @${owner} is the account of the remote: an organisation`,
          `# is no owner, so name a team of it there, as @${owner}/TEAM.`,
        ];
  const lines = [...head, ...missing.map((path) => `${mark}${path.padEnd(width)} @${owner ?? 'OWNER'}`)];
  const gap = text === '' ? '' : /\n$/.test(text) ? newline : `${newline}${newline}`;
  return { text: `${text}${gap}${lines.join(newline)}${newline}`, lines: missing.length };
}
