import { printable } from '../surface/printable.ts';

/**
 * Text for the log of a step, in which nothing is a command. Every line of a step's output that begins with `::` is
 * one to the runner, so the runner is told to stop reading them until it meets a token that the text cannot know.
 * `##[` is the older form, which also colours lines; it is taken apart.
 */
export function asLog(text: string, token: string = crypto.randomUUID()): string {
  if (text === '') return '';
  const safe = printable(text).replaceAll('##[', '## [');
  return `::stop-commands::${token}\n${safe}\n::${token}::\n`;
}
