import type { Choice, CommandOption } from '../../types.ts';
import { fill, type Texts } from '../texts/texts.ts';
import { OPTION, shownName } from './commands.ts';
import type { CommandDraft, Filled } from './draft.ts';

type Value = string | number | boolean;

/** A command's options as they are sent, or the first that cannot be, and why. */
export type Values =
  | { readonly ok: true; readonly options: Readonly<Record<string, Value>> }
  | { readonly ok: false; readonly option: string; readonly problem: string };

export interface Reading {
  readonly locale: string;
  readonly texts: Texts;
  /** What an option brings along; null where anything can be typed. */
  readonly choices: (option: CommandOption) => readonly Choice[] | null;
}

/** Reads what was typed as Discord's app does before it sends. Options that were left empty are not sent. */
export function valuesOf({ usable, filled }: CommandDraft, reading: Reading): Values {
  const options: Record<string, Value> = {};
  for (const option of usable.options) {
    const one = filled.find(({ name }) => name === option.name);
    const name = shownName(option, reading.locale);
    if (one === undefined || one.text.trim() === '') {
      if (!option.required) continue;
      return { ok: false, option: option.name, problem: fill(reading.texts.missing, { name }) };
    }
    const value = valueOf(option, one, reading);
    if (typeof value === 'object')
      return { ok: false, option: option.name, problem: fill(value.problem, { name }) };
    options[option.name] = value;
  }
  return { ok: true, options };
}

function valueOf(
  option: CommandOption,
  { text, value }: Filled,
  reading: Reading,
): Value | { problem: string } {
  const { texts, locale } = reading;
  if (value !== null) return option.type === OPTION.boolean ? value === 'true' : value;
  const choices = reading.choices(option);
  if (choices !== null) {
    const typed = text.trim().toLowerCase();
    const chosen = choices.find((choice) =>
      [shownName(choice, locale), choice.name, String(choice.value)].some(
        (name) => name.toLowerCase() === typed,
      ),
    );
    if (chosen === undefined) return { problem: texts.notAChoice };
    return option.type === OPTION.boolean ? chosen.value === 'true' : chosen.value;
  }
  if (option.type !== OPTION.integer && option.type !== OPTION.number) return text.trim();
  const number = Number(text);
  if (!Number.isFinite(number)) return { problem: texts.notANumber };
  if (option.type === OPTION.integer && !Number.isSafeInteger(number)) return { problem: texts.notWhole };
  const { min_value: min = number, max_value: max = number } = option;
  if (number >= min && number <= max) return number;
  return { problem: texts.outOfRange.replace('{range}', rangeOf(option)) };
}

function rangeOf({ min_value: min, max_value: max }: CommandOption): string {
  if (min === undefined) return `≤ ${max}`;
  return max === undefined ? `≥ ${min}` : `${min}–${max}`;
}
