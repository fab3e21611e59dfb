import type { Choice, CommandOption } from '../../state/types.ts';
import type { Say } from '../words/words.ts';
import { BOOLEAN, INTEGER, NUMBER, namesOf, shownName } from './commands.ts';
import type { CommandDraft, Filled } from './draft.ts';

type Value = string | number | boolean;

/** A command's options to send, or the first one that cannot be sent and the reason. */
type Values =
  | { readonly ok: true; readonly options: Readonly<Record<string, Value>> }
  | { readonly ok: false; readonly option: string; readonly problem: string };

interface Reading {
  readonly locale: string;
  readonly say: Say;
  /** The choices of an option; null if any text can be typed. */
  readonly choices: (option: CommandOption) => readonly Choice[] | null;
}

/** Reads typed options as Discord's app does before it sends them. Leaves out empty ones. */
export function valuesOf({ usable, filled }: CommandDraft, reading: Reading): Values {
  const options: Record<string, Value> = {};
  for (const option of usable.options) {
    const one = filled.find(({ name }) => name === option.name);
    const name = shownName(option, reading.locale);
    if (one === undefined || one.text.trim() === '') {
      if (!option.required) continue;
      return { ok: false, option: option.name, problem: reading.say('missing', { name }) };
    }
    const value = sentValue(option, one, reading);
    if (value === null) return { ok: false, option: option.name, problem: reading.say('wrong', { name }) };
    options[option.name] = value;
  }
  return { ok: true, options };
}

/** The value to send for an option; null if the option does not accept the text. */
function sentValue(option: CommandOption, { text, value }: Filled, reading: Reading): Value | null {
  const choices = reading.choices(option);
  const typed = text.trim().toLowerCase();
  const chosen = choices?.find((choice) => {
    const names = namesOf(choice, reading.locale);
    // `#general` and `@readers` may be typed without their signs.
    return [
      ...names,
      ...names.map((name) => name.replace(/^[#@]/, '')),
      String(choice.value).toLowerCase(),
    ].includes(typed);
  });
  const meant = value ?? (choices ? (chosen?.value ?? null) : text.trim());
  if (option.type === BOOLEAN) return meant === null ? null : meant === 'true';
  if (meant === null || (option.type !== INTEGER && option.type !== NUMBER)) return meant;
  const { min_value: min = -Infinity, max_value: max = Infinity } = option;
  const number = Number(meant);
  const fits = option.type === INTEGER ? Number.isSafeInteger(number) : Number.isFinite(number);
  return fits && number >= min && number <= max ? number : null;
}
