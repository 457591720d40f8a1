import { stringify } from 'yaml';
import {
  type FileState,
  type GateReport,
  gate,
  rulePage,
  type Version,
} from '../../src/policy/gate/index.ts';
import { shippedModels } from '../../src/usage/models/shipped.ts';
import type { Files } from './allocations.ts';
import { bytes, today } from './worlds.ts';

/** A version of the files as the gate reads it. */
export function version(files: Files, write: (value: unknown) => string = stringify): Version {
  const file = (value: unknown): FileState => ({ kind: 'file', bytes: bytes(write(value)) });
  return { allocation: file(files.allocation), exceptions: file({ exceptions: files.exceptions }) };
}

/** The gate's report; a comment makes the head a changed file even where it says the same. */
export function check(base: Version, head: Version): GateReport {
  const context = {
    today,
    shipped: shippedModels(),
    allocationFile: 'allocation.yaml',
    exceptionsFile: 'allocation.exceptions.yaml',
    docs: rulePage,
    mode: 'enforce' as const,
  };
  return gate([{ subject: 'a change', base, head }], context, []);
}

/** The same with a comment in front. */
export function touched(version: Version): Version {
  const { allocation } = version;
  if (allocation.kind !== 'file') return version;
  const text = new TextDecoder().decode(allocation.bytes);
  return { ...version, allocation: { kind: 'file', bytes: bytes(`# touched\n${text}`) } };
}
