import type { Drift, DriftKind } from '../../../agents/index.ts';
import type { Found, Subjects } from '../../rule.ts';

/** What a rule says of drift of its kinds. */
export function found(
  { drifts, allocation }: Subjects['agents'],
  kinds: readonly DriftKind[],
  applies: (drift: Drift) => boolean = () => true,
): readonly Found[] {
  return drifts
    .filter((drift) => kinds.includes(drift.kind) && applies(drift))
    .map(({ message, file, at, agent, floor }) => {
      const said = { message, file, at, ...(agent === null ? {} : { agent }) };
      if (floor === null) return said;
      const { id, because, absolute, origin } = floor;
      const { line } = origin.position;
      return {
        ...said,
        floor: { id, because, file: allocation, line, from: 'head', ...(absolute ? { absolute } : {}) },
      };
    });
}
