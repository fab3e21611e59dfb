import type { Invocation } from '../ask/invocation.ts';
import type { Command } from './command.ts';

/** A word and a colon with something right behind it, as options are typed; `arxiv:2412.04467` and links are values. */
const OPTION_LIKE = /^(?!arxiv:|doi:|https?:)([a-z][a-z_-]*):(?=\S)/;

/**
 * Reads a line typed as in Discord: `/author name:Song Han`, `/top period:month page:2`. Text without an option's
 * name goes to the first option; a value runs to the next `option:` or stands in double quotes.
 *
 * @param commands tell which names are options: `/paper Mamba: Linear-Time` is a title with a colon in it
 */
export function readLine(line: string, commands: ReadonlyMap<string, Command>): Invocation {
  const [, name = '', rest = ''] = /^\s*\/?(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  const options = commands.get(name)?.options ?? [];
  const values: Record<string, string> = {};
  const first = options[0]?.name;
  for (const { option, value } of splitOptions(
    rest.trim(),
    options.map((one) => one.name),
  )) {
    if (option !== null) values[option] = value;
    else if (value === '') continue;
    else {
      const unknown = OPTION_LIKE.exec(value)?.[1];
      values[unknown ?? first ?? 'text'] = value;
    }
  }
  return { command: name, options: values };
}

interface Part {
  /** Null: text before the first option. */
  readonly option: string | null;
  readonly value: string;
}

function splitOptions(text: string, names: readonly string[]): Part[] {
  const parts: Part[] = [];
  let option: string | null = null;
  let value = '';
  let place = 0;
  const starts = names.length > 0 ? new RegExp(`(?<!\\S)(${names.join('|')}):`, 'y') : null;
  while (place < text.length) {
    const quoted = value.trim() === '' ? /"((?:[^"\\]|\\.)*)"/y : null;
    if (quoted) quoted.lastIndex = place;
    const quote = quoted?.exec(text);
    if (quote) {
      value = (quote[1] ?? '').replace(/\\(.)/g, '$1');
      place += quote[0].length;
      continue;
    }
    if (starts) starts.lastIndex = place;
    const start = starts?.exec(text);
    if (start) {
      parts.push({ option, value: value.trim() });
      option = start[1] ?? null;
      value = '';
      place += start[0].length;
      continue;
    }
    value += text[place];
    place += 1;
  }
  parts.push({ option, value: value.trim() });
  return parts;
}
