import type { CommandOption } from '../../types.ts';
import { shownName, type Usable } from './commands.ts';

/** What somebody has typed into an option. */
export interface Filled {
  readonly name: string;
  readonly text: string;
  /** What is sent for the text, where it was picked from choices. */
  readonly value: string | number | null;
}

/** What stands in the command bar. */
export type Draft =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'command';
      readonly usable: Usable;
      /** In the order they stand in the bar: required ones first, others as they were opened. */
      readonly filled: readonly Filled[];
      /** Typed behind the last option: the beginning of another option's name. */
      readonly rest: string;
    };

export type CommandDraft = Extract<Draft, { kind: 'command' }>;

export const NOTHING: Draft = { kind: 'text', text: '' };

/** A command with its required options open. */
export function draftOf(usable: Usable): CommandDraft {
  const filled = usable.options
    .filter(({ required }) => required)
    .map(({ name }) => ({ name, text: '', value: null }));
  return { kind: 'command', usable, filled, rest: '' };
}

/** Opens an option, or changes what it holds. */
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

/** An option by either of its names, as somebody types it before a colon. */
export function optionCalled(options: readonly CommandOption[], typed: string, locale: string) {
  const name = typed.trim().toLowerCase();
  return options.find((option) => option.name === name || shownName(option, locale).toLowerCase() === name);
}

/**
 * Reads a whole line, `/top period:month page:2`: from a link, from the clipboard, from somebody who types it all. A
 * value runs to the next option's name or stands in double quotes; text without a name goes to the first option. What
 * begins with no command's name is null.
 */
export function readLine(line: string, usables: readonly Usable[], locale: string): CommandDraft | null {
  const usable = usableIn(line, usables);
  if (usable === null) return null;
  const text = line.slice(usable.length);
  if (text !== '' && !/^\s/.test(text)) return null;
  let draft = draftOf(usable.usable);
  const { options } = usable.usable;
  const names = [...text.matchAll(/(?:^|\s)([^\s:"]+):/g)].flatMap((match) => {
    const option = optionCalled(options, match[1] ?? '', locale);
    return option ? [{ option, start: match.index, end: match.index + match[0].length }] : [];
  });
  const [first] = options;
  const unnamed = text.slice(0, names[0]?.start ?? text.length).trim();
  if (first && unnamed !== '')
    draft = withFilled(draft, { name: first.name, text: unquoted(unnamed), value: null });
  for (const [place, { option, end }] of names.entries()) {
    const value = text.slice(end, names[place + 1]?.start ?? text.length).trim();
    draft = withFilled(draft, { name: option.name, text: unquoted(value), value: null });
  }
  return draft;
}

/** The longest name that the line begins with, and where it ends. */
function usableIn(line: string, usables: readonly Usable[]): { usable: Usable; length: number } | null {
  const typed = line.toLowerCase();
  const found = usables
    .flatMap((usable) =>
      [usable.name, usable.shown].map((name) => ({ usable, start: `/${name.toLowerCase()}` })),
    )
    .filter(({ start }) => typed === start || typed.startsWith(`${start} `))
    .toSorted((a, b) => b.start.length - a.start.length)[0];
  return found ? { usable: found.usable, length: found.start.length } : null;
}

function unquoted(value: string): string {
  return /^"[^"]*"$/.test(value) ? value.slice(1, -1) : value;
}

/** The command as its user would read it: `top period: month`. */
export function lineOf({ usable, filled }: CommandDraft): string {
  const values = filled.filter(({ text }) => text !== '').map(({ name, text }) => `${name}: ${text}`);
  return [usable.name, ...values].join(' ');
}
