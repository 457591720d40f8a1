import { parse } from 'shell-quote';

/**
 * The words of `claude_args` as claude-code-action makes them: lines of comments away, then shell-quote. Words that are
 * not text, such as operators, it drops.
 */
export function wordsOf(claudeArgs: string): string[] {
  const lines = claudeArgs.split('\n').filter((line) => !line.trim().startsWith('#'));
  return parse(lines.join('\n')).filter((word) => typeof word === 'string');
}

/** The value of a flag; the last one counts. */
export function flagOf(claudeArgs: string, flag: string): string | null {
  const words = wordsOf(claudeArgs);
  const at = words.lastIndexOf(flag);
  return at === -1 ? null : (words[at + 1] ?? null);
}
