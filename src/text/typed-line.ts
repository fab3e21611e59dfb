/** Characters: the longest option takes this many, so the rest of a typed text is dropped. */
const READ_MAX = 300;

/** Puts a typed text on one line and cuts it to `READ_MAX` characters, before anything reads it. */
export function typedLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, READ_MAX).toWellFormed();
}
