import { expect, it } from 'vitest';
import { descriptionsIn, messagesIn } from '../../scripts/messages.ts';

const texts = (source: string): string[] => messagesIn(source).map(({ text }) => text);

it('lists texts and templates, with their values left open, and no names or types', () => {
  const source = `
import { x } from 'no such place';
type Kind = 'not a message';
throw new UserError(\`The file \${path} is empty.\`, 'Write something, and try again.');
const row = { id: 'HF101', purpose: 'A floor \\'of the base\\' is gone.', nested: \`\${a ? 'one of them' : 'x'} \${n}\` };
`;
  expect(texts(source)).toEqual([
    'The file {…} is empty.',
    'Write something, and try again.',
    "A floor 'of the base' is gone.",
    'one of them',
  ]);
});

it('lists the descriptions of a schema', () => {
  const schema = '{ "title": "A file", "properties": { "id": { "description": "Say \\"why\\"." } } }';
  expect(descriptionsIn(schema).map(({ text }) => text)).toEqual(['A file', 'Say "why".']);
});
