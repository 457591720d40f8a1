import { type Allocation, findAgent, rankOf } from '../../allocation/allocation.ts';
import type { AgentName, Phase, Rank } from '../../allocation/names.ts';
import { UserError } from '../../errors.ts';
import type { GithubEvent } from '../../github/event/index.ts';
import { type Conversation, mayWrite, readConversation } from '../../github/index.ts';
import type { Choice } from '../../policy/decision/decide.ts';
import {
  COMMENT_FORM,
  LABEL_FORM,
  LABEL_START,
  overrideOfLabel,
  overridesOfComment,
  type WrittenOverride,
} from '../../policy/decision/written-override.ts';
import { count } from '../../render/figures.ts';
import { visible } from '../../render/visible.ts';
import type { Context } from '../context.ts';
import { connectTo, type Github, patienceOf, repositoryOf, type TokenOption } from '../repository.ts';

/** People whose permission is asked for: with what stands on the pull request that makes three requests. */
const MOST_ASKED = 2;

/** Characters of what somebody wrote that are kept. */
const MOST_REASON = 300;

/** In milliseconds: for one answer, and for all waiting between tries. */
const MOST_WAITED = 8_000;

/** Remarks on one pull request. */
const MOST_NOTED = 10;

/** Those whom GitHub shows as people of the repository are asked about first: others may have written a lot. */
const KNOWN = ['OWNER', 'MEMBER', 'COLLABORATOR'];

interface Asked {
  readonly context: Context<TokenOption>;
  readonly event: GithubEvent;
  /** What does not count, and why. */
  readonly notes: string[];
  readonly allocation: Allocation;
  readonly agents: readonly AgentName[];
  readonly phase: Phase;
}

/** An override as it stands on the pull request, before anybody has asked who may write. */
interface Standing {
  readonly written: WrittenOverride;
  readonly where: string;
  readonly by: string;
  readonly at: string;
  readonly known: boolean;
}

/** One that is for a cell of the run, and names a tier that there is. */
interface Candidate extends Standing {
  readonly agent: AgentName;
  readonly tier: Rank;
}

/** The last override of each agent that counts. Never throws for what GitHub says. */
export async function standingOverrides(
  number: number,
  given: Omit<Asked, 'notes'>,
): Promise<ReadonlyMap<AgentName, Choice>> {
  const notes: string[] = [];
  const choices = await lastOfEach(number, { ...given, notes });
  const more = notes.length - MOST_NOTED;
  given.context.notes.push(...notes.slice(0, MOST_NOTED));
  if (more > 0)
    given.context.notes.push(`Of overrides on the pull request ${count(more, 'more remark')} are left out.`);
  return choices;
}

async function lastOfEach(number: number, asked: Asked): Promise<ReadonlyMap<AgentName, Choice>> {
  const { notes } = asked;
  try {
    const { client, repository } = await connected(asked);
    const conversation = await readConversation(client, repository, number);
    const found = candidates(standing(number, conversation, notes), asked);
    // Of one comment the last line is the latest word.
    const latest = [...found].reverse().sort((a, b) => Number(a.at < b.at) - Number(a.at > b.at));
    const may = await permissions(latest, asked.agents, (login) => mayWrite(client, repository, login));
    return chosen(latest, may, asked);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    notes.push(`Overrides on the pull request are not known, and none counts. ${error.message}`);
    return new Map();
  }
}

/** An agent's job waits for the answer: of a GitHub that is away it is told within seconds. */
function connected({ context, event }: Asked): Promise<Github> {
  const { env, options } = context;
  const attempt = Math.min(patienceOf(env).attempt ?? MOST_WAITED, MOST_WAITED);
  const patience = { attempt, waiting: MOST_WAITED };
  return connectTo(repositoryOf(event, { env }), { env, options }, () => undefined, patience);
}

