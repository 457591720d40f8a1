import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Numbers that look random and are the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const MODELS = ['claude-haiku-5-5', 'claude-sonnet-5-5', 'claude-opus-5-5'] as const;
const WORDS =
  'the test of a cell shows that its floor holds and \\"usage\\": {} is only text here, naïve ✓ '.repeat(12);

/**
 * Writes transcripts as Claude Code does: per session a main file and a sub-agent's, questions, answers of one to
 * three lines with the same id, tool results, and in the sub-agent's file a few repeated lines of the main loop.
 */
export function writeTranscripts(folder: string, lines: number, bytesPerLine: number, seed = 1): number {
  const random = numbers(seed);
  const perFile = 5000;
  let written = 0;
  let bytes = 0;
  for (let session = 0; written < lines; session++) {
    const id = `00000000-0000-4000-8000-${String(session).padStart(12, '0')}`;
    const project = join(folder, 'projects', `-home-runner-work-demo-${session % 7}`);
    mkdirSync(join(project, id, 'subagents'), { recursive: true });
    let repeated = '';
    for (const agent of [null, `a${session}`]) {
      const path = agent === null ? `${id}.jsonl` : join(id, 'subagents', `agent-${agent}.jsonl`);
      const file = openSync(join(project, path), 'w');
      let text = agent === null ? '' : repeated;
      let count = agent === null ? 0 : 1;
      while (count < perFile && written + count < lines) {
        const answer = `msg_${session}_${agent ?? 'main'}_${count}`;
        const fixed = count + session;
        const parts = 1 + Math.floor(random() * 3);
        for (let part = 1; part <= parts; part++) {
          const next = line({ id, agent, answer, part, random, bytesPerLine, count: fixed });
          if (count === 10 && part === 1) repeated = next;
          text += next;
          count++;
        }
        text += userLine({ id, agent, random, bytesPerLine });
        count++;
        if (text.length > 1 << 20) {
          bytes += writeSync(file, text);
          text = '';
        }
      }
      bytes += writeSync(file, text);
      closeSync(file);
      written += count;
      if (written >= lines) break;
    }
  }
  return bytes;
}

interface LineFacts {
  readonly id: string;
  readonly agent: string | null;
  readonly random: () => number;
  readonly bytesPerLine: number;
}

function words(random: () => number, most: number): string {
  const length = Math.floor(most * (0.2 + 1.6 * random()));
  return WORDS.repeat(Math.ceil(length / WORDS.length))
    .slice(0, length)
    .replace(/\\+$/, '');
}

function line(
  facts: LineFacts & { readonly answer: string; readonly part: number; readonly count: number },
): string {
  const { id, agent, answer, part, random, count } = facts;
  const input = 3 + (count % 90);
  const written = (count * 37) % 9000;
  const read = (count * 911) % 150_000;
  const model = MODELS[agent === null ? 1 : (count >> 9) % 3];
  const day = String(1 + ((count >> 11) % 20)).padStart(2, '0');
  const usage = `{"input_tokens":${input},"cache_creation_input_tokens":${written},"cache_read_input_tokens":${read},"cache_creation":{"ephemeral_5m_input_tokens":${written},"ephemeral_1h_input_tokens":0},"output_tokens":${part * 40},"service_tier":"standard"}`;
  const who = agent === null ? '"isSidechain":false' : `"isSidechain":true,"agentId":"${agent}"`;
  const content = words(random, facts.bytesPerLine - 750);
  return `{"parentUuid":"${answer}-p","${who.slice(1)},"userType":"external","cwd":"/home/runner/work/demo/demo","sessionId":"${id}","version":"2.1.330","gitBranch":"main","message":{"model":"${model}","id":"${answer}","type":"message","role":"assistant","content":[{"type":"text","text":"${content}"}],"stop_reason":null,"stop_sequence":null,"usage":${usage}},"requestId":"req_${answer}","type":"assistant","uuid":"${answer}-${part}","timestamp":"2026-11-${day}T0${count % 10}:00:00.000Z"}\n`;
}

function userLine({ id, agent, random, bytesPerLine }: LineFacts): string {
  const who = agent === null ? '"isSidechain":false' : `"isSidechain":true,"agentId":"${agent}"`;
  return `{"parentUuid":"u",${who},"userType":"external","cwd":"/home/runner/work/demo/demo","sessionId":"${id}","version":"2.1.330","type":"user","message":{"role":"user","content":[{"tool_use_id":"toolu_1","type":"tool_result","content":"${words(random, bytesPerLine - 250)}"}]},"uuid":"u","timestamp":"2026-11-02T00:00:00.000Z"}\n`;
}
