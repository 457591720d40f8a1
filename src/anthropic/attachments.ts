import type Anthropic from '@anthropic-ai/sdk';
import { UserError } from '../errors.ts';
import type { Ask } from './message.ts';

type Block = Ask['content'][number];
type ImageType = Anthropic.Base64ImageSource['media_type'];

/** A file that goes along with the prompt. */
export interface Attachment {
  /** As it was named. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the API takes of each kind, in bytes, and of a whole request once it is encoded. */
const MOST = { text: 1_000_000, image: 5_000_000, document: 22_000_000, all: 22_000_000 } as const;

const IMAGES: readonly (readonly [ImageType, RegExp])[] = [
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the signatures have them
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/],
];

/**
 * A file as the API takes it, by what is in it and not by its name: an image, a PDF, or text as a document of its own,
 * so that nothing in it can pass for the prompt. Throws `UserError` for anything else, and what is too large.
 */
export function attachmentBlock({ name, bytes }: Attachment): Block {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const image = IMAGES.find(([, signature]) => signature.test(start));
  const within = (kind: 'text' | 'image' | 'document'): void => {
    if (bytes.length > MOST[kind])
      throw new UserError(
        `${name} has ${bytes.length} bytes: at most ${MOST[kind]} of its kind can be attached.`,
      );
  };
  const data = (): string => Buffer.from(bytes).toString('base64');
  if (image !== undefined) {
    within('image');
    return { type: 'image', source: { type: 'base64', media_type: image[0], data: data() } };
  }
  if (start.startsWith('%PDF-')) {
    within('document');
    return {
      type: 'document',
      title: name,
      source: { type: 'base64', media_type: 'application/pdf', data: data() },
    };
  }
  within('text');
  return textDocument(name, textOf(name, bytes));
}

/** Text as a document: data beside the prompt, with its name. */
export function textDocument(title: string, text: string): Block {
  return { type: 'document', title, source: { type: 'text', media_type: 'text/plain', data: text } };
}

function textOf(name: string, bytes: Uint8Array): string {
  let text: string | null = null;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  if (text === null || text.includes('\0')) {
    throw new UserError(
      `${name} is neither text in UTF-8 nor an image or a PDF that can be attached.`,
      'Attach text, png, jpeg, gif, webp or pdf.',
    );
  }
  if (text.trim() === '') throw new UserError(`${name} is empty.`, 'Leave it out.');
  return text;
}
