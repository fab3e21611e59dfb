/** Characters of what somebody typed that are read: as many as the longest option takes. */
const READ_MAX = 300;

/**
 * What somebody typed, on one line and no longer than any reader can afford. Every reader of typed text begins with
 * this, whatever door the text came in by.
 */
export function typedLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, READ_MAX).toWellFormed();
}
