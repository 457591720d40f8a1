export { type ClaudeCode, claudeCode, type Pins } from './claude-code.ts';
export { type DefinitionReading, definitionText, keysOf, nameIn, readDefinition } from './definition.ts';
export { plainSession, type Session, type SubAgent, sessionOf, TOO_LONG } from './sub-agents.ts';
