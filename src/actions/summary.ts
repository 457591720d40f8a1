/** GitHub takes 1 MiB of job summary from a step, and of a larger one nothing. */
const SUMMARY_BYTES = 1_048_576;

const CUT = '\n\n_The rest does not fit into a job summary._\n';

/** The markdown, cut after the last whole line that fits. Commands keep within the limit: this is the last resort. */
export function withinSummary(markdown: string): string {
  const bytes = Buffer.from(markdown);
  if (bytes.length <= SUMMARY_BYTES) return markdown;
  const room = bytes.subarray(0, SUMMARY_BYTES - Buffer.byteLength(CUT));
  const end = room.lastIndexOf('\n');
  return `${room.subarray(0, Math.max(end, 0)).toString('utf8')}${CUT}`;
}

/** Lines of plain text as markdown in which nothing is markup: an indented block has no end that text could write. */
export function asBlock(lines: readonly string[]): string {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => `    ${line}`)
    .join('\n');
}
