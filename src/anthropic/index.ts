/** The only room that talks to Claude's API. It is loaded when it is needed: the SDK is large. */
export { type Attachment, attachmentBlock, textDocument } from './attachments.ts';
export { API, type ClaudeClient, createClaudeClient } from './client.ts';
export { type Access, type Federation, federationAccess } from './credentials.ts';
export type { ApiFailure } from './errors.ts';
export { identitySource } from './identity.ts';
export { type Ask, type Reply, type Seen, sendMessage } from './message.ts';
export {
  type ModelFacts,
  type ModelReading,
  modelFacts,
  QUESTION_PATIENCE,
  readModel,
  supportedEffort,
  whyUnavailable,
} from './models.ts';
export { WAITING_BUDGET, Waiting } from './patience.ts';
