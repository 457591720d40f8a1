import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Allocation } from '../allocation/allocation.ts';
import type { Effort, Rank } from '../allocation/names.ts';
import { EFFORTS } from '../allocation/names.ts';
import type { ClaudeClient, ModelFacts, ModelReading } from '../anthropic/index.ts';
import { modelFacts, readModel, whyUnavailable } from '../anthropic/index.ts';
import { writingTo } from '../errors.ts';
import { readSessionFile } from '../job/session-files.ts';
import type { Pace } from '../pace/index.ts';
import { modelAt } from '../policy/decision/resolve.ts';
import { findModel, lineRank, type ModelTable } from '../usage/models/models.ts';
import { isObject } from '../usage/records/fields.ts';

/** What the API said stays good for this long, in milliseconds. */
const FRESH = 3_600_000;

interface AvailabilityParts {
  readonly client: ClaudeClient;
  readonly allocation: Allocation;
  readonly table: ModelTable;
  readonly provider: string;
  /** Tells one API from another in what is kept. */
  readonly baseUrl: string;
  /** Where answers are kept for the later steps of the job; null: nowhere. */
  readonly folder: string | null;
  readonly pace: Pace;
  /** How long a question may take, in milliseconds. */
  readonly patience: number;
  readonly note: (line: string) => void;
}

/**
 * Whether the models of the tiers can be had, by what the API says of them. Asked once for each, and only for the
 * tiers that a decision comes to.
 */
export class Availability {
  readonly #context: AvailabilityParts;
  readonly #readings = new Map<string, ModelReading>();

  constructor(context: AvailabilityParts) {
    this.#context = context;
  }

  /** Why the tier's model cannot be had; null where nothing speaks against it. */
  async why(rank: Rank): Promise<string | null> {
    const { allocation, table, provider } = this.#context;
    const model = modelAt(allocation, rank, provider);
    // What a gateway or another provider calls a model is not in the API's catalogue.
    if (provider !== 'anthropic') return null;
    const reading = await this.#read(model);
    return whyUnavailable(model, reading, findModel(table, model)?.line ?? null);
  }

  /** What the API said of the tier's model; null where it said nothing. */
  facts(rank: Rank): ModelFacts | null {
    const { allocation, provider } = this.#context;
    const reading = this.#readings.get(modelAt(allocation, rank, provider));
    return reading?.kind === 'known' ? reading.facts : null;
  }

  /**
   * Whether the model that answered is the tier's, or of a line at or above it. A gateway may answer to any name: a
   * model of which nobody can tell is none.
   */
  standsIn(rank: Rank, answered: unknown): boolean {
    const { allocation, table, provider } = this.#context;
    const asked = modelAt(allocation, rank, provider);
    if (answered === asked) return true;
    const wanted = findModel(table, asked)?.line ?? null;
    const given = typeof answered === 'string' ? (findModel(table, answered)?.line ?? null) : null;
    return wanted !== null && given !== null && lineRank(given) >= lineRank(wanted);
  }

  async #read(model: string): Promise<ModelReading> {
    const known = this.#readings.get(model);
    if (known !== undefined) return known;
    const kept = this.#kept(model);
    const reading = kept ?? (await readModel(this.#context.client, model, this.#context.patience));
    this.#readings.set(model, reading);
    if (kept === null) this.#keep(model, reading);
    const { note } = this.#context;
    if (reading.kind === 'trouble')
      note(`It is not known whether ${model} is available: ${reading.failure.what}. The call will show.`);
    else if (reading.kind === 'known' && reading.facts.lifecycle === 'deprecated')
      note(
        `${model} is deprecated and retires ${reading.facts.retiresAt === null ? 'some day' : `on ${reading.facts.retiresAt.slice(0, 10)}`}: give its tier a newer model.`,
      );
    return reading;
  }

  #file(model: string): string | null {
    const { folder, baseUrl } = this.#context;
    const key = createHash('sha256')
      .update(JSON.stringify([baseUrl, model]))
      .digest('hex')
      .slice(0, 32);
    return folder === null ? null : join(folder, `model-${key}.json`);
  }

  /** What an earlier step of the job was told, while it is fresh. It is data like any other: judged again. */
  #kept(model: string): ModelReading | null {
    const path = this.#file(model);
    const file = path === null ? null : readSessionFile(path, 1 << 16);
    if (file === null || 'problem' in file) return null;
    const value = parsed(file.text);
    const age =
      isObject(value) && typeof value.at === 'number' ? this.#context.pace.now().getTime() - value.at : -1;
    const facts = isObject(value) ? modelFacts(value.info) : null;
    return age >= 0 && age < FRESH && facts?.id === model ? { kind: 'known', facts } : null;
  }

  #keep(model: string, reading: ModelReading): void {
    const { folder, pace } = this.#context;
    const path = this.#file(model);
    if (folder === null || path === null || reading.kind !== 'known' || reading.facts.id !== model) return;
    const text = JSON.stringify({ at: pace.now().getTime(), info: infoOf(reading.facts) });
    writingTo(path, () => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, `${text}\n`, { mode: 0o600 });
    });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Half a file is as good as none: the API is asked again.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Facts in the words of the Models API, so that one function reads both. */
function infoOf({ id, line, lifecycle, retiresAt, maxTokens, efforts }: ModelFacts): unknown {
  const effort =
    efforts === null
      ? null
      : {
          supported: efforts.length > 0,
          ...Object.fromEntries(
            EFFORTS.map((level: Effort) => [level, { supported: efforts.includes(level) }]),
          ),
        };
  return { id, line, lifecycle, retires_at: retiresAt, max_tokens: maxTokens, capabilities: { effort } };
}
