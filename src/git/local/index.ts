/** The door to the git program. What needs none is in the door above. */
export type { Env } from './find.ts';
export { AmbiguousRevision, createLocalReader, type LocalReader } from './local-reader.ts';
export { mergeFile } from './merge-file.ts';
export { ObjectReader, type ObjectReading } from './objects.ts';
export { createGit, type Git, type GitCall, type GitResult, type Setting, words } from './process.ts';
export { encodeTree, parseTree } from './tree-object.ts';
export { requireGit } from './version.ts';
