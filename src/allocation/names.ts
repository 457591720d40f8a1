import { FORMS } from './patterns.ts';

/** The vocabulary's names as types of their own, so that one cannot be handed over for another. */
export type AgentName = string & { readonly __agent: unique symbol };
export type Phase = string & { readonly __phase: unique symbol };
/** A tier's name. Its rank is its place in the allocation's list, cheapest first. */
export type Tier = string & { readonly __tier: unique symbol };
/** An exact model id, as the provider's API takes it. */
export type ModelId = string & { readonly __model: unique symbol };
/** A declared fact's name, without the `task.` in front. */
export type FactName = string & { readonly __fact: unique symbol };
/** The type of a declared fact. A list is a list of strings. */
export type FactType = 'boolean' | 'integer' | 'number' | 'string' | 'list';
/** The id of a floor that another branch has beside those of a file: `ID@BRANCH`. No id of a file holds the mark. */
export type FloorIdBeside = `${string}@${string}`;
type OwnFloorId = string & { readonly __floor: unique symbol };
export type FloorId = OwnFloorId | FloorIdBeside;

/** The place of a tier in the allocation's list: 0 is the cheapest. */
export type Rank = number;

/** How hard a model thinks, least first. Source: `output_config.effort` of the Messages API. */
export const EFFORTS = ['low', 'medium', 'high', 'xhigh', 'max'] as const;
export type Effort = (typeof EFFORTS)[number];

/** Families of models, least capable first. Source: `ModelInfo.line` of the Models API. */
export const LINES = ['haiku', 'sonnet', 'opus', 'fable', 'mythos'] as const;
export type Line = (typeof LINES)[number];

export const ZONES = ['GREEN', 'YELLOW', 'ORANGE', 'RED', 'EXHAUSTED'] as const;
export type Zone = (typeof ZONES)[number];

/** Whole micro-dollars: 1 USD = 1,000,000. */
export type MicroUsd = number & { readonly __microusd: unique symbol };

/** True for text that can be an agent's name. */
export function isAgentName(text: string): text is AgentName {
  return FORMS.name.pattern.test(text);
}

/** True for text that can be an agent's alias: a name, or a plugin's `plugin:agent`. */
export function isAlias(text: string): text is AgentName {
  return FORMS.alias.pattern.test(text);
}

/** True for text that can be a phase's name. */
export function isPhase(text: string): text is Phase {
  return FORMS.name.pattern.test(text);
}

/** True for text that can be a tier's name. */
export function isTier(text: string): text is Tier {
  return FORMS.name.pattern.test(text);
}

/** True for text that can be a fact's name. */
export function isFactName(text: string): text is FactName {
  return FORMS.fact.pattern.test(text);
}

/** True for text that can be a floor's id in a file. */
export function isFloorId(text: string): text is OwnFloorId {
  return FORMS.floor.pattern.test(text);
}

/** True for text that can be a model id, and that nothing reads as more than one word of a command line. */
export function isModelId(text: string): text is ModelId {
  return FORMS.model.pattern.test(text);
}
