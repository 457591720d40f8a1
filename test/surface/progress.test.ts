import { expect, it } from 'vitest';
import { Secrets } from '../../src/surface/masking.ts';
import { showProgress } from '../../src/surface/progress.ts';

function shown(inActions: boolean, pieces: readonly string[], secrets = new Secrets([])): string {
  let out = '';
  const write = (text: string): void => {
    out += text;
  };
  const progress = showProgress({ write, secrets, seen: false, inActions });
  progress.begin('TESTING/EXEC on sonnet');
  for (const piece of pieces) progress.text(piece);
  progress.end();
  return out;
}

it('shows an answer line by line while it comes', () => {
  expect(shown(false, ['One', ' line\nTw', 'o lines'])).toBe('TESTING/EXEC on sonnet\nOne line\nTwo lines\n');
});

it('leaves nothing in the log of a step that is a command to the runner', () => {
  const log = shown(true, ['::error::x\n  ::add-mask::y\n##[group]z\n', 'a\r::stop-commands::t']);
  expect(log.split('\n')).toEqual([
    '::group::TESTING/EXEC on sonnet',
    '│ ::error::x',
    '│   ::add-mask::y',
    '│ ## [group]z',
    '│ a[U+000D]::stop-commands::t',
    '::endgroup::',
    '',
  ]);
});

it('masks a secret that comes in pieces, also one that is learnt on the way', () => {
  const secrets = new Secrets(['planted-secret-1']);
  secrets.learn('planted-secret-2');
  const log = shown(true, ['it is plant', 'ed-secr', 'et-1 and planted-', 'secret-2'], secrets);
  expect(log).toContain('│ it is *** and ***');
});

it('obeys no control character of a terminal', () => {
  expect(shown(false, ['\u001b[2Jgone'])).toContain('[U+001B][2Jgone');
});

it('shows a line of two million characters that comes in small pieces', () => {
  const pieces = Array.from({ length: 200_000 }, () => '0123456789');
  expect(shown(true, pieces)).toHaveLength(
    '::group::TESTING/EXEC on sonnet\n│ \n::endgroup::\n'.length + 2_000_000,
  );
});
