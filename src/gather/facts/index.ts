export { derivedFacts, factsOfTask } from './task-facts.ts';
