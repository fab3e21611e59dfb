import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { localized } from '../message/locale.ts';
import type { Command } from './command.ts';
import type { Option } from './options.ts';

export type Registration = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** What Discord is told of a command: all derived from its options and from the texts under its name. */
export function registrationOf(command: Command): Registration {
  const key = `commands.${command.name}`;
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    ...localizations(key),
    options: command.options
      .filter((option) => !option.hidden)
      .map((option) => optionOf(`${key}.options.${option.name}`, option, command.suggests(option.name))),
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
  };
}

function optionOf(key: string, option: Option, autocomplete: boolean): APIApplicationCommandBasicOption {
  const common = { name: option.name, ...localizations(key), required: option.required };
  if (option.type === 'integer') {
    return {
      ...common,
      type: ApplicationCommandOptionType.Integer,
      ...limits(option, 'min_value', 'max_value'),
    };
  }
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
  return held === ours || (ours === false && held === undefined);
}
