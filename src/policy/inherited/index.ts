/** The door to what a file takes over from its organisation's policy. Loaded only where a file extends one. */
export { laid, type PolicyStanding } from './laid.ts';
export { inheritFrom, MOST_LEVELS, type Policies, type PolicyState } from './policies.ts';