/** What is written there by people, in their own words. */
function standing(
  number: number,
  { labels, comments, unread }: Conversation,
  notes: string[],
): readonly Standing[] {
  const found: Standing[] = [];
  const leftOut = (where: string, why: string): void => {
    notes.push(`An override does not count (${where}): ${why}.`);
  };
  for (const { name, by, at } of labels) {
    if (!name.startsWith(LABEL_START)) continue;
    const where = `label of pull request ${number}`;
    const written = overrideOfLabel(name);
    if (written === null) leftOut(`${where}, ${name}`, `write ${LABEL_FORM}`);
    else if (by === null || at === null) leftOut(`${where}, ${name}`, 'it is not known who set it');
    else if (!by.person) leftOut(`${where}, ${name}`, `${by.login} is no person`);
    else found.push({ written, where, by: by.login, at, known: true });
  }
  for (const { url, body, by, at, foreign, association } of comments) {
    const lines = overridesOfComment(body);
    const where = visible(url, MOST_REASON);
    // What a bot repeats of others is nothing to tell of.
    if (lines.length === 0 || by === null || !by.person) continue;
    if (foreign) leftOut(where, `somebody other than ${by.login} has edited it`);
    else
      for (const written of lines)
        if (written === null) leftOut(where, `write ${COMMENT_FORM}`);
        else found.push({ written, where, by: by.login, at, known: KNOWN.includes(association) });
  }
  if (unread > 0)
    notes.push(`${count(unread, 'older comment')} of the pull request were not read for overrides.`);
  return found;
}

function candidates(
  found: readonly Standing[],
  { notes, allocation, agents, phase }: Asked,
): readonly Candidate[] {
  return found.flatMap((each): readonly Candidate[] => {
    const { agent: name, phase: at, tier: wanted } = each.written;
    const unknown = (what: string): readonly Candidate[] => {
      // Anybody may comment.
      if (each.known)
        notes.push(
          `An override does not count (${each.where}): ${visible(what, 100)} is not in ${allocation.file}.`,
        );
      return [];
    };
    const agent = findAgent(allocation, name)?.name ?? null;
    if (agent === null) return unknown(`the agent ${name}`);
    if (at !== null && !allocation.phases.some((one) => one === at)) return unknown(`the phase ${at}`);
    if (!agents.includes(agent) || (at !== null && at !== phase)) return [];
    const tier = rankOf(allocation, wanted);
    return tier === null ? unknown(`the tier ${wanted}`) : [{ ...each, agent, tier }];
  });
}

/** Who of them may write, by login, as far as it must be known, and is asked. */
async function permissions(
  latest: readonly Candidate[],
  agents: readonly AgentName[],
  ask: (login: string) => Promise<boolean>,
): Promise<ReadonlyMap<string, boolean>> {
  const may = new Map<string, boolean>();
  for (let left = MOST_ASKED; left > 0; left -= 1) {
    // An agent is settled when the last override of those who are not known to lack the permission is of one who has it.
    const open = agents.filter((agent) => {
      const last = latest.find((each) => each.agent === agent && may.get(each.by) !== false);
      return last !== undefined && !may.has(last.by);
    });
    const unasked = latest.filter(({ agent, by }) => open.includes(agent) && !may.has(by));
    const next = unasked.find(({ known }) => known) ?? unasked[0];
    if (next === undefined) break;
    may.set(next.by, await ask(next.by));
  }
  return may;
}

function chosen(
  latest: readonly Candidate[],
  may: ReadonlyMap<string, boolean>,
  { notes, context: { secrets } }: Asked,
): ReadonlyMap<AgentName, Choice> {
  const choices = new Map<AgentName, Choice>();
  for (const { agent, tier, by, where, written } of latest) {
    if (choices.has(agent)) continue;
    if (may.get(by) !== true) {
      const why = may.has(by)
        ? 'may not write to the repository'
        : 'was not asked about: too many people are';
      notes.push(`An override of ${agent} does not count (${where}): ${by} ${why}.`);
      continue;
    }
    const shown = (text: string): string => visible(secrets?.mask(text) ?? text, MOST_REASON);
    const reason = written.reason === null ? null : shown(written.reason);
    choices.set(agent, { kind: 'override', tier, reason, by, where });
  }
  return choices;
}
