import { isObject } from '../records/fields.ts';
import { noEvidence, type SessionEvidence, type SourceName } from '../session/evidence.ts';
import { jsonValues } from './json-values.ts';
import { readMessages } from './messages.ts';
import { isPlain, readPlain } from './plain.ts';
import { isRequests, readRequests } from './requests.ts';
import { readTranscripts } from './transcript.ts';

const MESSAGE_TYPES: readonly unknown[] = ['system', 'assistant', 'user', 'result', 'rate_limit_event'];

/**
 * What a file says about usage. The format is recognised by its content, whatever its name is. Empty: the text is
 * none of the formats. A file that breaks off gives what it still holds, and says that it is damaged.
 */
export function readUsage(text: string): readonly SessionEvidence[] {
  const found = jsonValues(text);
  if (found === null) return [];
  const { values, array, damaged } = found;
  const [only] = values;
  if (isRequests(only)) return readRequests(only);
  if (!array && values.some(isTranscriptLine)) {
    return readTranscripts([{ agentId: null, meta: null, lines: text.split('\n') }]);
  }
  if (values.some(isMessage)) {
    return readMessages(values, damaged, sourceOf(values, array));
  }
  if (values.some(isPlain)) return [readPlain(values, damaged)];
  if (damaged === 0) return [];
  return [{ ...noEvidence(array ? 'claude-code-execution-file' : 'claude-code-result'), damaged }];
}

function isTranscriptLine(value: unknown): boolean {
  return isObject(value) && typeof value.sessionId === 'string' && typeof value.type === 'string';
}

function isMessage(value: unknown): boolean {
  return isObject(value) && MESSAGE_TYPES.includes(value.type) && typeof value.session_id === 'string';
}

function sourceOf(values: readonly unknown[], array: boolean): SourceName {
  if (array) return 'claude-code-execution-file';
  const results = values.every((value) => isObject(value) && value.type === 'result');
  return results ? 'claude-code-result' : 'claude-code-stream';
}
