export { keptBecause } from './append.ts';
export { chartPath } from './charts.ts';
export type { Token } from './credentials.ts';
export type { LedgerEntry, LineReader } from './entry.ts';
export { instantOf, readEnvelope } from './entry.ts';
export type { BatchSource } from './layout.ts';
export type { LedgerPatience } from './publish.ts';
export { LEDGER_PATIENCE } from './publish.ts';
export type { Hurry, LedgerContents } from './read.ts';
export type { Ledger } from './store.ts';
export { LEDGER_BRANCH, openLedger } from './store.ts';
export type { Sink } from './stream.ts';
export { weekSpan } from './weeks.ts';

/** What reads the files beside a ledger: loaded only by a report over many, and in no other command's way. */
export const besideLedger = () => import('./beside.ts');
