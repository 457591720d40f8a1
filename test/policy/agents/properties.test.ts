import fc from 'fast-check';
import { expect, it } from 'vitest';
import { floorsOf } from '../../../src/allocation/allocation.ts';
import {
  type AgentFile,
  definingFiles,
  driftMadeBy,
  driftOf,
  inStep,
  type Judging,
  keepsRank,
  meaningOf,
  wantedOf,
} from '../../../src/policy/agents/index.ts';
import { tableOf } from '../../../src/policy/decision/models-of-tiers.ts';
import { allocationSection } from '../../../src/render/agents/section.ts';
import { weekOf } from '../../../src/time/week.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import { type Files as AllocationFiles, validFiles } from '../../support/allocations.ts';
import { read, runs } from '../../support/worlds.ts';

const MODELS = [
  ...['opus', 'sonnet', 'haiku', 'fable', 'inherit', 'best', 'sonnet[1m]', 'nonsense'],
  ...['claude-opus-5-5', 'claude-haiku-4-5-20251001', 'us.anthropic.claude-sonnet-5-5'],
];
const NAMES = ['SECURITY', 'TESTING', 'API', 'security', 'helper'];

const someFiles: fc.Arbitrary<readonly AgentFile[]> = fc.uniqueArray(
  fc
    .record({
      name: fc.constantFrom(...NAMES),
      model: fc.option(fc.constantFrom(...MODELS)),
      place: fc.nat(9),
    })
    .map(({ name, model, place }) => ({
      path: `.claude/agents/${place}/${name}.md`,
      content: `---\nname: ${name}\ndescription: Does\n${model === null ? '' : `model: ${model}\n`}---\nDo it.\n`,
    })),
  { maxLength: 5, selector: ({ path }) => path },
);

const scene = fc.record({ allocationFiles: validFiles, before: someFiles, after: someFiles });

function judged(files: AllocationFiles) {
  const { allocation } = read(files);
  const judging: Judging = {
    allocation,
    table: tableOf(allocation, shippedModels()),
    week: weekOf(new Date('2026-11-23'), 'UTC'),
  };
  return { judging, section: allocationSection(allocation) };
}

const seen = (files: readonly AgentFile[]) => ({ files, unread: [], settings: [], memory: [] });
const MODEL_KINDS = ['below-floor', 'other-tier', 'no-model', 'unknown-model'];

it('after --write no model is out of step, nothing else has changed, and a second time writes nothing', () => {
  fc.assert(
    fc.property(scene, ({ allocationFiles, before }) => {
      const { judging, section } = judged(allocationFiles);
      const { files, byHand } = inStep(before, judging);
      expect(byHand).toEqual([]);
      const after = before.map((file) => files.find(({ path }) => path === file.path) ?? file);
      const left = driftOf(seen(after), judging, section).filter(({ kind }) => MODEL_KINDS.includes(kind));
      expect(left).toEqual([]);
      expect(inStep(after, judging)).toEqual({ files: [], byHand: [] });
      const bare = ({ content }: AgentFile) => content.replace(/^model: .*\n/m, '');
      expect(after.map(bare)).toEqual(before.map(bare));
    }),
    runs(300),
  );
});

it('what is written keeps every floor of the agent that holds in any case, in every phase', () => {
  fc.assert(
    fc.property(scene, ({ allocationFiles }) => {
      const { judging } = judged(allocationFiles);
      const { allocation, week } = judging;
      for (const agent of allocation.agents.values()) {
        const { rank } = wantedOf(allocation, agent, week);
        for (const phase of allocation.phases)
          for (const { fact, minimum } of floorsOf(allocation, agent.name, phase))
            if (fact === null) expect(rank).toBeGreaterThanOrEqual(minimum);
      }
    }),
    runs(300),
  );
});

it('a change that passes lowers no sub-agent under a floor', () => {
  fc.assert(
    fc.property(scene, ({ allocationFiles, before, after }) => {
      const { judging, section } = judged(allocationFiles);
      const version = (files: readonly AgentFile[]) => ({ judging, section, seen: seen(files) });
      const made = driftMadeBy(version(before), version(after), judging);
      if (made.some(({ kind }) => kind === 'below-floor')) return;
      const { allocation, table, week } = judging;
      /** Whether the files of a name keep the floor, in the order of their paths: the last one counts. */
      const keeping = (files: readonly AgentFile[], name: string, floor: number): readonly boolean[] =>
        definingFiles(files)
          .filter((each) => each.name.toLowerCase() === name)
          .sort((a, b) => (a.path < b.path ? -1 : 1))
          .map(({ read: { model } }) =>
            keepsRank(meaningOf(model, allocation, table), floor, allocation, table),
          );
      for (const agent of allocation.agents.values()) {
        const { floor } = wantedOf(allocation, agent, week);
        if (floor === null) continue;
        const name = agent.name.toLowerCase();
        const [was, is] = [before, after].map((files) => keeping(files, name, floor.minimum));
        // What is below it now was below it before.
        if (is?.at(-1) === false) expect(was?.at(-1)).toBe(false);
        if (is?.includes(false)) expect(was).toContain(false);
      }
    }),
    runs(500),
  );
});

it('the order of files never matters', () => {
  fc.assert(
    fc.property(scene, ({ allocationFiles, before }) => {
      const { judging, section } = judged(allocationFiles);
      const found = (files: readonly AgentFile[]) =>
        driftOf(seen(files), judging, section)
          .map(({ key, file }) => `${file} ${key}`)
          .sort();
      expect(found([...before].reverse())).toEqual(found(before));
    }),
    runs(200),
  );
});
