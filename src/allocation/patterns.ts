/** A form of text, and what it wants in words that go after "must be". */
interface Form {
  readonly pattern: RegExp;
  readonly words: string;
}

const NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;
const FACT = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/;

/**
 * Every form of text that has a name. The schemas take theirs from here: `scripts/generate.ts` writes the pattern
 * wherever a `$comment` names its form.
 */
export const FORMS = {
  name: {
    pattern: NAME,
    words: 'a name: a letter, then letters, digits, _ . or -, at most 64 in all',
  },
  /** A sub-agent of a plugin reports as `plugin:agent`. */
  alias: {
    pattern: new RegExp(`^${NAME.source.slice(1, -1)}(?::${NAME.source.slice(1, -1)}){0,2}$`),
    words: 'a name, or one of a plugin such as acme:reviewer',
  },
  fact: {
    pattern: FACT,
    words: 'a name: a letter or _, then letters, digits, _ or -, at most 64 in all',
  },
  booleanFact: {
    pattern: new RegExp(`^\\s*task\\.${FACT.source.slice(1, -1)}\\s*$`),
    words: 'one boolean fact, written task.NAME',
  },
  floor: {
    pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/,
    words: 'an id: letters, digits, _ . or -, at most 100 in all',
  },
  model: {
    pattern: /^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$/,
    words: 'a model id: letters, digits and . _ : @ / - only',
  },
  rule: { pattern: /^HF[1-9][0-9]{2}$/, words: 'the id of a rule, such as HF101' },
  week: { pattern: /^[0-9]{4}-W[0-9]{2}$/, words: 'an ISO week such as 2026-W50' },
  date: { pattern: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, words: 'a date such as 2026-11-30' },
  instant: {
    pattern: /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/,
    words: 'a time like 2026-11-23T03:10:41Z',
  },
  repository: {
    pattern: /^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/,
    words: 'a repository, written OWNER/NAME',
  },
  action: {
    pattern: /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+\/[A-Za-z0-9_./-]+@[0-9a-f]{40}$/,
    words: 'OWNER/REPO/path@SHA with a full commit id',
  },
  actionReference: {
    pattern: /^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}@(?:[0-9a-f]{40}|v\d+(?:\.\d+){0,2})$/,
    words: 'OWNER/REPO@SHA with a full commit id, or a version such as OWNER/REPO@v1',
  },
  workflowFile: {
    pattern: /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}\.ya?ml$/,
    words: 'a file name under .github/workflows such as agent.yml',
  },
  workflowInput: {
    pattern: /^[A-Za-z_][A-Za-z0-9_-]{0,99}$/,
    words: "a workflow's input: a letter or _, then letters, digits, _ or -",
  },
  workflow: {
    pattern: /^\.github\/workflows\/[^/@\p{Cc}\p{Cs}]{1,200}\.ya?ml$/u,
    words: 'the path of a workflow such as .github/workflows/review.yml',
  },
  commit: { pattern: /^[0-9a-f]{40}$/, words: 'a full commit id: 40 hexadecimal digits' },
  hash: { pattern: /^[0-9a-f]{64}$/, words: 'a SHA-256: 64 hexadecimal digits' },
  nonce: { pattern: /^[0-9a-f]{16,64}$/, words: '16 to 64 hexadecimal digits' },
  claim: { pattern: /^hf-[0-9a-f]{32}$/, words: 'hf- and 32 hexadecimal digits' },
  runId: { pattern: /^[1-9]\d{0,19}$/, words: 'the id of a run: digits alone' },
  /** Half a surrogate pair has no bytes in a file. */
  text: { pattern: /^\P{Cs}*$/u, words: 'well-formed text' },
} as const satisfies Readonly<Record<string, Form>>;

/** A pattern as a schema writes it. */
export function patternText({ pattern }: Form): string {
  return pattern.source.replaceAll('\\/', '/');
}

/** What a pattern of a schema wants, in words. */
export function patternWords(text: string): string {
  const form = Object.values(FORMS).find((each) => patternText(each) === text);
  return form?.words ?? `text that matches ${text}`;
}
