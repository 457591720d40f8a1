import type { Github } from '../support/github/index.ts';

/** Tokens as they are, and of the letters that markdown, HTML, JSON and addresses write otherwise. */
export const PLANTED = {
  DEPLOY_TOKEN: 'ghp_planted_abcdef0123456789_WXYZ',
  ANTHROPIC_API_KEY: 'sk-ant-api03-pl*nted_*a_b*c_0123456789',
  SIGNING_KEY: 'pl<nted>&lt;_|x|_$y$_`z`_[0]~"q"\\@u#12',
};
export const TOKENS = Object.values(PLANTED);

/** A text as a reader has it: whatever was put in to keep it from being markup is gone. */
function readable(written: string): string {
  return written
    .replace(/&#8203;|\u200b/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#124;', '|')
    .replaceAll('&#36;', '$')
    .replaceAll('&amp;', '&')
    .replaceAll('\\', '');
}

/** No eight letters of a token in a row, however the text was written; a beginning that all such tokens have is none. */
export function expectNone(written: string): void {
  const forms = [
    written,
    readable(written),
    decodeURIComponent(written.replace(/%(?![0-9A-F]{2})/gi, '%25')),
  ];
  for (const token of TOKENS) {
    const plain = token.replaceAll('\\', '');
    for (let at = 0; at + 8 <= plain.length; at += 1)
      if (forms.some((form) => form.includes(plain.slice(at, at + 8))))
        throw new Error(`${plain.slice(at, at + 8)} shows in ${written}`);
  }
}

/** What somebody says who knows all of them. */
export const SAID = `it says ${TOKENS.join(' and ')} to @everyone`;

/** What the runner is told to mask stands in its log for the runner alone. */
export const withoutMasks = (log: string): string => log.replace(/^::add-mask::.*$/gm, '');

/** The same over several lines, as YAML and markdown fold them, and cut off. */
export const FOLDED = [
  'it says',
  ...TOKENS.map((token) => `${token.slice(0, 12)}\n    ${token.slice(12)}`),
  ...TOKENS.map((token) => `${token.slice(0, 9)}\r\n> ${token.slice(9)}`),
  ...TOKENS.map((token) => `${token.slice(0, 20)}...`),
].join(' and ');

/** None in what GitHub was asked and told, but for the credentials of the requests. */
export function expectNoneSent({ exchanges }: Pick<Github, 'exchanges'>): void {
  for (const { method, path, query, body } of exchanges)
    expectNone(`${method} ${decodeURIComponent(path)} ${query} ${JSON.stringify(body ?? null)}`);
}
