// Written by scripts/generate.ts from package.json.
export const VERSION = '0.1.0';
