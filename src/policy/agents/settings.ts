import { type Floor, tierName } from '../../allocation/allocation.ts';
import { LINES } from '../../allocation/names.ts';
import { findModel, lineRank } from '../../usage/models/models.ts';
import { isObject } from '../../usage/records/fields.ts';
import { idsOfTier } from '../decision/models-of-tiers.ts';
import { type Drift, drift, strictestFloor } from './drift.ts';
import type { AgentFile } from './front-matter.ts';
import type { Judging } from './in-step.ts';
import { keepsRank, LONG_CONTEXT, lineOfWord, meaningOf } from './meaning.ts';

/** What settings do to the models of sub-agents. */
interface Set {
  /** The words of the files by which its line is found: any of them may make it so. */
  readonly words: readonly [string, ...string[]];
  readonly says: string;
  /** A sub-agent under the strictest floor would run below it. */
  readonly isBelow: boolean;
}

const FORCE = 'CLAUDE_CODE_SUBAGENT_MODEL_FORCE';
const MODEL = 'CLAUDE_CODE_SUBAGENT_MODEL';
const OF_LINE = /^ANTHROPIC_DEFAULT_([A-Z]+)_MODEL$/;
const BODY = 'CLAUDE_CODE_EXTRA_BODY';
const ADDRESS = /^ANTHROPIC_(?:[A-Z]+_)*BASE_URL$/;
const AVAILABLE = 'availableModels';

function parse(content: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(content.replace(/^\uFEFF/, ''));
    return isObject(value) ? value : {};
  } catch {
    // Measured with Claude Code 2.1.332: it takes nothing of settings that are no JSON.
    return {};
  }
}

/** Texts by key. Claude Code takes a number and a boolean for the text of it, too. */
function textsOf(value: unknown): readonly (readonly [string, string])[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]): [string, string][] => {
    const text = ['string', 'number', 'boolean'].includes(typeof each) ? String(each).trim() : '';
    return text === '' ? [] : [[key, text]];
  });
}

/** What files of settings say together: of a key the last, of lists all. Measured with Claude Code 2.1.332. */
interface Settings {
  readonly env: ReadonlyMap<string, string>;
  readonly overrides: ReadonlyMap<string, string>;
  /** Null: any model, as by an empty list. */
  readonly available: readonly string[] | null;
}

function settingsOf(contents: readonly string[]): Settings {
  const all = contents.map(parse);
  const available = all
    .flatMap(({ availableModels }) => (Array.isArray(availableModels) ? availableModels : []))
    .filter((each) => typeof each === 'string');
  return {
    env: new Map(all.flatMap(({ env }) => textsOf(env))),
    overrides: new Map(all.flatMap(({ modelOverrides }) => textsOf(modelOverrides))),
    available: available.length === 0 ? null : available,
  };
}

/** A model that stands for another one: said where it is of a lesser line, or of one that nobody knows. */
function standIn(word: string, from: string, to: string, says: string, { table }: Judging): readonly Set[] {
  const own = lineOfWord(from) ?? findModel(table, from)?.line ?? null;
  const line = lineOfWord(to) ?? findModel(table, to)?.line ?? null;
  if (own === null) return [];
  if (line !== null && lineRank(line) >= lineRank(own)) return [];
  return [{ words: [word], says, isBelow: true }];
}

/** The model that every request names instead of its own. */
function bodyModel(text: string | undefined): string | null {
  const { model } = text === undefined ? {} : parse(text);
  return typeof model === 'string' ? model : null;
}

/** Whether a list of models has one for a sub-agent under a floor: what it has not runs on the model of the session. */
function hasModelFor(available: readonly string[], floor: Floor, { allocation, table }: Judging): boolean {
  const ids = allocation.tiers
    .filter(({ rank }) => rank >= floor.minimum)
    .flatMap((tier) => idsOfTier(tier).map(({ id }) => id));
  return available.some((model) =>
    lineOfWord(model) === null
      ? ids.some((id) => id === model.replace(LONG_CONTEXT, ''))
      : keepsRank(meaningOf(model, allocation, table), floor.minimum, allocation, table),
  );
}

function setBy({ env, overrides, available }: Settings, judging: Judging): readonly Set[] {
  const { allocation, table } = judging;
  const floor = strictestFloor(allocation);
  const given = env.get(MODEL);
  const isForced = /^(?:1|true|yes|on)$/i.test(env.get(FORCE) ?? '');
  const keeps = (model: string): boolean =>
    floor === null || keepsRank(meaningOf(model, allocation, table), floor.minimum, allocation, table);
  const subAgents: readonly Set[] =
    given === undefined
      ? []
      : isForced
        ? [
            {
              words: [FORCE, MODEL],
              says: `every sub-agent runs on ${given}, whatever its file says: ${MODEL} is forced`,
              isBelow: !keeps(given),
            },
          ]
        : [
            {
              words: [MODEL],
              says: `${MODEL} is ${given}: sub-agents whose file names no model run on it`,
              isBelow: false,
            },
          ];
  const body = bodyModel(env.get(BODY));
  const ofBody: readonly Set[] =
    body === null
      ? []
      : [
          {
            words: [BODY],
            says: `every request asks for ${body}, whatever a file says: ${BODY} has it`,
            isBelow: !keeps(body),
          },
        ];
  const elsewhere = [...env.keys()]
    .filter((name) => ADDRESS.test(name))
    .map((name): Set => {
      const says = `${name} sends requests elsewhere: which model answers is decided there`;
      return { words: [name], says, isBelow: false };
    });
  const limited: readonly Set[] =
    available === null || floor === null || hasModelFor(available, floor, judging)
      ? []
      : [
          {
            words: [AVAILABLE],
            says: `no model of ${AVAILABLE} keeps the ${tierName(allocation, floor.minimum)} floor: a sub-agent whose file names one runs on that of the session`,
            isBelow: true,
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
  const ofOverrides = [...overrides].flatMap(([from, to]) =>
    standIn(from, from, to, `modelOverrides has ${to} asked for in place of ${from}`, judging),
  );
  return [...subAgents, ...ofBody, ...elsewhere, ...limited, ...ofLines, ...ofOverrides];
}

/**
 * What the project's settings do to the models that the files of sub-agents name. Each file is looked at with those that
 * it is stronger than: a stronger one need not be there on every machine.
 */
export function settingsDrift(files: readonly AgentFile[], judging: Judging): readonly Drift[] {
  const floor = strictestFloor(judging.allocation);
  return files.flatMap(({ path, content }, place) => {
    const lines = content.split('\n');
    const settings = settingsOf(files.slice(0, place + 1).map((file) => file.content));
    return setBy(settings, judging).flatMap(({ words, says, isBelow }) => {
      const word = words.map((each) => `"${each}"`).find((each) => content.includes(each));
      if (word === undefined) return [];
      const line = lines.findIndex((each) => each.includes(word));
      const isBroken = isBelow && floor !== null;
      return [
        drift({
          kind: isBroken ? 'below-floor' : 'settings',
          message: `By ${path}, ${says}.`,
          file: path,
          at: { line: Math.max(1, line + 1), column: Math.max(1, (lines[line] ?? '').indexOf(word) + 1) },
          floor: isBroken ? floor : null,
          key: `settings ${says}`,
        }),
      ];
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
