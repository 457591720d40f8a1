import type { CellEdit } from '../../allocation/edit/index.ts';
import { type IsoWeek, weekAfter } from '../../time/week.ts';
import type { PlannedCell } from '../cells/index.ts';
import type { Proposal } from '../rules/index.ts';
import type { Note } from './note.ts';

/** A change of one cell that is proposed: on evidence, on a person's note, or on both. */
export interface Move {
  readonly agent: string;
  readonly phase: string;
  readonly kind: 'promote' | 'demote' | 'trial' | 'revert';
  readonly from: string;
  readonly to: string;
  /** Why, in a few words, for the cell and the title. */
  readonly because: string;
  /** Null: nothing but the note asks for it. */
  readonly proposal: Proposal | null;
  readonly note: Note | null;
  readonly edit: CellEdit;
}

/** How long a trial goes on whose end nobody has worked out. */
const TRIAL_WEEKS = 12;
/** A name in the allocation has at most so many characters. */
const MOST_NAME = 64;

function trialName({ agent, phase }: Proposal, week: IsoWeek): string {
  const cell = `${agent}-${phase}`.toLowerCase().slice(0, MOST_NAME - week.length - 1);
  return `${cell}-${week.toLowerCase()}`;
}

function reasonOf({ kind, why, counts, trial }: Proposal): string {
  const runs = `${counts.x} of ${counts.n}`;
  switch (kind) {
    case 'demote':
      return `${runs} runs of the trial ${trial?.id ?? ''} needed rework`;
    case 'revert':
      return why === 'harm' ? `${runs} runs of the trial needed rework` : 'the trial ended without a verdict';
    default:
      return `${runs} runs needed rework`;
  }
}

function editOf(proposal: Proposal, to: string, because: string, effect: IsoWeek): CellEdit | null {
  const { agent, phase, kind, from, trial } = proposal;
  const cell = { agent, phase };
  switch (kind) {
    case 'promote':
    case 'demote':
      // The runs of a trial would not go where the cell goes.
      return { ...cell, tier: to, was: from, since: effect, because, trial: null };
    // The cell goes back to nothing: it keeps its tier, and one that is announced for a later week.
    case 'revert':
      return { ...cell, trial: null };
    case 'trial':
      return {
        ...cell,
        tier: from,
        trial: {
          id: trialName(proposal, effect),
          tier: to,
          share: trial?.share ?? 0.5,
          until: weekAfter(effect, trial?.weeks ?? TRIAL_WEEKS),
        },
      };
    case 'fix-spec':
      return null;
  }
}

function onEvidence(proposal: Proposal, note: Note | null, effect: IsoWeek): Move | null {
  const { agent, phase, kind, from, to } = proposal;
  if (kind === 'fix-spec' || to === null) return null;
  const because = note?.because ?? reasonOf(proposal);
  const edit = editOf(proposal, to, because, effect);
  return edit === null ? null : { agent, phase, kind, from, to, because, proposal, note, edit };
}

/** The move with an economy that is cheaper than where the cell goes, or with none. */
function withEconomy(move: Move, cells: readonly PlannedCell[]): Move {
  const cell = cells.find((each) => isOf(each, move));
  const isMoved = move.kind === 'promote' || move.kind === 'demote';
  return isMoved && cell?.economy != null && cell.economy >= cell.tiers.indexOf(move.to)
    ? { ...move, edit: { ...move.edit, economy: null } }
    : move;
}

function isOf(
  one: { readonly agent: string; readonly phase: string },
  other: { readonly agent: string; readonly phase: string },
): boolean {
  return one.agent === other.agent && one.phase === other.phase;
}

function onNote(note: Note, cell: PlannedCell, effect: IsoWeek): Move | null {
  const { agent, phase, to, because } = note;
  const rank = cell.tiers.indexOf(to);
  if (rank === cell.rank) return null;
  const from = cell.assigned;
  const kind = rank > cell.rank ? 'promote' : 'demote';
  const edit = { agent, phase, tier: to, was: from, since: effect, because, trial: null };
  return { agent, phase, kind, from, to, because, proposal: null, note, edit };
}

/**
 * The changes of the matrix that proposals and notes ask for, in effect from a week on: one of each cell. Where a note
 * and the evidence say the same they are one; where they do not, the person is right. A note that has come true is gone.
 */
export function movesOf(
  proposals: readonly Proposal[],
  notes: readonly Note[],
  cells: readonly PlannedCell[],
  effect: IsoWeek,
): readonly Move[] {
  // The latest note of a cell counts.
  const latest = notes.filter((note, place) => notes.findLastIndex((each) => isOf(each, note)) === place);
  const noted = latest.flatMap((note): readonly Move[] => {
    const cell = cells.find((each) => isOf(each, note));
    if (cell === undefined) return [];
    const same = proposals.find((each) => isOf(each, note) && each.to === note.to && each.kind !== 'trial');
    const move = same === undefined ? onNote(note, cell, effect) : onEvidence(same, note, effect);
    return move === null ? [] : [move];
  });
  const evident = proposals
    .filter((each) => !noted.some((move) => isOf(move, each)))
    .flatMap((each) => onEvidence(each, null, effect) ?? []);
  return [...noted, ...evident].map((move) => withEconomy(move, cells));
}
