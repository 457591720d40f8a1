/**
 * The light half of `@actions/core`. Its entry also loads an HTTP client (40 ms, more than a whole `resolve` of
 * ours), so the files are taken by path: they hold the escaping and the file commands, which are the toolkit's to
 * define. The bundle resolves the paths when it is built; a new layout of the toolkit would fail the build.
 */
export { issueCommand } from '../../node_modules/@actions/core/lib/command.js';
export {
  issueFileCommand,
  prepareKeyValueMessage,
} from '../../node_modules/@actions/core/lib/file-command.js';
