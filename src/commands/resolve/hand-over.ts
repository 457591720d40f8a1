import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Agent } from '../../allocation/allocation.ts';
import { InternalError } from '../../errors.ts';
import { ruleSource } from '../../gather/allocation.ts';
import type { Context } from '../../gather/context.ts';
import type { Gathered } from '../../gather/decision.ts';
import { writeWhole } from '../../gather/files.ts';
import { pinsOf, readDefinitions } from '../../gather/sub-agents.ts';
import type { UnreadFile } from '../../policy/agents/index.ts';
import type { Decision, Request } from '../../policy/decision/resolve.ts';
import { claudeCode, sessionOf } from '../../policy/session/index.ts';
import { withSubAgents } from '../../render/decision.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import type { Started } from './outputs.ts';

interface HandedOver {
  readonly started: readonly Started[];
  /** What may define sub-agents, and cannot be read. */
  readonly unread: readonly UnreadFile[];
}

/**
 * The decisions with what is handed over to the session of each. Definitions that do not fit on a command line are
 * written to a file of this job.
 */
export async function handOver(
  decisions: readonly Decision[],
  requests: readonly Request[],
  { loaded, state }: Pick<Gathered, 'loaded' | 'state'>,
  context: Context<OptionsOf<'resolve'>>,
): Promise<HandedOver> {
  const { options, env, surface, cwd } = context;
  const { allocation, exceptions, lost } = loaded;
  const runs = decisions.some(({ model }) => model !== null);
  const { definitions, unread } = runs
    ? await readDefinitions(await ruleSource(context), cwd)
    : { definitions: [], unread: [] };
  const own = surface === 'action' && options.agent !== null && env.RUNNER_TEMP ? env.RUNNER_TEMP : null;
  const handover = {
    maxUsd: options.maxUsd === null ? null : options.maxUsd / 1_000_000,
    pins: pinsOf({ env }, options.provider),
    file: own === null ? null : join(own, 'haiku-first', 'agents.json'),
  };
  const cells = new Map<Agent, Decision>();
  const started = decisions.map((decision, index) => {
    const request = requests[index];
    if (request === undefined) throw new InternalError('a decision has no request');
    const session = sessionOf(decision, {
      allocation,
      exceptions,
      request,
      state,
      definitions,
      unread: unread.length > 0,
      lost,
      cells,
    });
    const handed = claudeCode(decision, session, handover);
    if (handed.file !== null) writeDefinitions(handed.file.path, handed.file.text);
    return { decision: withSubAgents(decision, handed.agents, handed.forkable), handed };
  });
  return { started, unread };
}

function writeDefinitions(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeWhole(dirname(path), path, text);
}
