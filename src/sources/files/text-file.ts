import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { UserError } from '../../errors.ts';

interface TextFile {
  /** Without a byte order mark; other bytes than UTF-8 are U+FFFD. */
  readonly text: string;
  /** Whether all of it is UTF-8. */
  readonly isWhole: boolean;
}

/** @param most bytes @throws UserError if the file is larger, or is UTF-16 or UTF-32 */
export async function readTextFile(file: string, most: number): Promise<TextFile> {
  const { size } = await stat(file);
  if (size > most) throw new UserError('errors.import.large', { megabytes: most / 2 ** 20 });
  const bytes = await readFile(file);
  if (isWide(bytes)) throw new UserError('errors.import.wide');
  return { text: bytes.toString('utf8').replace(/^\uFEFF+/, ''), isWhole: isUtf8(bytes) };
}

/** Whether a file begins like UTF-16 or UTF-32: with a byte order mark, or with one zero in two bytes. */
function isWide(bytes: Buffer): boolean {
  const [first = 1, second = 1, third = 1] = bytes;
  const mark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return mark || (bytes.length > 1 && (first === 0) !== (second === 0)) || (first === 0 && third === 0xfe);
}
