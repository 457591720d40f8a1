import { FORMS } from '../patterns.ts';

/** An organisation's policy, as `extends` names it: a file of a repository, at one commit. */
export interface PolicyReference {
  readonly owner: string;
  readonly name: string;
  /** In the repository, with forward slashes. */
  readonly path: string;
  /** 40 hexadecimal digits. */
  readonly commit: string;
}

/** Where something stands in a policy. */
export interface PolicyPlace {
  /** `OWNER/REPO/path@SHA`, the commit shortened. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** Reads `OWNER/REPO/path@SHA`; null for anything else, and for a path that no tree has. */
export function parseReference(text: string): PolicyReference | null {
  if (!FORMS.action.pattern.test(text)) return null;
  const at = text.lastIndexOf('@');
  const [owner = '', name = '', ...path] = text.slice(0, at).split('/');
  if ([owner, name, ...path].some((step) => step === '' || step === '.' || step === '..')) return null;
  return { owner, name, path: path.join('/'), commit: text.slice(at + 1) };
}

/** As the file writes it. */
export function referenceText({ owner, name, path, commit }: PolicyReference): string {
  return `${owner}/${name}/${path}@${commit}`;
}

/** The same for people, the commit shortened. */
export function shortReference({ owner, name, path, commit }: PolicyReference): string {
  return `${owner}/${name}/${path}@${commit.slice(0, 12)}`;
}

/** What a text of places adds to the name of a floor or a model; empty for the file's own. */
export function placeText(inherited: PolicyPlace | undefined): string {
  return inherited === undefined ? '' : ` of ${inherited.file}:${inherited.line}`;
}
