import type { Secrets } from './masking.ts';
import { printable } from './printable.ts';

/** Where an answer is shown while it comes. It masks and disarms what it shows. */
export interface Progress {
  readonly begin: (title: string) => void;
  readonly text: (piece: string) => void;
  readonly end: () => void;
  /** The answer need not be shown once more: whoever reads it has seen it. */
  readonly seen: boolean;
}

interface ProgressPlace {
  readonly write: (text: string) => void;
  readonly secrets: Secrets;
  /** Whoever reads the answer has seen it then. */
  readonly seen: boolean;
  /** The log of a step, where lines may be commands. */
  readonly inActions: boolean;
}

/**
 * Shows an answer while it comes, line by line: a secret may come in two pieces, and no line may be a command to the
 * runner. It reads `::name::` at the start of a line, spaces aside, and `##[name]` anywhere, so each line gets a mark
 * in front that no command begins with.
 */
export function showProgress({ write, secrets, seen, inActions }: ProgressPlace): Progress {
  let rest = '';
  const show = (line: string): void => {
    const safe = printable(secrets.mask(line));
    write(inActions ? `│ ${safe.replaceAll('##[', '## [')}\n` : `${safe}\n`);
  };
  return {
    seen,
    begin: (title) => {
      const line = printable(secrets.mask(title)).replaceAll('\n', ' ');
      write(inActions ? `::group::${line}\n` : `${line}\n`);
    },
    text: (piece) => {
      // Not split where no line ends: a long line comes in very many pieces, and would be copied for each.
      const lines = piece.includes('\n') ? `${rest}${piece}`.split('\n') : [`${rest}${piece}`];
      rest = lines.pop() ?? '';
      for (const line of lines) show(line);
    },
    end: () => {
      if (rest !== '') show(rest);
      rest = '';
      if (inActions) write('::endgroup::\n');
    },
  };
}
