import { describe, expect, it } from 'vitest';
import { referenceOf, remoteOf } from '../../../src/commands/init/reference.ts';
import { createGit } from '../../../src/git/local/index.ts';
import { VERSION } from '../../../src/surface/version.ts';
import { TemporaryRepository } from '../../git/temporary-repository.ts';

const git = createGit({ PATH: process.env.PATH });

describe('the repository that a remote names', () => {
  it.each([
    ['https://github.com/octo-org/shop.git', 'https://github.com'],
    ['https://github.com/octo-org/shop', 'https://github.com'],
    ['https://name:secret@github.com/octo-org/shop.git/', 'https://github.com'],
    ['git@github.com:octo-org/shop.git', 'https://github.com'],
    ['ssh://git@ghe.example.com:2222/octo-org/shop.git', 'https://ghe.example.com'],
    ['https://ghe.example.com:8443/octo-org/shop', 'https://ghe.example.com'],
  ])('is found in %s', async (url, server) => {
    using repository = new TemporaryRepository();
    repository.git('remote', 'add', 'origin', url);
    expect(await remoteOf(git, repository.path)).toEqual({ server, owner: 'octo-org', name: 'shop' });
  });

  it.each(['/srv/git/shop.git', '../shop', 'https://example.com/a/b/c.git', 'file:///srv/octo/shop'])(
    'is not in %s',
    async (url) => {
      using repository = new TemporaryRepository();
      repository.git('remote', 'add', 'origin', url);
      expect(await remoteOf(git, repository.path)).toBeNull();
    },
  );
});

describe('what the workflows use, from a clone of haiku-first', () => {
  it('is its commit, with the version for people; whether it was published is known', async () => {
    using repository = new TemporaryRepository();
    expect(await referenceOf(git, repository.path)).toBeNull();
    const ref = repository.commit({ 'action.yml': '' }, [], 'main');
    expect(await referenceOf(git, repository.path)).toBeNull();
    repository.git('remote', 'add', 'origin', 'git@github.com:octo/haiku-first.git');
    const reference = {
      repository: 'octo/haiku-first',
      ref,
      version: VERSION,
      known: true,
      server: 'https://github.com',
    };
    expect(await referenceOf(git, repository.path)).toEqual({ reference, published: false });
    repository.git('update-ref', 'refs/remotes/origin/main', ref);
    expect(await referenceOf(git, repository.path)).toEqual({ reference, published: true });
  });
});
