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
});
