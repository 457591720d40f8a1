export type { Attempts, AttemptWeek, Later, Unassigned } from './attempts.ts';
export { AttemptTable, attemptsOf } from './attempts.ts';
export type { Reading } from './records.ts';
