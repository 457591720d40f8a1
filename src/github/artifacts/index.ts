/** The door to artifacts as such, without octokit: their names, what is in them, and their upload. */
export { ARCHIVE_LIMITS, type ArchiveLimits, type ArchiveReading, readArchive } from './archive.ts';
export { ARTIFACT_FILE, ARTIFACT_PREFIX } from './names.ts';
export { artifactName, uploadArtifact } from './upload.ts';
