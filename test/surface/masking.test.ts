import { describe, expect, it } from 'vitest';
import { maskText, Secrets, secretsOf } from '../../src/surface/masking.ts';

const TOKEN = 'ghs_planted>?0123456789abcdef';

describe('a secret', () => {
  it.each(['', 'x', 'xy', 'x-access-token:'])('is masked within base64, after "%s"', (before) => {
    const encoded = Buffer.from(`${before}${TOKEN}`).toString('base64');
    for (const text of [encoded, Buffer.from(`${before}${TOKEN} and more`).toString('base64url')]) {
      const secrets = new Secrets(secretsOf({ GITHUB_TOKEN: TOKEN }));
      const masked = secrets.mask(`AUTHORIZATION: basic ${text}`);
      expect(masked).toContain('***');
      const left = masked.split('***').join('').slice('AUTHORIZATION: basic '.length);
      expect(Buffer.from(left, 'base64').toString('latin1')).not.toContain('planted');
      expect(left.length).toBeLessThan(text.length - 30);
    }
  });

  it('that is learnt on the way is masked within base64, too', () => {
    const secrets = new Secrets([]);
    secrets.learn(TOKEN);
    expect(secrets.mask(Buffer.from(TOKEN.slice(2, 27)).toString('base64'))).not.toContain('***');
    expect(secrets.mask(Buffer.from(`${TOKEN}!`).toString('base64'))).toMatch(/^\*{3}..?$/);
  });

  it.each(['DEPLOY_TOKEN', 'db_password', 'SIGNING_KEY', 'GH_PAT', 'WEBHOOK_SECRET'])(
    'is found by the name of its variable: %s',
    (name) => expect(new Secrets(secretsOf({ [name]: TOKEN })).mask(`a ${TOKEN} b`)).toBe('a *** b'),
  );

  it('that a gateway takes for a key is masked, however short it is', () => {
    const secrets = secretsOf({ ANTHROPIC_AUTH_TOKEN: 'sk-1234' });
    expect(maskText('Bearer sk-1234', secrets)).toBe('Bearer ***');
  });

  it('that a text has as hexadecimal entities is masked', () => {
    const secret = 'sk-ant-api03-a_b<c>d';
    const written = secret.replace(/[_<>]/g, (each) => `&#x${each.charCodeAt(0).toString(16)};`);
    expect(maskText(`x ${written} y`, [secret])).toBe('x *** y');
  });

  it('that is a short word is no secret', () => {
    expect(new Secrets(secretsOf({ DEPLOY_KEY: 'no' })).mask('no')).toBe('no');
  });

  it.each([
    'MYSQL_PASSWD',
    'REGISTRY_CREDENTIALS',
    'DEPLOY_CREDS',
    'SIGNING_PASSPHRASE',
    'OPENAI_APIKEY',
    'PASSWORD',
    'INPUT_API-KEY',
    'npm_config__auth',
    'NPM_CONFIG__AUTH',
    'npm_config__password',
    'npm_config_//registry.npmjs.org/:_authToken',
    'npm_config_//npm.pkg.github.com/:_auth',
  ])('is found by the name of its variable: %s', (name) => {
    expect(new Secrets(secretsOf({ [name]: TOKEN })).mask(`a ${TOKEN} b`)).toBe('a *** b');
  });

  it.each([
    ['XAUTHORITY', '/run/user/1001/gdm/Xauthority'],
    ['GITHUB_ACTION_PATH', '/srv/runner/work/_actions/x/y'],
    ['AUTHOR_NAME', 'Octocat of GitHub, Inc.'],
    ['MONKEY', 'a monkey that is no key'],
    ['GOOGLE_APPLICATION_CREDENTIALS', '/srv/runner/work/demo/demo/gha-creds-0a1b2c.json'],
  ])('is not what has another name, nor the path of a file: %s', (name, value) => {
    expect(secretsOf({ [name]: value })).toEqual([]);
  });

  describe('that was cut off', () => {
    const SECRET = 'ghp_planted_abcdef0123456789_WXYZ';
    const secrets = secretsOf({ GITHUB_TOKEN: SECRET });
    const cut = SECRET.slice(0, 20);

    it.each([
      ['three dots', `it is ${cut}... and so on`, 'it is ***... and so on'],
      ['an ellipsis', `it is ${cut}… and so on`, 'it is ***… and so on'],
      ['two dots', `${cut}..`, '***..'],
      ['dots in brackets', `${cut}[...]`, '***[...]'],
      ['dots behind a quotation mark', `"${cut}"...`, '"***"...'],
      ['dots that markdown has escaped', `${cut.replaceAll('_', '\\_')}\\.\\.\\.`, '***\\.\\.\\.'],
      ['an entity', `${cut}&hellip;`, '***&hellip;'],
      ['a line that ends there', `${cut}...\nnext`, '***...\nnext'],
      ['a line that ends within it', 'ghp_pla\n  nted_abcd...', '***...'],
      ['the end', `it is ${cut}`, 'it is ***'],
      ['dots, and begins so', `...${SECRET.slice(12)} it is`, '...*** it is'],
      ['dots in the middle', `${SECRET.slice(0, 9)}...${SECRET.slice(-9)}!`, '***...***!'],
    ])('before %s shows nothing of it', (_, text, masked) => expect(maskText(text, secrets)).toBe(masked));
  });

  describe('that a line ends within', () => {
    const SECRET = 'ghp_planted_abcdef0123456789_WXYZ';
    const secrets = secretsOf({ GITHUB_TOKEN: SECRET });

    it.each([
      '\n',
      '\r\n',
      '\n    ',
      '  \n\n\t',
      '\\\n      ',
      '\\n',
      '\\r\\n  ',
      '\n> ',
      '\n# ',
      '\n * ',
      ' ',
      '%0A',
      '&#10;',
      '[U+0085]',
      '\u2028',
    ])('at any of its letters is masked: %j', (end) => {
      for (let at = 1; at < SECRET.length; at += 1)
        expect(maskText(`a ${SECRET.slice(0, at)}${end}${SECRET.slice(at)} b`, secrets)).toBe('a *** b');
      const each = [...SECRET].join(end);
      expect(maskText(`a ${each} b`, secrets)).toBe('a *** b');
    });

    it('and goes on in base64 is masked', () => {
      const lines =
        Buffer.from(`x-access-token:${SECRET}`)
          .toString('base64')
          .match(/.{1,19}/g) ?? [];
      const masked = maskText(lines.join('\n'), secrets);
      expect(Buffer.from(masked.replaceAll('***', ''), 'base64').toString('latin1')).not.toMatch(
        /planted|0123/,
      );
    });
  });

  it.each([
    'Wait... and see… There is more .. and more.',
    'claude-opus-5-5 and claude-haiku-5-5...',
    '3f786850e387550fdab836ed7e6dc881de23001b\nda39a3ee5e6b4b0d3255bfef95601890afd80709...',
    'https://github.com/octo/demo/actions/runs/16789123456…',
    '| a | b |\n| - | - |\n> c\n\n# d\n\\_ &amp; %20 [x] ...',
    'ghp_ and sk-ant-... are what tokens begin with',
    '/srv/runner/work/demo/demo/...',
    'sk-ant-api03-another-key_0000 and ghp_plans go on',
    'of 0123456789 runs, a0123456789 is one',
    '[a tas k-1]',
  ])('is not what only looks like one: %j', (text) => {
    const secrets = secretsOf({
      GITHUB_TOKEN: 'ghp_planted_abcdef0123456789_WXYZ',
      ANTHROPIC_API_KEY: 'sk-ant-api03-planted_0123456789',
      DEPLOY_KEY: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
      GCP_CREDENTIALS: '/srv/runner/work/demo/demo/gha-creds-0a1b2c.json',
      ANTHROPIC_AUTH_TOKEN: 'sk-1',
    });
    expect(maskText(text, secrets)).toBe(text);
  });

  it('is looked for in a time that grows with the text alone', () => {
    const secrets = secretsOf({
      GITHUB_TOKEN: TOKEN,
      DEPLOY_KEY: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab',
    });
    for (const piece of [
      '.',
      '…',
      ' ',
      '\n',
      '\\n',
      '\\',
      '# ',
      '>',
      ' >',
      '&amp;',
      'amp;',
      '&',
      '%25',
      '25',
      '[U+',
      'a',
      'a ',
      'a…',
      'aaaaaaaa..',
      TOKEN.slice(0, 9),
      `${TOKEN.slice(0, 20)}...`,
      `${TOKEN.slice(-20)}\n`,
    ]) {
      const hostile = piece.repeat(Math.ceil((1 << 20) / piece.length));
      const start = performance.now();
      maskText(hostile, secrets);
      expect(performance.now() - start, JSON.stringify(piece)).toBeLessThan(15_000);
    }
  }, 120_000);
});
