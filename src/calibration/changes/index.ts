export { marksOf, notesIn, PROPOSAL_BRANCHES, snoozesIn } from './marks.ts';
export { type Move, movesOf } from './move.ts';
export { MOST_NOTES, type Note, parseWish, reasonText } from './note.ts';
