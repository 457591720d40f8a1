import type { AllocationFile } from '../../generated/allocation.ts';
import type { FactDeclaration } from '../allocation.ts';
import { DERIVED_FACTS } from '../facts.ts';
import { type FactName, isFactName } from '../names.ts';
import { suggestion } from '../nearest.ts';
import { named, type SourceReading } from './reading.ts';

export type FactsByName = ReadonlyMap<FactName, FactDeclaration>;

/** Reads `facts`. What is derived from a pull request must be something that can be, and of its type. */
export function readFactDeclarations(reading: SourceReading, facts: AllocationFile['facts']): FactsByName {
  const declared = Object.entries(facts ?? {});
  reading.unique(
    'fact',
    declared.map(([name]) => [name, ['facts', name]]),
  );
  return new Map(
    declared.map(([text, fact]) => {
      const name = named(isFactName, text);
      const derived = fact.from === 'pull_request';
      if (derived) checkDerived(reading, name, fact.type);
      const origin = reading.originAtKey(['facts', name]);
      return [name, { name, type: fact.type, derived, required: fact.required ?? false, origin }];
    }),
  );
}

function checkDerived(reading: SourceReading, name: FactName, type: FactDeclaration['type']): void {
  const wanted = DERIVED_FACTS.get(name);
  if (wanted === undefined) {
    const what = `Nothing derives ${name} from a pull request.`;
    reading.sayAtKey(what, ['facts', name], suggestion(name, [...DERIVED_FACTS.keys()]));
  } else if (wanted !== type) {
    const what = `The derived fact ${name} is of type ${wanted}, not ${type}.`;
    reading.say(what, ['facts', name, 'type'], `Write type: ${wanted}.`);
  }
}
