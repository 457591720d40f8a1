import type { CommitId, CommitReader } from '../../git/index.ts';
import type { GithubEvent } from '../../github/event/index.ts';
import type { GateReport } from '../../policy/gate/index.ts';

/**
 * The same report with its places on the author's branch, where they can be edited, wherever the merge that was judged
 * has the same file as the branch. What differs there keeps the merge's commit: its lines are others.
 */
export async function onBranch(
  report: GateReport,
  event: GithubEvent,
  reader: CommitReader,
): Promise<GateReport> {
  if (event.kind !== 'pull_request' || event.mergeCommit === null) return report;
  const { mergeCommit, head } = event;
  const placed = [
    ...report.findings.map(({ file, commit }) => ({ file, commit })),
    ...report.changes.flatMap(({ at }) => (at === undefined ? [] : [at])),
  ];
  const files = new Set(placed.flatMap(({ file, commit }) => (commit === mergeCommit ? [file] : [])));
  const blobAt = async (commit: CommitId, path: string): Promise<string | null> => {
    const found = await reader.file(commit, path);
    return found.kind === 'file' ? found.blob : null;
  };
  const same = new Set<string>();
  for (const file of files) {
    const blob = await blobAt(mergeCommit, file);
    if (blob !== null && blob === (await blobAt(head.sha, file))) same.add(file);
  }
  const moved = <T extends { readonly file: string; readonly commit?: string | null }>(place: T): T =>
    place.commit === mergeCommit && same.has(place.file) ? { ...place, commit: head.sha } : place;
  return {
    ...report,
    findings: report.findings.map(moved),
    changes: report.changes.map((change) =>
      change.at === undefined ? change : { ...change, at: moved(change.at) },
    ),
  };
}
