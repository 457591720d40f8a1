import { type Entry, fromBufferPromise } from 'yauzl';

/** What an archive that an agent's job made may hold. */
interface ArchiveLimits {
  /** Entries of any kind. */
  readonly entries: number;
  /** Bytes of the one file, unpacked. */
  readonly bytes: number;
}

const ARCHIVE_LIMITS: ArchiveLimits = { entries: 16, bytes: 8 << 20 };

type ArchiveReading = { readonly text: string } | { readonly problem: string };

const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;

/**
 * The text of the one file `name` of a zip archive; a sentence where the archive is anything but that. Nothing is
 * unpacked to disk. A file that says it is small and is not ends the reading at the size that it said.
 */
export async function readArchive(
  bytes: Uint8Array,
  name: string,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<ArchiveReading> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { strictFileNames: true, validateEntrySizes: true });
    if (zip.entryCount > limits.entries)
      return { problem: `It has ${zip.entryCount} entries: at most ${limits.entries} are read.` };
    const names = new Set<string>();
    let wanted: Entry | null = null;
    for await (const entry of zip.eachEntry()) {
      if (names.has(entry.fileName)) return { problem: 'It has two entries of one name.' };
      names.add(entry.fileName);
      if (entry.fileName === name) wanted = entry;
    }
    const problem = wanted === null ? `It has no ${name}.` : refusal(wanted, limits);
    if (wanted === null || problem !== null) return { problem: problem ?? `It has no ${name}.` };
    const parts: Buffer[] = [];
    let length = 0;
    for await (const part of await zip.openReadStreamPromise(wanted)) {
      const chunk: Buffer = part;
      length += chunk.length;
      if (length > limits.bytes) return { problem: `${name} unpacks to more than ${limits.bytes} bytes.` };
      parts.push(chunk);
    }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)) };
  } catch (error) {
    // Whatever is wrong with it (names, sizes, the format itself) makes it unreadable, and nothing more.
    if (!(error instanceof Error)) throw error;
    return { problem: `It cannot be read: ${error.message.slice(0, 200)}.` };
  }
}

function refusal(entry: Entry, { bytes }: ArchiveLimits): string | null {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type !== 0 && type !== REGULAR) return `${entry.fileName} is not a regular file.`;
  if (entry.isEncrypted()) return `${entry.fileName} is encrypted.`;
  if (entry.uncompressedSize > bytes)
    return `${entry.fileName} has ${entry.uncompressedSize} bytes: at most ${bytes} are read.`;
  return null;
}
