import { LINES } from '../../allocation/names.ts';
import { findModel, lineRank } from '../../usage/models/models.ts';
import { isObject } from '../../usage/records/fields.ts';
import { type Drift, drift, strictestFloor } from './drift.ts';
import type { AgentFile } from './front-matter.ts';
import type { Judging } from './in-step.ts';
import { keepsRank, lineOfWord, meaningOf } from './meaning.ts';

/** What settings do to the models of sub-agents. */
interface Set {
  /** The word of the file by which its line is found. */
  readonly word: string;
  readonly says: string;
  /** A sub-agent under the strictest floor would run below it. */
  readonly isBelow: boolean;
}

const FORCE = 'CLAUDE_CODE_SUBAGENT_MODEL_FORCE';
const MODEL = 'CLAUDE_CODE_SUBAGENT_MODEL';
const OF_LINE = /^ANTHROPIC_DEFAULT_([A-Z]+)_MODEL$/;

function parse(content: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(content.replace(/^\uFEFF/, ''));
    return isObject(value) ? value : {};
  } catch {
    // Measured with Claude Code 2.1.332: it takes nothing of settings that are no JSON.
    return {};
  }
}

function textsOf(value: unknown): readonly (readonly [string, string])[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]): [string, string][] =>
    typeof each === 'string' && each.trim() !== '' ? [[key, each.trim()]] : [],
  );
}

/** A model that stands for another one: said where it is of a lesser line, or of one that nobody knows. */
function standIn(word: string, from: string, to: string, says: string, { table }: Judging): readonly Set[] {
  const own = lineOfWord(from) ?? findModel(table, from)?.line ?? null;
  const line = lineOfWord(to) ?? findModel(table, to)?.line ?? null;
  if (own === null) return [];
  if (line !== null && lineRank(line) >= lineRank(own)) return [];
  return [{ word, says, isBelow: true }];
}

function setBy(content: string, judging: Judging): readonly Set[] {
  const { allocation, table } = judging;
  const value = parse(content);
  const env = new Map(textsOf(value.env));
  const floor = strictestFloor(allocation);
  const given = env.get(MODEL);
  const isForced = /^(?:1|true|yes|on)$/i.test(env.get(FORCE) ?? '');
  const keeps =
    floor === null ||
    (given !== undefined && keepsRank(meaningOf(given, allocation, table), floor.minimum, allocation, table));
  const subAgents: readonly Set[] =
    given === undefined
      ? []
      : isForced
        ? [
            {
              word: FORCE,
              says: `every sub-agent runs on ${given}, whatever its file says: ${MODEL} is forced`,
              isBelow: !keeps,
            },
          ]
        : [
            {
              word: MODEL,
              says: `${MODEL} is ${given}: sub-agents whose file names no model run on it`,
              isBelow: false,
            },
          ];
  const ofLines = [...env].flatMap(([name, model]) => {
    const line = OF_LINE.exec(name)?.[1]?.toLowerCase();
    const own = LINES.find((each) => each === line);
    return own === undefined
      ? []
      : standIn(
          name,
          own,
          model,
          `${name} is ${model}: a sub-agent whose file says ${own} runs on it`,
          judging,
        );
  });
  const overrides = textsOf(value.modelOverrides).flatMap(([from, to]) =>
    standIn(from, from, to, `modelOverrides has ${to} asked for in place of ${from}`, judging),
  );
  return [...subAgents, ...ofLines, ...overrides];
}

/** What the project's settings do to the models that the files of sub-agents name. */
export function settingsDrift({ path, content }: AgentFile, judging: Judging): readonly Drift[] {
  const lines = content.split('\n');
  const floor = strictestFloor(judging.allocation);
  return setBy(content, judging).map(({ word, says, isBelow }) => {
    const line = lines.findIndex((each) => each.includes(`"${word}"`));
    const isBroken = isBelow && floor !== null;
    return drift({
      kind: isBroken ? 'below-floor' : 'settings',
      message: `By ${path}, ${says}.`,
      file: path,
      at: { line: Math.max(1, line + 1), column: Math.max(1, (lines[line] ?? '').indexOf(`"${word}"`) + 1) },
      floor: isBroken ? floor : null,
      key: `settings ${says}`,
    });
  });
}

/** The plugins that a project enables, by name. */
export function enabledPlugins(settings: readonly AgentFile[]): readonly string[] {
  const found = new Map<string, boolean>();
  for (const { content } of settings) {
    const { enabledPlugins: plugins } = parse(content);
    for (const [name, is] of Object.entries(isObject(plugins) ? plugins : {})) found.set(name, is !== false);
  }
  return [...found].flatMap(([name, is]) => (is ? [name.split('@')[0] ?? name] : [])).sort();
}
