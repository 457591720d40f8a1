export { type ClaudeCode, claudeCode, limits } from './claude-code.ts';
export { type DefinitionReading, definitionText, keysOf, nameIn, readDefinition } from './definition.ts';
export { NEUTRAL, type Pins } from './pins.ts';
export { plainSession, type Session, type SubAgent, sessionOf, TOO_LONG } from './sub-agents.ts';
