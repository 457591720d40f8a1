export { type AgentsVersion, driftMadeBy } from './change.ts';
export type { AgentsSeen, Drift, DriftKind, UnreadFile } from './drift.ts';
export { type AgentFile, type FrontMatter, readFrontMatter } from './front-matter.ts';
export {
  type InStep,
  inStep,
  isInStep,
  type Judging,
  type ModelWritten,
  type WantedModel,
  wantedOf,
} from './in-step.ts';
export { definingFiles, driftOf, remarksOn } from './judge.ts';
export { keepsRank, type Meaning, meaningOf, spelled } from './meaning.ts';
export { withModel } from './model-line.ts';
export { MEMORY_FILES, SECTION, type SectionReading, sectionIn, withSection } from './section.ts';
