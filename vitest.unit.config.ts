import { defineConfig } from 'vitest/config';
import { unit } from './vitest.config.ts';

/** The tests by which `npm run mutate` judges: those that are quick enough to be asked thousands of times. */
export default defineConfig({ logLevel: 'error', test: unit });
