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

/** Permissions are a number, as in Discord's OpenAPI spec; Discord answers with text. */
export type Registration = Omit<
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  'type' | 'description' | 'default_member_permissions'
> & {
  type: ApplicationCommandType.ChatInput | ApplicationCommandType.Message;
  description?: string;
  default_member_permissions?: number;
};

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

/** A command in the menu of messages, where its name is words with spaces. @see commandNamed */
function onMessage({ name }: Command): Registration {
  const { en, ...others } = localized(`messageCommands.${name}`);
  if (commandNamed(en) !== name) throw new Error(`command ${name} is called ${en} in the menu of a message`);
  return { type: ApplicationCommandType.Message, name: en, name_localizations: others, ...EVERYWHERE };
}

export function commandNamed(inMenu: string): string {
  return inMenu.toLowerCase().replaceAll(' ', '-');
}

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

/** Only in a server, for people who may manage it. */
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

/** Required options come first, as Discord demands. */
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

/** @see Discord docs, Channel Types */
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
      const { en, ...others } = localized(`${key}.choices.${value}`);
      return { name: en, name_localizations: others, value };
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
  const { en: _, ...names } = localized(`${key}.name`);
  const { en: description, ...descriptions } = localized(`${key}.description`);
  return { name_localizations: names, description, description_localizations: descriptions };
}

/** Whether exactly these commands are registered. Compares only fields that we send: Discord adds ids and defaults. */
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
