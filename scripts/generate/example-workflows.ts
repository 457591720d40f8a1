import type { GeneratedFile } from './schemas.ts';

/** The examples that `init` writes into a repository, by their file names. */
export const WRITTEN_EXAMPLES = [
  'allocation-gate.yml',
  'by-hand.yml',
  'collect-usage.yml',
  'weekly-calibration.yml',
  'weekly-report.yml',
] as const;

/** Those examples as a module: `init` writes what the documents show. */
export function exampleWorkflows(texts: ReadonlyMap<string, string>): GeneratedFile {
  const rows = WRITTEN_EXAMPLES.map((name) => `  '${name}': ${JSON.stringify(texts.get(name))},`);
  return {
    path: 'src/generated/example-workflows.ts',
    text: [
      '// Written by scripts/generate.ts from docs/example/workflows/. Do not edit: run `npm run generate`.',
      '',
      '/** Example workflows by their file names. */',
      'export const EXAMPLE_WORKFLOWS = {',
      ...rows,
      '} as const;',
      '',
    ].join('\n'),
  };
}
