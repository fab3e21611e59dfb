import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { UserError } from '../../errors.ts';

interface TextFile {
  /** Without a byte order mark; bytes that are not UTF-8 became U+FFFD. */
  readonly text: string;
  /** Whether the whole file is UTF-8. */
  readonly isWhole: boolean;
}

/**
 * Reads a UTF-8 text file.
 *
 * @param most the largest size accepted, in bytes
 * @throws UserError if the file is larger, or is UTF-16 or UTF-32
 */
export async function readTextFile(file: string, most: number): Promise<TextFile> {
  const { size } = await stat(file);
  if (size > most) throw new UserError('errors.import.large', { megabytes: most / 2 ** 20 });
  const bytes = await readFile(file);
  if (isWide(bytes)) throw new UserError('errors.import.wide');
  return { text: bytes.toString('utf8').replace(/^\uFEFF+/, ''), isWhole: isUtf8(bytes) };
}

/** Whether a file is UTF-16 or UTF-32: it begins with their byte order mark, or one of its first two bytes is zero. */
function isWide(bytes: Buffer): boolean {
  const [first = 1, second = 1, third = 1] = bytes;
  const mark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return mark || (bytes.length > 1 && (first === 0) !== (second === 0)) || (first === 0 && third === 0xfe);
}
