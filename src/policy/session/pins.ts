/** Variables of the environment that the project's files must not set for a locked session, each with its value. */
export type Pins = Readonly<Record<string, string>>;

/** What picks a model or adds to a request; empty, but for a body without anything in it. */
export const NEUTRAL: Pins = {
  CLAUDE_CODE_EXTRA_BODY: '{}',
  CLAUDE_CODE_SUBAGENT_MODEL: '',
  CLAUDE_CODE_SUBAGENT_MODEL_FORCE: '',
  CLAUDE_CODE_WORKFLOW_SUBAGENT_MODEL: '',
  CLAUDE_CODE_ALLOW_OTHER_MODELS: '',
  CLAUDE_CODE_MODEL_CATALOG: '',
  CLAUDE_CODE_MODEL_CATALOG_URL: '',
};
