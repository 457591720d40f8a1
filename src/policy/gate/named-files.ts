import type { Allocation } from '../../allocation/allocation.ts';
import type { MissingFile } from './rule.ts';

/** Every file of the repository that an allocation names, with what names it. */
export function namedFiles({ agents, deferred, at }: Allocation): readonly MissingFile[] {
  const checks = [...agents.values()].flatMap(({ name, check }): readonly MissingFile[] => {
    const say = (path: string | undefined | null, key: readonly string[]): readonly MissingFile[] =>
      path == null
        ? []
        : [{ path, namedBy: `the check of ${name}`, at: at(['agents', name, 'check', ...key]) }];
    return [
      ...say(check?.schema, ['schema']),
      ...say(check?.command?.file, ['command']),
      ...say(check?.judge?.prompt, ['judge', 'prompt']),
    ];
  });
  const workflows = (deferred?.workflows ?? []).map(({ workflow }, index) => ({
    path: `.github/workflows/${workflow}`,
    namedBy: 'deferred.workflows',
    at: at(['deferred', 'workflows', index, 'workflow']),
  }));
  return [...checks, ...workflows];
}
