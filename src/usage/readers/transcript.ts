import { isObject } from '../records/fields.ts';
import type { SessionEvidence } from '../session/evidence.ts';
import { transcriptEvidence } from '../transcripts/transcript-evidence.ts';
import { TranscriptReader } from '../transcripts/transcript-reader.ts';
import { MOST_TYPE, textOrNull } from './usage-fields.ts';

/** A file of a session's folder: the main loop's (`agentId` null), or that of a sub-agent with what its meta file says. */
export interface TranscriptFile {
  readonly agentId: string | null;
  /** Parsed `agent-<id>.meta.json`; null where there is none. */
  readonly meta: unknown;
  readonly lines: Iterable<string>;
}

/** The sub-agent's type by its meta file. */
export function typeInMeta(meta: unknown): string | null {
  return isObject(meta) ? textOrNull(meta.agentType, MOST_TYPE) : null;
}

/**
 * Evidence from Claude Code's transcripts that are in memory, one for each session. They hold every request with its
 * final figures and, from 2.1.330 on, the client's sums.
 */
export function readTranscripts(files: Iterable<TranscriptFile>): readonly SessionEvidence[] {
  const reader = new TranscriptReader();
  let file = 0;
  let position = 0;
  for (const { agentId, meta, lines } of files) {
    const bytes = new TextEncoder().encode([...lines].join('\n'));
    reader.begin({ file, position, agentId, agentType: typeInMeta(meta), first: true });
    reader.addLines(bytes, bytes.length, 0);
    file++;
    position += bytes.length + 1;
  }
  return transcriptEvidence(reader).evidence;
}
