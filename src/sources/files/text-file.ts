import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { UserError } from '../../errors.ts';

export interface TextFile {
  /** Without byte order mark. */
  readonly text: string;
  /** Whether every byte of it is UTF-8; what is not stands as U+FFFD. */
  readonly isWhole: boolean;
}

/**
 * Reads a text in UTF-8.
 *
 * @param most the most bytes that are read
 * @throws UserError where there are more, or where it is UTF-16 or UTF-32
 */
export async function readTextFile(file: string, most: number): Promise<TextFile> {
  const { size } = await stat(file);
  if (size > most) throw new UserError('errors.import.large', { megabytes: most / 2 ** 20 });
  const bytes = await readFile(file);
  if (isWide(bytes)) throw new UserError('errors.import.wide');
  return { text: bytes.toString('utf8').replace(/^\uFEFF+/, ''), isWhole: isUtf8(bytes) };
}

/** Whether a text has two or four bytes a character: it has such a mark, or its first character has a zero beside it. */
function isWide(bytes: Buffer): boolean {
  const [first = 1, second = 1, third = 1] = bytes;
  const mark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return mark || (bytes.length > 1 && (first === 0) !== (second === 0)) || (first === 0 && third === 0xfe);
}
