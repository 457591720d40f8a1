/** The same call as `run` makes, with nothing but the SDK. */
import Anthropic from '@anthropic-ai/sdk';

const client = new Anthropic({ apiKey: process.env.ANTHROPIC_API_KEY, maxRetries: 0 });
const stream = await client.messages.create({
  model: 'claude-sonnet-5-5',
  max_tokens: 32000,
  stream: true,
  messages: [{ role: 'user', content: 'Do it.' }],
});
let text = '';
for await (const event of stream)
  if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') text += event.delta.text;
process.stdout.write(`${text}\n`);
