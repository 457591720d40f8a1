import type { Rule } from '../../rule.ts';

export const agentRenamed: Rule = {
  id: 'HF303',
  name: 'agent-renamed',
  severity: 'notice',
  purpose: 'An agent gets a new name, and answers to the old one.',
  remedy: 'nothing; jobs and sub-agents may go on under the old name.',
  breach: false,
  checks: {
    change: ({ base, head: { allocation }, renames }) =>
      [...renames].map(([former, agent]) => {
        const floors = base.allocation.floorsOver.get(agent) ?? [];
        const stays = floors.some((floor) => floor.absolute)
          ? ` ${former} is under an absolute floor: the name stays with ${agent} for good.`
          : '';
        const message = `${former} is renamed to ${agent}, which is held to its floors and has its exceptions and its records.${stays}`;
        return { message, at: allocation.at(['agents', agent, 'renamed_from']), agent };
      }),
  },
};
