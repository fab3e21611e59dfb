import type { Language } from '../language.ts';
import { sayPlain } from '../messages/locale.ts';
import { clean } from '../messages/parts/text/escape.ts';
import { cut } from '../messages/parts/text/truncate.ts';
import type { Command } from './command.ts';
import { contextOf, type Request, type Sources } from './dispatch.ts';

/** Discord docs, Autocomplete: at most 25 choices, name and value of 1 to 100 characters. */
const CHOICES_MAX = 25;
const TEXT_MAX = 100;

interface SuggestRequest extends Request {
  readonly locale: Language;
  readonly option: string;
  readonly typed: string;
}

interface SuggestedChoice {
  readonly name: string;
  readonly value: string;
}

export type SuggestChoices = (request: SuggestRequest) => Promise<readonly SuggestedChoice[]>;

/** Suggestions within Discord's limits; values too long for a choice are left out. */
export function createSuggest(commands: ReadonlyMap<string, Command>, sources: Sources): SuggestChoices {
  return async (request) => {
    const context = contextOf(request, commands, sources);
    if (!sources.limits.mayType(context)) return [];
    const { command, option, typed, options } = request;
    const found = (await commands.get(command)?.suggest(option, typed, context, options)) ?? [];
    const choices = new Map<string, SuggestedChoice>();
    for (const { label, remark, value } of found) {
      if (value.length === 0 || value.length > TEXT_MAX) continue;
      const behind = remark === undefined ? '' : ` · ${sayPlain(remark, request.locale)}`;
      const name = `${cut(clean(label), TEXT_MAX - behind.length)}${behind}`;
      if (!choices.has(value)) choices.set(value, { name: name === '' ? value : name, value });
      if (choices.size === CHOICES_MAX) break;
    }
    return [...choices.values()];
  };
}
