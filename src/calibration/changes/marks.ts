import type { IsoWeek } from '../../time/week.ts';
import type { Snooze } from '../rules/index.ts';
import type { Move } from './move.ts';
import { type Note, noteOf } from './note.ts';

/*
 * What a pull request says of itself where people do not see it: which proposals it makes, and which notes it carries on.
 * A closed one is remembered by it.
 */

/** What the names of our branches begin with; behind it stands the week. */
export const PROPOSAL_BRANCHES = 'haiku-first/calibration-';

const PROPOSAL =
  /^<!-- haiku-first:proposal:([a-z-]+):([^@\s]+)@([^:\s]+):([^>\s]+)>([^:\s]+):e([\d.e+]+):n(\d+):([0-9a-f]*) -->$/gm;
const NOTE = /^<!-- haiku-first:note:([0-9A-Za-z%_.~-]+) -->$/gm;

/** The hidden lines of a pull request that makes these moves, by the ledger's commit that they rest on. */
export function marksOf(moves: readonly Move[], commit: string | null): readonly string[] {
  return moves.flatMap(({ kind, agent, phase, from, to, proposal, note }) => [
    ...(proposal === null
      ? []
      : [
          `<!-- haiku-first:proposal:${kind}:${agent}@${phase}:${from}>${to}:e${Math.round(proposal.evidence * 1e6) / 1e6}:n${proposal.counts.n}:${(commit ?? '').slice(0, 12)} -->`,
        ]),
    // Percent signs for all that could end a comment or begin a mention.
    ...(note === null
      ? []
      : [
          `<!-- haiku-first:note:${encodeURIComponent(JSON.stringify(note)).replace(/[!'()*]|--/g, escaped)} -->`,
        ]),
  ]);
}

function escaped(text: string): string {
  return [...text].map((each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`).join('');
}

/** The notes that a pull request carries on. What is none is left out: anybody who may write can change a body. */
export function notesIn(body: string): readonly Note[] {
  return [...body.matchAll(NOTE)].flatMap(([, text = '']) => {
    try {
      const note = noteOf(JSON.parse(decodeURIComponent(text)));
      return note === null ? [] : [note];
    } catch {
      return [];
    }
  });
}

/** What a pull request that a person closed puts off until a week. */
export function snoozesIn(body: string, until: IsoWeek): readonly Snooze[] {
  return [...body.matchAll(PROPOSAL)].flatMap(
    ([, kind = '', agent = '', phase = '', , to = '', evidence = '', n = '']) => {
      const known = (['promote', 'demote', 'trial', 'revert'] as const).find((each) => each === kind);
      return known === undefined
        ? []
        : [{ agent, phase, kind: known, to, until, evidence: Number(evidence), n: Number(n) }];
    },
  );
}
