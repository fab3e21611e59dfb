import type { Channel, Choice, Command, CommandOption, User } from '../../state/types.ts';
import type { Role } from '../../web/wire.ts';
import type { Say, Word } from '../words/words.ts';
import { channelName, nameOf } from './names.ts';

/** Discord's option types. @see Discord docs, Application Commands, Application Command Option Type */
const SUBCOMMAND = 1;
const GROUP = 2;
export const INTEGER = 4;
export const BOOLEAN = 5;
const USER = 6;
const CHANNEL = 7;
const ROLE = 8;
const MENTIONABLE = 9;
export const NUMBER = 10;

/** Types of command: slash command, command in a message's menu. @see Discord docs, Application Command Types */
const CHAT_INPUT = 1;
const MESSAGE = 3;
const DIRECT = 1;

/** A command that can be sent: one without subcommands, or a subcommand. */
export interface Usable {
  /** The name to send: `digest subscribe`. */
  readonly name: string;
  /** The name in the reader's language. */
  readonly shown: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
}

interface Localized {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null | undefined;
}

export function shownName({ name, name_localizations: names }: Localized, locale: string): string {
  return names?.[locale] ?? name;
}

/** A name in code and in the reader's language, both in lower case, for comparison with typed text. */
export function namesOf(one: Localized, locale: string): string[] {
  return [one.name, shownName(one, locale)].map((name) => name.toLowerCase());
}

export function shownDescription(
  one: Pick<CommandOption, 'description' | 'description_localizations'>,
  locale: string,
): string {
  return one.description_localizations?.[locale] ?? one.description;
}

/** All commands that can be typed after `/` in a channel, in their own order. */
export function usablesOf(
  commands: readonly Command[],
  channel: Channel | undefined,
  locale: string,
): Usable[] {
  const inside = (one: Command | CommandOption, name: string, shown: string): Usable[] => {
    const options = one.options ?? [];
    const deeper = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
    if (deeper.length === 0) return [{ name, shown, description: shownDescription(one, locale), options }];
    return deeper.flatMap((sub) => inside(sub, `${name} ${sub.name}`, `${shown} ${shownName(sub, locale)}`));
  };
  return commands
    .filter((command) => isOffered(command, CHAT_INPUT, channel))
    .flatMap((command) => inside(command, command.name, shownName(command, locale)));
}

/** A command of a message's menu. */
export interface Menu {
  readonly name: string;
  /** The name in the reader's language. */
  readonly shown: string;
}

/** The commands in the menu of a channel's messages. */
export function menusOf(
  commands: readonly Command[],
  channel: Channel | undefined,
  locale: string,
): readonly Menu[] {
  return commands
    .filter((command) => isOffered(command, MESSAGE, channel))
    .map((command) => ({ name: command.name, shown: shownName(command, locale) }));
}

function isOffered({ type, contexts }: Command, wanted: number, channel: Channel | undefined): boolean {
  return type === wanted && (channel?.type !== DIRECT || !contexts || contexts.includes(1));
}

/** Commands with a name that contains the typed text; those that begin with it come first. */
export function findUsables(usables: readonly Usable[], typed: string): readonly Usable[] {
  const text = typed.trim().toLowerCase();
  const find = (fits: (name: string) => boolean) =>
    usables.filter((usable) => fits(usable.shown.toLowerCase()) || fits(usable.name));
  return [...new Set([...find((name) => name.startsWith(text)), ...find((name) => name.includes(text))])];
}

/** Things in the sandbox that an option can pick. */
export interface Known {
  readonly users: readonly User[];
  readonly channels: readonly Channel[];
  readonly roles: readonly Role[];
  readonly say: Say;
}

/** The choices of an option: its own, or all users, roles or channels of its type; null if any text can be typed. */
export function choicesOf(
  option: CommandOption,
  { users, channels, roles, say }: Known,
): readonly Choice[] | null {
  if (option.choices && option.choices.length > 0) return option.choices;
  switch (option.type) {
    case BOOLEAN:
      return [
        { name: say('yes'), value: 'true' },
        { name: say('no'), value: 'false' },
      ];
    case USER:
      return users.map((user) => ({ name: nameOf(user), value: user.id }));
    case CHANNEL: {
      const types = option.channel_types ?? [];
      return channels
        .filter(({ type }) => (types.length === 0 ? type !== DIRECT : types.includes(type)))
        .map((channel) => ({ name: `#${channelName(channel)}`, value: channel.id }));
    }
    case ROLE:
      return roles.map(({ id, name }) => ({ name: `@${name}`, value: id }));
    default:
      return null;
  }
}

/** Choices whose names fit the typed text, at most as many as Discord shows. */
export function findChoices(choices: readonly Choice[], typed: string, locale: string): readonly Choice[] {
  const text = typed.trim().toLowerCase();
  return choices.filter((choice) => namesOf(choice, locale).some((name) => name.includes(text))).slice(0, 25);
}

/** The key of the word for an option's type. */
export function kindOf({ type }: CommandOption): Word {
  return KINDS[type] ?? 'kindText';
}

const KINDS: Readonly<Record<number, Word>> = {
  [INTEGER]: 'kindNumber',
  [NUMBER]: 'kindNumber',
  [BOOLEAN]: 'kindYesNo',
  [USER]: 'kindUser',
  [MENTIONABLE]: 'kindUser',
  [CHANNEL]: 'kindChannel',
  [ROLE]: 'kindRole',
};
