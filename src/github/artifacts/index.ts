/** The door to artifacts as such, without octokit: their names, what is in them, and their upload. */
export { readArchive } from './archive.ts';
export { ARTIFACT_FILE, ARTIFACT_PREFIX } from './names.ts';
export { artifactName, uploadArtifact } from './upload.ts';
