import { inMarkdown, markdownLink } from './escape.ts';

/** Where the links of a text lead. */
export interface TextPlace {
  /** Address of the repository, as `https://github.com/octo/demo`; null: there are no links. */
  readonly address: string | null;
  /** `octo/demo`. */
  readonly repository: string;
}

/** Address of a run; null where none is known. Ids come from jobs: only numbers lead anywhere. */
function runAddress(place: TextPlace, run: string | null): string | null {
  return place.address === null || !/^[1-9]\d{0,17}$/.test(run ?? '')
    ? null
    : `${place.address}/actions/runs/${run}`;
}

/** A label that leads to a run. */
export function runLink(label: string, place: TextPlace, run: string | null): string {
  const address = runAddress(place, run);
  return address === null ? inMarkdown(label) : markdownLink(label, address);
}

/** `commit 3f2a91c`, with a link; null for what is no commit. */
export function commitLink({ address }: TextPlace, commit: string | null): string | null {
  if (address === null || !/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit ?? '')) return null;
  return `commit [${commit?.slice(0, 7)}](${address}/commit/${commit})`;
}

/** `#12`, with a link, for `pr-12` and `issue-12`; any other piece of work by its name. */
export function workItemLink(item: string, { address }: TextPlace, length: number): string {
  const [, kind, thread] = /^(pr|issue)-([1-9]\d{0,9})$/.exec(item) ?? [];
  if (thread === undefined || address === null) return inMarkdown(item, length);
  return `[#${thread}](${address}/${kind === 'pr' ? 'pull' : 'issues'}/${thread})`;
}

/** A path, or a branch, as it stands in an address. */
export function inAddress(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD')))
    .join('/')
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}

/** A label that leads to a line of a file at a commit; the label alone where there is none. */
export function lineLink(
  label: string,
  address: string | null,
  { file, line, commit }: { readonly file: string; readonly line: number; readonly commit: string | null },
): string {
  if (address === null || !/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit ?? '')) return inMarkdown(label);
  return markdownLink(label, `${address}/blob/${commit}/${inAddress(file)}#L${line}`);
}
