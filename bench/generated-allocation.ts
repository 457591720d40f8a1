/** A small seeded generator (mulberry32), so that every run measures the same file. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A valid allocation with so many agents, 10 phases and one floor for every five agents: matrix cells, upgrades,
 * economies, dated changes, conditional, absolute and exceptable floors, and an enforced budget.
 */
export function generatedAllocation(agents: number): string {
  const next = random(42);
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(next() * list.length)] ?? list[0];
  const phases = Array.from({ length: 10 }, (_, index) => `P${index}`);
  const defaults = Array.from({ length: agents }, () => pick(['haiku', 'sonnet', 'opus']));
  const lines = [
    'version: 1',
    'tiers:',
    '  - { name: haiku, model: claude-haiku-5-5 }',
    '  - { name: sonnet, model: claude-sonnet-5-5 }',
    '  - { name: opus, model: claude-opus-5-5 }',
    `phases: [${phases.join(', ')}]`,
    'facts:',
    '  security_critical: { type: boolean }',
    '  final: { type: boolean }',
    '  lines_changed: { type: integer, from: pull_request }',
    'agents:',
  ];
  defaults.forEach((tier, index) => {
    lines.push(`  A${index}:`, `    default: ${tier}`, `    rationale: does the work of agent ${index}`);
    if (tier === 'opus' || next() < 0.4) return;
    const limit = Math.floor(next() * 500);
    lines.push('    upgrades:', `      - { to: opus, if: task.lines_changed > ${limit}, because: large }`);
  });
  lines.push('matrix:');
  for (const phase of phases) {
    lines.push(`  ${phase}:`);
    for (let index = 0; index < agents; index++) {
      const dated = next() < 0.3;
      lines.push(
        `    A${index}: ${dated ? '{ tier: opus, was: sonnet, since: 2026-W50, economy: sonnet }' : pick(['sonnet', 'opus'])}`,
      );
    }
  }
  lines.push('floors:');
  for (let floor = 0; floor < Math.ceil(agents / 5); floor++) {
    const covered = [...new Set(Array.from({ length: 5 }, () => Math.floor(next() * agents)))].map(
      (index) => `A${index}`,
    );
    const condition = next() < 0.2 ? ', if: task.final' : '';
    lines.push(
      `  - { id: f${floor}, agents: [${covered.join(', ')}], minimum: sonnet, exceptions: ${pick(['never', 'approved'])}${condition} }`,
    );
  }
  lines.push(
    'budget:',
    '  mode: enforce',
    '  weekly: { tokens: 1000000 }',
    '  critical_reserve: 0.1',
    '  tiers: { sonnet: { share: 0.5, reserve: 0.2 } }',
    '',
  );
  return lines.join('\n');
}
