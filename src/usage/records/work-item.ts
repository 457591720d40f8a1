/** A pull request or an issue, the pieces of work that GitHub numbers. */
interface WorkThread {
  readonly kind: 'pr' | 'issue';
  readonly number: number;
}

const FORM = /^(pr|issue)-([1-9]\d{0,9})$/;

/** The thread that a work item names, `pr-12` or `issue-7`; null for any other piece of work. */
export function threadOf(workItem: string | null): WorkThread | null {
  const [, kind, number] = FORM.exec(workItem ?? '') ?? [];
  return kind === 'pr' || kind === 'issue' ? { kind, number: Number(number) } : null;
}

/** `pr-12`: how a thread is named as a work item. */
export function workItemOfThread({ kind, number }: WorkThread): string {
  return `${kind}-${number}`;
}

/** The number of the pull request that a work item names; null when it names none. */
export function pullRequestOf(workItem: string | null): number | null {
  return numberOf('pr', workItem);
}

/** The number of the issue that a work item names; null when it names none. */
export function issueOf(workItem: string | null): number | null {
  return numberOf('issue', workItem);
}

function numberOf(kind: WorkThread['kind'], workItem: string | null): number | null {
  const thread = threadOf(workItem);
  return thread?.kind === kind ? thread.number : null;
}
