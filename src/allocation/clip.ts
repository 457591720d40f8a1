/** Text of a file as a message shows it: a long one only in part. */
export function clip(text: string, length = 80): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
