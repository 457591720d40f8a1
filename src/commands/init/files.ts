import { basename } from 'node:path';
import type { AllocationDraft } from '../../allocation/draft/index.ts';
import type { Phase } from '../../allocation/names.ts';
import { FORMS } from '../../allocation/patterns.ts';
import type { InitDocument } from '../../generated/init.ts';
import { count } from '../../render/figures.ts';
import { type ActionReference, scaffoldWorkflows, withOwners } from '../../render/init/index.ts';
import { type Surroundings, standingAt } from './found.ts';
import type { WantedFile } from './write.ts';

export const ALLOCATION = 'allocation.yaml';
/** Where GitHub looks, in its order. */
const OWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

type PlannedFile = InitDocument['files'][number];

/** Files that are made, changed or left, one after the other. */
export class PlannedFiles {
  readonly files: PlannedFile[] = [];
  readonly wanted: WantedFile[] = [];
  readonly left: InitDocument['left'] = [];
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  leave(file: string, why: string): void {
    this.left.push({ file, why });
  }

  /** A new file. One that is there already is never overwritten. */
  create(path: string, what: string, text: string, otherwise: string): void {
    const now = standingAt(this.#root, path);
    if (now.kind === 'other') this.leave(path, `${now.why}: left as it is`);
    else if (now.kind === 'absent') {
      this.files.push({ path, action: 'create', what, text });
      this.wanted.push({ path, text, before: null });
    } else if (Buffer.from(now.bytes).equals(Buffer.from(text)))
      this.files.push({ path, action: 'same', what: 'is there already', text });
    else this.leave(path, otherwise);
  }

  change(path: string, what: string, text: string, before: Uint8Array): void {
    this.files.push({ path, action: 'change', what, text });
    this.wanted.push({ path, text, before });
  }
}

/** The draft, and the sub-agents that it cannot name. */
export function addAllocation(files: PlannedFiles, draft: AllocationDraft, phases: readonly Phase[]): void {
  const now = draft.agents.filter(({ later }) => !later).length;
  const later = draft.agents.length - now;
  const more = later === 0 ? '' : `, ${later} more as a comment`;
  files.create(
    ALLOCATION,
    `${count(now, 'agent')}${more}, ${count(phases.length, 'phase')}, budget: observe`,
    draft.text,
    'is there already, and left as it is; haiku-first agents --check compares it with the sub-agents',
  );
  for (const { name, file, floor } of draft.unnamed) {
    const lost = floor === null ? '' : `, and no floor covers it though its name says "${floor}"`;
    files.leave(
      file,
      `its name ${JSON.stringify(name)} cannot stand in an allocation${lost}: rename it, as ${FORMS.name.words.replace(/^a name: /, '')}`,
    );
  }
}

/** Lines for the CODEOWNERS that GitHub reads. */
export function addOwners(files: PlannedFiles, root: string, owner: string | null): void {
  const places = OWNERS.map((path) => ({ path, now: standingAt(root, path) }));
  const { path, now } = places.find((each) => each.now.kind !== 'absent') ?? {
    path: OWNERS[0] ?? '',
    now: { kind: 'absent' as const },
  };
  if (now.kind === 'other') {
    files.leave(path, `${now.why}: left as it is`);
    return;
  }
  const bytes = now.kind === 'file' ? now.bytes : null;
  const before = bytes === null ? null : textOf(bytes);
  if (bytes !== null && before === null) {
    files.leave(path, 'is no text in UTF-8: left as it is');
    return;
  }
  const owned = withOwners(before, owner);
  if (owned === null) {
    files.files.push({ path, action: 'same', what: 'names the files already', text: before ?? '' });
    return;
  }
  const who = owner === null ? 'as comments, for want of a remote' : `who reviews them: @${owner}`;
  const what = `${count(owned.lines, 'line')}: ${who}`;
  if (bytes === null) files.create(path, what, owned.text, '');
  else files.change(path, what, owned.text, bytes);
}

function textOf(bytes: Uint8Array): string | null {
  try {
    // A mark at the beginning stays where it is.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The workflows that nothing here does the work of yet. */
export function addWorkflows(
  files: PlannedFiles,
  { workflows }: Surroundings,
  reference: ActionReference,
): void {
  const own = scaffoldWorkflows(reference, []).map(({ path }) => path);
  const agents = workflows
    .filter(({ path, startsClaude, name }) => startsClaude && !own.includes(path) && !name.includes('${{'))
    .map(({ name }) => name);
  for (const { path, what, text, marks } of scaffoldWorkflows(reference, agents)) {
    const other = workflows.find(
      (each) => !own.includes(each.path) && marks.every((mark) => mark.test(each.text)),
    );
    if (other !== undefined)
      files.leave(other.path, `does what ${basename(path)} would do: that is not added`);
    else files.create(path, what, text, 'is there already, with other text: left as it is');
  }
}
