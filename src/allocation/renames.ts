import type { Allocation } from './allocation.ts';
import type { Exceptions } from './exceptions.ts';

/** The present name of an agent that is called so, or was; the name itself where there is none. */
export type PresentName = (name: string) => string;

/** Null where no agent was ever renamed: most files. */
export function presentNames({ agents }: Pick<Allocation, 'agents'>): PresentName | null {
  const names = new Map<string, string>(
    [...agents.values()].flatMap(({ name, renamedFrom }) =>
      renamedFrom.map((former) => [former, name] as const),
    ),
  );
  return names.size === 0 ? null : (name) => names.get(name) ?? name;
}

/** Things that were said of agents, each under the name that its agent has now. */
export function underPresentNames<T extends { readonly agent: string | null }>(
  items: readonly T[],
  allocation: Pick<Allocation, 'agents'>,
): readonly T[] {
  const present = presentNames(allocation);
  if (present === null) return items;
  return items.map((item) => (item.agent === null ? item : { ...item, agent: present(item.agent) }));
}

/** The exceptions, each for the agent that was meant: one that was granted under a former name goes on. */
export function exceptionsOf(exceptions: Exceptions, allocation: Pick<Allocation, 'agents'>): Exceptions {
  const present = presentNames(allocation);
  if (present === null) return exceptions;
  const entries = exceptions.entries.map((entry) =>
    entry.kind === 'cell' ? { ...entry, agent: present(entry.agent) } : entry,
  );
  return { ...exceptions, entries };
}
