/** An override as somebody wrote it on a pull request. Whether its names mean anything is not judged here. */
export interface WrittenOverride {
  readonly agent: string;
  /** Null: every phase. */
  readonly phase: string | null;
  readonly tier: string;
  /** Null: none was given. */
  readonly reason: string | null;
}

/** What an override's words begin with, in a label and in a comment. */
export const LABEL_START = 'haiku-first:';
const COMMENT_START = '/haiku-first';

/** How they are written, for messages. */
export const LABEL_FORM = 'haiku-first:AGENT=TIER or haiku-first:AGENT/PHASE=TIER';
export const COMMENT_FORM = '/haiku-first AGENT PHASE TIER because REASON';

/** A name, or a plugin's `plugin:agent`. */
const NAME = '[A-Za-z][\\w.:-]{0,128}';
const LABEL = new RegExp(`^${LABEL_START}(${NAME})(?:/(${NAME}))?=(${NAME})$`);
const CELL = new RegExp(`^(${NAME})(?:[ \\t/]+(${NAME}))?[ \\t]+(${NAME})$`);

/** More lines than a comment has a use for. */
const MOST_LINES = 50;

/** The override of a label, `haiku-first:TESTING/EXEC=opus`: its reason is the label. Null: it is none. */
export function overrideOfLabel(label: string): WrittenOverride | null {
  const [, agent, phase = null, tier] = LABEL.exec(label) ?? [];
  return agent === undefined || tier === undefined ? null : { agent, phase, tier, reason: label };
}

/**
 * The overrides of a comment: its lines `/haiku-first TESTING EXEC opus because the merge is big`, in their order; null
 * for a line that begins like one and is none. What a reader takes for a quotation or does not see does not count:
 * blocks of code, HTML comments, lines that do not begin with the words.
 */
export function overridesOfComment(body: string): readonly (WrittenOverride | null)[] {
  const seen = body
    .replace(/\r\n?/g, '\n')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/^ {0,3}(```+|~~~+)[\s\S]*?(?:^ {0,3}\1.*$|(?![\s\S]))/gm, '');
  return seen
    .split('\n')
    .filter((line) => line === COMMENT_START || /^\/haiku-first[ \t]/.test(line))
    .slice(0, MOST_LINES)
    .map((line) => {
      const [, cell = '', reason = ''] =
        /^(.*?)(?:[ \t]because\b[ \t:]*(.*))?$/i.exec(line.slice(COMMENT_START.length)) ?? [];
      const [, agent, phase = null, tier] = CELL.exec(cell.trim()) ?? [];
      if (agent === undefined || tier === undefined) return null;
      return { agent, phase, tier, reason: reason.trim() === '' ? null : reason.trim() };
    });
}
