/** The door to what a file takes over from its organisation's policy, and hands on to laptops. Loaded only where it is asked for. */
export { laid, type PolicyStanding } from './laid.ts';
export { managedSettings } from './managed.ts';
export { inheritFrom, MOST_LEVELS, type Policies, type PolicyState } from './policies.ts';
