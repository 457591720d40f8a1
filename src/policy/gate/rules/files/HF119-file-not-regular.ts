import { LIMITS } from '../../../../allocation/source.ts';
import type { Found, HeadFile, Rule } from '../../rule.ts';
import { irregularText } from '../../version.ts';

function irregular({ path, state }: HeadFile): readonly Found[] {
  if (state.kind === 'irregular') return [{ message: irregularText(path, state.mode), file: path }];
  if (state.kind === 'absent' || state.bytes.length <= LIMITS.bytes) return [];
  const message = `${path} has ${state.bytes.length} bytes; at most ${LIMITS.bytes} are read.`;
  return [{ message, file: path }];
}

export const fileNotRegular: Rule = {
  id: 'HF119',
  name: 'file-not-regular',
  severity: 'error',
  purpose: 'The allocation or exceptions file is a link, a submodule, executable, or too large.',
  remedy: 'make it a plain, non-executable file of at most 1 MB.',
  breach: false,
  checks: { files: ({ allocation, exceptions }) => [allocation, exceptions].flatMap(irregular) },
};
