/** The number of the pull request that a work item names; null when it names none. */
export function pullRequestOf(workItem: string | null): number | null {
  return numberAfter('pr-', workItem);
}

/** The number of the issue that a work item names; null when it names none. */
export function issueOf(workItem: string | null): number | null {
  return numberAfter('issue-', workItem);
}

function numberAfter(prefix: string, workItem: string | null): number | null {
  const digits = workItem?.startsWith(prefix) === true ? workItem.slice(prefix.length) : '';
  return /^[1-9]\d{0,9}$/.test(digits) ? Number(digits) : null;
}
