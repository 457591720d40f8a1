/** The door to policies that allocations extend. What reads them is loaded only where one does. */
export { inheritFor, onPolicies, type PolicyCall, type PolicyOptions } from './inherit.ts';
