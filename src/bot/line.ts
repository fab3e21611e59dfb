import type { Invocation } from '../answers/invocation.ts';
import { LANGUAGES } from '../language.ts';
import { commandText, localized } from '../messages/locale.ts';
import { type Command, textPrefix } from './command.ts';

/** A typed option: a word, a colon, text. `arxiv:2412.04467` and links are values. */
const OPTION_LIKE = /^(?!arxiv:|doi:|https?:)([a-z][a-z_-]*):(?=\S)(.*)$/s;

/**
 * Reads a line typed as in Discord: `/author name:Song Han`, `/top period:month page:2`, `/저자 이름:Song Han`. Text without
 * an option's name goes to the first option. A value ends at the next `option:` or is in double quotes.
 *
 * @param commands their option names tell options from text: `/paper Mamba: Linear-Time` is a title
 */
export function readLine(line: string, commands: ReadonlyMap<string, Command>): Invocation {
  const [, first = '', second = '', rest = ''] = /^\s*\/?(\S*)[^\S\n]*(\S*)([\s\S]*)$/.exec(line) ?? [];
  const find = (typed: string) => [...commands.values()].find(({ name }) => isNamed(name, typed));
  const subcommand = second === '' ? undefined : find(`${first} ${second}`);
  const command = subcommand ?? find(first);
  if (command === undefined) return { command: first, options: {} };
  const behind = subcommand === undefined ? second + rest : rest;
  const options: Record<string, string> = {};
  for (const { option, value, quoted } of splitOptions(behind.trim(), namesOf(command))) {
    if (option === null && value === '') continue;
    const [, unknown, text] = (option === null && !quoted && OPTION_LIKE.exec(value)) || [];
    const name = option ?? unknown ?? command.options[0]?.name ?? 'text';
    options[name] = meantBy(text ?? value, name, command);
  }
  return { command: command.name, options };
}

/** Whether `typed` is a command's name in code or in any language. */
function isNamed(name: string, typed: string): boolean {
  return name === typed || LANGUAGES.some((language) => commandText(name, language) === typed);
}

/** The choice of this name in code or in any language: `Month` and `한 달` mean `month`. Else the text as typed. */
function meantBy(typed: string, option: string, { name: command, options }: Command): string {
  const choices = options.find(({ name }) => name === option)?.choices ?? [];
  const key = `${textPrefix(command)}.options.${option}.choices`;
  const same = (name: string) => name.toLowerCase() === typed.toLowerCase();
  return (
    choices.find((choice) => [choice, ...Object.values(localized(`${key}.${choice}`))].some(same)) ?? typed
  );
}

/** Options by every name under which they can be typed. */
function namesOf({ name: command, options }: Command): Map<string, string> {
  return new Map(
    options.flatMap(({ name }): [string, string][] => [
      [name, name],
      ...Object.values(localized(`${textPrefix(command)}.options.${name}.name`)).map(
        (called): [string, string] => [called, name],
      ),
    ]),
  );
}

interface Part {
  /** Null for text before the first option. */
  readonly option: string | null;
  readonly value: string;
  readonly quoted: boolean;
}

function splitOptions(text: string, names: ReadonlyMap<string, string>): Part[] {
  const parts: Part[] = [];
  let option: string | null = null;
  let value = '';
  let blank = true;
  let quoted = false;
  let place = 0;
  while (place < text.length) {
    const quote = blank ? matchAt(/"((?:[^"\\]|\\.)*)"/y, text, place) : null;
    const name = quote === null ? matchAt(/(?<!\S)([^\s":]+):/y, text, place) : null;
    const next = names.get(name?.[1] ?? '');
    if (quote !== null) {
      value = (quote[1] ?? '').replace(/\\(.)/g, '$1');
      blank = value.trim() === '';
      quoted = true;
      place += quote[0].length;
    } else if (name !== null && next !== undefined) {
      parts.push({ option, value: value.trim(), quoted });
      option = next;
      value = '';
      blank = true;
      quoted = false;
      place += name[0].length;
    } else {
      const character = text[place] ?? '';
      value += character;
      blank &&= character.trim() === '';
      place += 1;
    }
  }
  parts.push({ option, value: value.trim(), quoted });
  return parts;
}

function matchAt(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place;
  return pattern.exec(text);
}
