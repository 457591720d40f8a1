import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FilePart } from '../../../src/job/transcripts/read-part.ts';
import { readParts } from '../../../src/job/transcripts/threads.ts';
import type { SessionEvidence } from '../../../src/usage/session/evidence.ts';
import { observe } from '../../../src/usage/session/observation.ts';
import { transcriptEvidence } from '../../../src/usage/transcripts/transcript-evidence.ts';
import { partTexts, table, today } from '../../usage/sessions.ts';

const STEP = 2000;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'haiku-first-threads-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A session of 400 answers in three lines each, some of a sub-agent, one with searches; a sum in the middle. */
function session(name: string): string {
  const lines: string[] = [];
  for (let answer = 0; answer < 400; answer++) {
    for (let line = 1; line <= 3; line++)
      lines.push(
        JSON.stringify({
          type: 'assistant',
          sessionId: name,
          uuid: `${name}-${answer}-${line}`,
          requestId: `req-${name}-${answer}`,
          ...(answer % 7 === 0 ? { agentId: 'a', attributionAgent: 'x' } : {}),
          timestamp: new Date(Date.UTC(2026, 10, 23, 1, 0, answer)).toISOString(),
          message: {
            id: `msg_${name}_${answer}`,
            model: answer % 5 === 0 ? 'claude-opus-5-5' : 'claude-haiku-5-5',
            stop_reason: 'end_turn',
            usage: {
              input_tokens: answer * 500,
              output_tokens: line * 10,
              ...(answer === 9 ? { server_tool_use: { web_search_requests: 2 } } : {}),
            },
          },
        }),
      );
    if (answer === 200) lines.push(JSON.stringify({ type: 'cost-state', sessionId: name, modelUsage: {} }));
    if (answer === 300) lines.push('{"type":"assistant","usage"');
  }
  return lines.join('\n');
}

const plain = { agentId: null, agentType: null, encoding: 'utf-8' } as const;

function partsOf(paths: readonly string[]): readonly FilePart[] {
  let base = 0;
  return paths.flatMap((path, file) => {
    const { size } = statSync(path);
    const own: FilePart[] = [];
    for (let from = 0; from < size; from += STEP)
      own.push({ ...plain, path, file, from, to: Math.min(size, from + STEP), base });
    base += size;
    return own;
  });
}

function told(evidence: readonly SessionEvidence[]): readonly unknown[] {
  return evidence
    .map((one) => {
      const { damaged, ending, saved, unfinished, requests } = one;
      const parts = [...partTexts(observe(one, table, today))].sort();
      return { session: one.session, parts, damaged, ending, saved, unfinished, answers: requests.length };
    })
    .sort((a, b) => String(a.session).localeCompare(String(b.session)));
}

it('two threads find what one finds, in however many parts', () => {
  const paths = ['a', 'b'].map((name) => {
    const path = join(folder, `${name}.jsonl`);
    writeFileSync(path, session(name));
    return path;
  });
  const whole = paths.map((path, file): FilePart => {
    const { size } = statSync(path);
    const base = file * 1_000_000;
    return { ...plain, path, file, from: 0, to: size, base };
  });
  const alone = told(transcriptEvidence(readParts(whole, 1)).evidence);
  expect(alone).toMatchObject([
    { session: 'a', damaged: 1, ending: 'completed', unfinished: true, answers: 400 },
    { session: 'b', damaged: 1, ending: 'completed', unfinished: true, answers: 400 },
  ]);
  expect(told(transcriptEvidence(readParts(partsOf(paths), 1)).evidence)).toEqual(alone);
  expect(told(transcriptEvidence(readParts(partsOf(paths), 2)).evidence)).toEqual(alone);
  expect(told(transcriptEvidence(readParts(partsOf(paths), 4)).evidence)).toEqual(alone);
});

it('sums of answers that are priced alike come to what each of them comes to', () => {
  const path = join(folder, 'sums.jsonl');
  writeFileSync(path, session('sums'));
  for (const one of transcriptEvidence(readParts(partsOf([path]), 1)).evidence) {
    const sorted = (found: SessionEvidence) => {
      const { parts, ...rest } = observe(found, table, today);
      const key = ({ holder, model }: (typeof parts)[number]): string => JSON.stringify([holder, model]);
      return { ...rest, parts: [...parts].sort((a, b) => key(a).localeCompare(key(b))) };
    };
    const each = sorted({ ...one, requests: [...one.requests] });
    expect(sorted(one)).toEqual(each);
    expect(each.parts.length).toBeGreaterThan(2);
  }
});
