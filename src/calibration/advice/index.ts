export { type ChangedFile, complexityOf } from './complexity.ts';
