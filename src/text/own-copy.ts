/** V8 keeps a substring from 13 letters on as a view, which keeps the whole text in memory. */
const VIEW_MIN = 13;

/** The same text as a string of its own, for texts that are kept for long. */
export function ownCopy(text: string): string {
  return text.length < VIEW_MIN ? text : [...text].join('');
}
