export { derivedFacts } from './derived-facts.ts';
export { factsOfTask } from './task-facts.ts';
