import type { Choice, CommandOption, User } from '../../state/types.ts';
import type { ListItem } from '../list.ts';
import {
  findChoices,
  findUsables,
  kindOf,
  namesOf,
  shownDescription,
  shownName,
  type Usable,
} from '../model/commands.ts';
import { type Draft, leftOptions } from '../model/draft.ts';
import { findUsers, mentionBegun } from '../model/mentions.ts';
import { nameOf } from '../model/names.ts';
import type { Say } from '../words/words.ts';
import type { Suggestions } from './suggestions.ts';

/** An item in the list above the bar. */
export interface Offer extends ListItem {
  readonly pick:
    | { readonly kind: 'command'; readonly usable: Usable }
    | { readonly kind: 'user'; readonly user: User }
    | { readonly kind: 'option'; readonly option: CommandOption }
    | { readonly kind: 'choice'; readonly text: string; readonly value: string | number };
}

/** The list above the bar: its texts and items. */
export interface Offers {
  /** The name of the thing being typed. */
  readonly title: string;
  readonly about: string;
  readonly offers: readonly Offer[];
  /** Shown if there are no offers. */
  readonly status: string;
  /** The item that Enter and Tab pick before the arrow keys are used; null if the typed text is valid as it is. */
  readonly first: number | null;
}

export interface Typing {
  readonly draft: Draft;
  /** The option with the focus; null in the text or after the last option. */
  readonly field: string | null;
  readonly usables: readonly Usable[];
  readonly suggestions: Suggestions;
  readonly choices: (option: CommandOption) => readonly Choice[] | null;
  /** Users who can be mentioned. */
  readonly users: readonly User[];
  readonly say: Say;
  readonly locale: string;
}

/** The list for the current text; null if there is none, as for an ordinary message or a complete command. */
export function offersFor(typing: Typing): Offers | null {
  const { draft, field, usables, say, locale } = typing;
  if (draft.kind === 'text') {
    if (!draft.text.startsWith('/')) return userOffers(draft.text, typing);
    const found = findUsables(usables, draft.text.slice(1));
    return {
      title: say('commands'),
      about: '',
      offers: found.map(commandOffer),
      status: found.length === 0 ? say('noCommand') : '',
      first: found.length > 0 ? 0 : null,
    };
  }
  const option = draft.usable.options.find(({ name }) => name === field);
  if (option) return optionOffers(option, typing);
  const typed = draft.rest.trim().toLowerCase();
  const left = leftOptions(draft).filter((one) =>
    namesOf(one, locale).some((other) => other.includes(typed)),
  );
  if (left.length === 0) return null;
  return {
    title: say('options'),
    about: '',
    offers: left.map((one) => optionOffer(one, typing)),
    status: '',
    first: typed === '' ? null : 0,
  };
}

/** The users who fit an unfinished `@` mention at the end of the text. */
function userOffers(text: string, { users, say }: Typing): Offers | null {
  const begun = mentionBegun(text);
  const found = begun === null ? [] : findUsers(users, begun);
  if (found.length === 0) return null;
  const offers = found.map((user): Offer => {
    const { id: key, username, bot } = user;
    const note = bot ? say('app') : username;
    return { key, name: `@${nameOf(user)}`, note, about: '', pick: { kind: 'user', user } };
  });
  return { title: say('members'), about: '', offers, status: '', first: 0 };
}

function commandOffer(usable: Usable): Offer {
  const { name, shown, description } = usable;
  const note = shown === name ? '' : `/${name}`;
  return { key: name, name: `/${shown}`, note, about: description, pick: { kind: 'command', usable } };
}

function optionOffer(option: CommandOption, { say, locale }: Typing): Offer {
  return {
    key: option.name,
    name: shownName(option, locale),
    note: `${say(kindOf(option))} · ${option.required ? say('required') : say('optional')}`,
    about: shownDescription(option, locale),
    pick: { kind: 'option', option },
  };
}

function optionOffers(option: CommandOption, { draft, suggestions, choices, say, locale }: Typing): Offers {
  const filled = draft.kind === 'command' ? draft.filled.find(({ name }) => name === option.name) : undefined;
  // After a pick, offer all choices again, so that another one can be picked.
  const typed = filled?.value === null ? filled.text : '';
  const fixed = choices(option);
  const found = fixed
    ? findChoices(fixed, typed, locale)
    : suggestions.kind === 'choices'
      ? suggestions.choices
      : [];
  const exact = found.some((choice) => shownName(choice, locale) === filled?.text);
  return {
    title: shownName(option, locale),
    about: shownDescription(option, locale),
    offers: found.map((choice) => ({
      key: String(choice.value),
      name: shownName(choice, locale),
      about: '',
      pick: { kind: 'choice', text: shownName(choice, locale), value: choice.value },
    })),
    status: statusOf(fixed !== null, found.length, suggestions, say),
    first: fixed && found.length > 0 && !exact ? 0 : null,
  };
}

function statusOf(fixed: boolean, found: number, suggestions: Suggestions, say: Say): string {
  if (found > 0) return '';
  if (fixed) return say('noMatches');
  switch (suggestions.kind) {
    case 'loading':
      return say('loading');
    case 'failed':
      return say('noAnswer');
    case 'choices':
      return say('noMatches');
    default:
      return '';
  }
}
