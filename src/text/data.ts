import { readFileSync } from 'node:fs';

/**
 * The lines of a data file that ships with the code, without empty ones and those that begin with `#`. Read once, when
 * the module that needs it is loaded: nowhere else does pure code read the disk.
 */
export function dataLines(file: URL): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

/** A data file with lines `key = value, value, …`, in order; `key =` has no values. */
export function dataTable(file: URL): ReadonlyMap<string, readonly string[]> {
  return new Map(
    dataLines(file).map((line) => {
      const [key = '', values = ''] = line.split(/ = ?/);
      return [key, values === '' ? [] : values.split(', ')];
    }),
  );
}

/** A data file of words, one or several a line, as a set. */
export function dataWords(file: URL): ReadonlySet<string> {
  return new Set(dataLines(file).flatMap((line) => line.split(' ')));
}
