/** The door to what is said of commits and trees. The git program is behind `local/index.ts`, which is loaded when it is needed. */
export { BlobTooLarge, type CommitId, type CommitReader, isCommitId, isPartOf } from './commit-reader.ts';
export type { DiffStat } from './diff-stat.ts';
export {
  FILE_MODE,
  FOLDER_MODE,
  fileIn,
  filesBelow,
  folderIn,
  idIn,
  pathParts,
  type TreeEntry,
  type TreeListing,
} from './tree.ts';
