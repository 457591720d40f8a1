import type { AllocationFile } from '../../generated/allocation.ts';
import { type Agent, type Check, type Floor, type TierDeclaration, tierName } from '../allocation.ts';
import type { AgentName } from '../names.ts';
import type { Path } from '../path.ts';
import type { SourceReading } from './reading.ts';
import type { TierNames } from './tiers.ts';

type Entry = AllocationFile['agents'][string]['check'];

/** How often an answer that fails its check may go one tier up, where the file does not say. */
const ESCALATIONS = 1;

/** Reads an agent's `check`. One that judges nothing is a mistake: it would look like one. */
export function readCheck(reading: SourceReading, entry: Entry, path: Path, tiers: TierNames): Check | null {
  if (entry === undefined) return null;
  const { schema, command, judge } = entry;
  if (schema === undefined && command === undefined && judge === undefined) {
    reading.sayAtKey('This check judges nothing.', path, 'Give it a schema, a command or a judge.');
  }
  const file = (text: string | undefined, ...key: readonly string[]): string | null =>
    text === undefined ? null : repositoryFile(reading, text, [...path, ...key]);
  const spelt = typeof command === 'string' ? { file: command } : command;
  const program =
    typeof command === 'string' ? file(command, 'command') : file(spelt?.file, 'command', 'file');
  const tier = judge === undefined ? null : tiers.rank(judge.tier, [...path, 'judge', 'tier']);
  const prompt = file(judge?.prompt, 'judge', 'prompt');
  return {
    schema: file(schema, 'schema'),
    command: program === null ? null : { file: program, args: spelt?.args ?? [] },
    judge:
      judge === undefined || tier === null || prompt === null
        ? null
        : { tier, prompt, minimum: judge.minimum, origin: reading.origin([...path, 'judge', 'tier']) },
    escalations: entry.escalations ?? ESCALATIONS,
    origin: reading.originAtKey(path),
  };
}

/** A path as git has it. Anything else could leave the repository, or mean another file on another system. */
function repositoryFile(reading: SourceReading, text: string, path: Path): string {
  const steps = text.split('/');
  const odd = steps.some((step) => step === '' || step === '.' || step === '..');
  if (odd || !/^[^\\\p{Cc}]+$/u.test(text)) {
    const what = `${JSON.stringify(text)} is not the path of a file in the repository.`;
    reading.say(what, path, 'Write it relative to the root, such as checks/answer.schema.json.');
  }
  return text;
}

/** A judge below a floor of its agent would be a lesser model in a place where none may be. */
export function checkJudges(
  reading: SourceReading,
  agents: ReadonlyMap<AgentName, Agent>,
  floorsOver: ReadonlyMap<AgentName, readonly Floor[]>,
  tiers: readonly TierDeclaration[],
): void {
  for (const { name, check } of agents.values()) {
    const judge = check?.judge ?? null;
    if (judge === null) continue;
    const strictest = (floorsOver.get(name) ?? []).reduce<Floor | null>(
      (most, floor) => (most === null || floor.minimum > most.minimum ? floor : most),
      null,
    );
    if (strictest === null || judge.tier >= strictest.minimum) continue;
    const what = `The judge of ${name} is on ${tierName({ tiers }, judge.tier)}, but the floor ${strictest.id} asks for ${tierName({ tiers }, strictest.minimum)}.`;
    reading.sayAt(what, judge.origin.position, 'Let a tier at or above the floor judge.');
  }
}
