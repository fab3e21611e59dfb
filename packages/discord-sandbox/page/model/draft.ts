import type { CommandOption } from '../../state/types.ts';
import { namesOf, type Usable } from './commands.ts';

/** The text typed into an option. */
export interface Filled {
  readonly name: string;
  readonly text: string;
  /** The value to send instead of the text, if it was picked from choices; else null. */
  readonly value: string | number | null;
}

/** The contents of the command bar. */
export type Draft =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'command';
      readonly usable: Usable;
      /** Options in the order of the bar: required ones first, then others in the order in which they were opened. */
      readonly filled: readonly Filled[];
      /** Text after the last option: the beginning of another option's name. */
      readonly rest: string;
    };

export type CommandDraft = Extract<Draft, { kind: 'command' }>;

export const NOTHING: Draft = { kind: 'text', text: '' };

/** An option with a typed text. */
export function typed(name: string, text = ''): Filled {
  return { name, text, value: null };
}

/** A new draft of a command, with its required options open. */
export function draftOf(usable: Usable): CommandDraft {
  const filled = usable.options.filter(({ required }) => required).map(({ name }) => typed(name));
  return { kind: 'command', usable, filled, rest: '' };
}

/** Opens an option, or changes its text. */
export function withFilled(draft: CommandDraft, one: Filled): CommandDraft {
  const place = draft.filled.findIndex(({ name }) => name === one.name);
  const filled = place < 0 ? [...draft.filled, one] : draft.filled.with(place, one);
  return { ...draft, filled };
}

export function withoutFilled(draft: CommandDraft, name: string): CommandDraft {
  return { ...draft, filled: draft.filled.filter((one) => one.name !== name) };
}

/** Options that are not in the bar yet. */
export function leftOptions({ usable, filled }: CommandDraft): readonly CommandOption[] {
  return usable.options.filter(({ name }) => filled.every((one) => one.name !== name));
}

/** The first required option without a text. */
export function missingOption({ usable, filled }: CommandDraft): CommandOption | undefined {
  return usable.options.find(
    ({ name, required }) => required && !filled.some((one) => one.name === name && one.text.trim() !== ''),
  );
}

/** Finds an option by its name in code or in the reader's language. */
export function optionCalled(options: readonly CommandOption[], text: string, locale: string) {
  const name = text.trim().toLowerCase();
  return options.find((option) => namesOf(option, locale).includes(name));
}

/**
 * Reads a whole line, `/top period:month page:2`, from a link, the clipboard or the keyboard. A value ends at the next
 * option's name, or is in double quotes; text without a name goes to the first option.
 *
 * @returns null if the line does not begin with a command's name
 */
export function readLine(line: string, usables: readonly Usable[], locale: string): CommandDraft | null {
  const usable = usables.find(({ name, shown }) => beginsWith(line, name) || beginsWith(line, shown));
  if (usable === undefined) return null;
  const { options, name, shown } = usable;
  const values = line.slice((beginsWith(line, name) ? name : shown).length + 1);
  const names = options.flatMap((option) => namesOf(option, locale));
  const [unnamed = '', ...named] = values.split(new RegExp(`(?:^|\\s)(${names.join('|')}):`, 'i'));
  const parts = [options[0]?.name ?? '', unnamed, ...named];
  let draft = draftOf(usable);
  for (let place = 0; place < parts.length; place += 2) {
    const option = optionCalled(options, parts[place] ?? '', locale);
    const text = (parts[place + 1] ?? '').trim().replace(/^"([^"]*)"$/, '$1');
    if (option && (place > 0 || text !== '')) draft = withFilled(draft, typed(option.name, text));
  }
  return draft;
}

function beginsWith(line: string, name: string): boolean {
  return `${line} `.toLowerCase().startsWith(`/${name.toLowerCase()} `);
}

/** The command as a readable line: `top period: month`. */
export function lineOf({ usable, filled }: CommandDraft): string {
  const values = filled.filter(({ text }) => text !== '').map(({ name, text }) => `${name}: ${text}`);
  return [usable.name, ...values].join(' ');
}
