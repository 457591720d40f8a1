import type { Rule } from '../../rule.ts';
import { found } from './drifts.ts';

export const subAgentFileMisread: Rule = {
  id: 'HF237',
  name: 'sub-agent-file-misread',
  severity: 'warning',
  purpose: 'Claude Code takes a file of `.claude/agents` otherwise than it looks, or not at all.',
  remedy: 'write the front matter as Claude Code reads it, one file for each name.',
  breach: false,
  checks: {
    agents: (agents) => [
      ...found(agents, ['unknown-key', 'skipped', 'not-yaml', 'duplicate-name', 'file-gone']),
      ...found(agents, ['unread'], ({ floor }) => floor === null),
    ],
  },
};
