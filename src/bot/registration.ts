import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  type ApplicationCommandOptionAllowedChannelType,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { ChannelKind } from '../delivery/subscriptions/subscription.ts';
import { localized } from '../messages/locale.ts';
import { type Command, textPrefix } from './command.ts';
import type { Option } from './options.ts';

/**
 * A command of the command bar, or one in the menu of a message, which has neither description nor options. The
 * permissions as a number, as Discord's OpenAPI spec has it; Discord answers with the same number as text.
 */
export type Registration = Omit<
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  'type' | 'description' | 'default_member_permissions'
> & {
  type: ApplicationCommandType.ChatInput | ApplicationCommandType.Message;
  description?: string;
  default_member_permissions?: number;
};

/** The commands as Discord registers them, derived from their options and the texts under their names. */
export function registrationsOf(commands: Iterable<Command>): Registration[] {
  const families = new Map<string, Command[]>();
  const onMessages: Registration[] = [];
  for (const command of commands) {
    if (command.hidden) continue;
    if (command.onMessage) {
      onMessages.push(onMessage(command));
      continue;
    }
    const [name = ''] = command.name.split(' ');
    families.set(name, [...(families.get(name) ?? []), command]);
  }
  return [...[...families].map(([name, family]) => registrationOf(name, family)), ...onMessages];
}

/** Names in menus are words with spaces; in lower case and with hyphens they are the command's own. */
function onMessage({ name }: Command): Registration {
  const { en, ko } = localized(`messageCommands.${name}`);
  if (commandNamed(en) !== name) throw new Error(`command ${name} is called ${en} in the menu of a message`);
  return { type: ApplicationCommandType.Message, name: en, name_localizations: { ko }, ...EVERYWHERE };
}

/** The command behind a name in the menu of a message. */
export function commandNamed(inMenu: string): string {
  return inMenu.toLowerCase().replaceAll(' ', '-');
}

/** One command, alone or with its subcommands. */
function registrationOf(name: string, family: readonly Command[]): Registration {
  const setUp = family.every((command) => command.setUp);
  const [first] = family;
  const options = first?.name === name ? optionsOf(first) : family.map(subcommandOf);
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    ...localizations(textPrefix(name)),
    options,
    ...(setUp ? SET_UP : EVERYWHERE),
  };
}

/** Set-up commands work in a server, for people who may manage it. */
const SET_UP = {
  default_member_permissions: Number(PermissionFlagsBits.ManageGuild),
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

function subcommandOf(command: Command): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: command.name.split(' ')[1] ?? '',
    ...localizations(textPrefix(command.name)),
    options: optionsOf(command),
  };
}

/** Required options first, as Discord demands; else in the command's order. */
function optionsOf(command: Command): APIApplicationCommandBasicOption[] {
  const key = textPrefix(command.name);
  return command.options
    .filter((option) => !option.hidden)
    .map((option) => optionOf(`${key}.options.${option.name}`, option, command.suggests(option.name)))
    .toSorted((a, b) => Number(b.required) - Number(a.required));
}

function optionOf(key: string, option: Option, autocomplete: boolean): APIApplicationCommandBasicOption {
  const common = { name: option.name, ...localizations(key), required: option.required };
  switch (option.type) {
    case 'flag':
      return { ...common, type: ApplicationCommandOptionType.Boolean };
    case 'role':
      return { ...common, type: ApplicationCommandOptionType.Role };
    case 'channel':
      return {
        ...common,
        type: ApplicationCommandOptionType.Channel,
        channel_types: option.channelKinds.flatMap((kind) => CHANNEL_TYPES[kind]),
      };
    case 'integer':
      return {
        ...common,
        type: ApplicationCommandOptionType.Integer,
        ...limits(option, 'min_value', 'max_value'),
      };
    case 'text':
      return textOptionOf(key, common, option, autocomplete);
  }
}

/** Discord's types of channel behind each kind. @see Discord docs, Channel Types */
const CHANNEL_TYPES: Readonly<Record<ChannelKind, readonly ApplicationCommandOptionAllowedChannelType[]>> = {
  text: [ChannelType.GuildText],
  announcement: [ChannelType.GuildAnnouncement],
  forum: [ChannelType.GuildForum],
  direct: [],
  thread: [ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread],
};

function textOptionOf(
  key: string,
  common: ReturnType<typeof localizations> & { name: string; required: boolean },
  option: Option,
  autocomplete: boolean,
): APIApplicationCommandBasicOption {
  const type = ApplicationCommandOptionType.String as const;
  if (option.choices) {
    const choices = option.choices.map((value) => {
      const { en, ko } = localized(`${key}.choices.${value}`);
      return { name: en, name_localizations: { ko }, value };
    });
    return { ...common, type, choices };
  }
  const text = { ...common, type, ...limits(option, 'min_length', 'max_length') };
  return autocomplete ? { ...text, autocomplete } : text;
}

function limits<Min extends string, Max extends string>({ min, max }: Option, minName: Min, maxName: Max) {
  return {
    ...(min === null ? {} : { [minName]: min }),
    ...(max === null ? {} : { [maxName]: max }),
  };
}

function localizations(key: string) {
  const description = localized(`${key}.description`);
  return {
    name_localizations: { ko: localized(`${key}.name`).ko },
    description: description.en,
    description_localizations: { ko: description.ko },
  };
}

/**
 * Whether Discord already holds just these commands, so that nothing needs to be written. Compares what we say:
 * Discord adds ids, versions and defaults of its own.
 */
export function isRegistered(ours: readonly Registration[], theirs: unknown): boolean {
  if (!Array.isArray(theirs) || theirs.length !== ours.length) return false;
  return ours.every((command) => theirs.some((held) => says(held, command)));
}

function says(held: unknown, ours: unknown): boolean {
  if (Array.isArray(ours)) {
    if (!Array.isArray(held)) return ours.length === 0 && held === undefined;
    return held.length === ours.length && ours.every((item, place) => says(held[place], item));
  }
  if (typeof ours === 'object' && ours !== null) {
    if (typeof held !== 'object' || held === null) return false;
    const fields = new Map(Object.entries(held));
    return Object.entries(ours).every(([name, value]) => says(fields.get(name), value));
  }
  return (
    held === ours ||
    (ours === false && held === undefined) ||
    (typeof ours === 'number' && held === String(ours))
  );
}
