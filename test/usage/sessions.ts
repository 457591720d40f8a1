import { readdirSync, readFileSync } from 'node:fs';
import type { MicroUsd } from '../../src/allocation/names.ts';
import { type IsoDate, parseDate } from '../../src/time/week.ts';
import { roundCost } from '../../src/usage/models/cost.ts';
import { findModel } from '../../src/usage/models/models.ts';
import { shippedModels } from '../../src/usage/models/shipped.ts';
import { readUsage } from '../../src/usage/readers/read.ts';
import { readTranscripts, type TranscriptFile } from '../../src/usage/readers/transcript.ts';
import type { Job, Roster } from '../../src/usage/session/attribute.ts';
import { mergeEvidence, type SessionEvidence } from '../../src/usage/session/evidence.ts';
import type { ObservedPart } from '../../src/usage/session/observation.ts';
import { observe, type UsageObservation } from '../../src/usage/session/observation.ts';

/** Real outputs of Claude Code 2.1.330 against a local stand-in for the API; texts masked. */
export const SAMPLES = ['json', 'sub', 'maxturn', 'err404'] as const;
export type Sample = (typeof SAMPLES)[number];

const fixtures = new URL('../fixtures/usage/', import.meta.url);
export const table = shippedModels();

export function day(text: string): IsoDate {
  const parsed = parseDate(text);
  if (parsed === null) throw new Error(`${text} is no date`);
  return parsed;
}

export const today = day('2026-11-23');

export function resultText(sample: Sample): string {
  return readFileSync(new URL(`${sample}/result.json`, fixtures), 'utf8');
}

export interface StoredTranscript {
  readonly agentId: string | null;
  readonly meta: unknown;
  readonly text: string;
}

/** The sample's transcript, the main file first. */
export function transcriptFiles(sample: Sample): readonly StoredTranscript[] {
  const folder = new URL(`${sample}/projects/`, fixtures);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.jsonl'),
  );
  return names
    .sort((a, b) => Number(a.includes('subagents')) - Number(b.includes('subagents')))
    .map((name) => {
      const agentId = /agent-([^/]+)\.jsonl$/.exec(name)?.[1] ?? null;
      const metaFile = new URL(name.replace(/\.jsonl$/, '.meta.json'), folder);
      return {
        agentId,
        meta: agentId === null ? null : JSON.parse(readFileSync(metaFile, 'utf8')),
        text: readFileSync(new URL(name, folder), 'utf8'),
      };
    });
}

export function withLines({ agentId, meta, text }: StoredTranscript): TranscriptFile {
  return { agentId, meta, lines: text.split('\n') };
}

export function only<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined || list.length !== 1) throw new Error(`expected one, got ${list.length}`);
  return first;
}

export function transcriptEvidence(sample: Sample): SessionEvidence {
  return only(readTranscripts(transcriptFiles(sample).map(withLines)));
}

export function resultEvidence(sample: Sample): SessionEvidence {
  return only(readUsage(resultText(sample)));
}

/** Result and transcript together, as a job has them. */
export function wholeEvidence(sample: Sample): SessionEvidence {
  return mergeEvidence(resultEvidence(sample), transcriptEvidence(sample));
}

export function observed(text: string): UsageObservation {
  return observe(only(readUsage(text)), table, today);
}

/** `main claude-opus-5-5 in/out/read/5m/1h cost basis`, for tests that compare at a glance. */
export function partText(part: ObservedPart): string {
  const { input, output, cacheRead, cacheWrite5m, cacheWrite1h } = part.tokens;
  const holder = part.holder.kind === 'agent' ? part.holder.type : part.holder.kind;
  const cost = part.cost === null ? part.basis : `${roundCost(part.cost)} ${part.basis}`;
  return `${holder} ${part.model} ${[input, output, cacheRead, cacheWrite5m, cacheWrite1h].join('/')} ${cost}`;
}

export function partTexts(observation: UsageObservation): readonly string[] {
  return observation.parts.map(partText);
}

export function micro(amount: number): MicroUsd {
  return amount as MicroUsd;
}

export const job: Job = {
  at: '2026-11-23T03:10:41Z',
  repository: 'octo/demo',
  run: { id: '123', attempt: 1, job: 'security' },
  work_item: 'pr-12',
  phase: 'EXEC',
  attempt: 1,
  tier_assigned: 'sonnet',
  model_requested: 'claude-sonnet-5-5',
  escalated_from_model: null,
  escalation_reason: null,
  escalation_trigger: null,
  planned_upgrade: false,
  override: null,
  critical: false,
  trial: null,
  outcome: null,
  quality_score: null,
  zone: 'GREEN',
  zone_forecast: null,
  task: {},
  agent_hash: null,
};

/** TESTING runs the job; sub-agents of type `x` are SECURITY's. */
export const roster: Roster = {
  main: 'TESTING',
  rest: null,
  agentFor: (type) => (type === 'x' ? 'SECURITY' : null),
  cellOf: (agent) => (agent === 'SECURITY' ? { tier: 'opus', model: 'claude-opus-5-5' } : null),
  tierOf: (model) => findModel(table, model)?.line ?? null,
};
