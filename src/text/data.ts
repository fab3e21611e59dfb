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

/** A data file of lines `key = value, value, …`, in its order. */
export function dataTable(file: URL): ReadonlyMap<string, readonly string[]> {
  return new Map(
    dataLines(file).map((line) => {
      const [key = '', values = ''] = line.split(' = ');
      return [key, values.split(', ')];
    }),
  );
}
