import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type APIMessage,
  type APIMessageComponentInteraction,
  type APIModalSubmission,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { z } from 'zod';
import type { PickedChannel, PickedRole, Place } from '../../bot/command.ts';
import type { Control } from '../../bot/controls.ts';
import { commandNamed } from '../../bot/registration.ts';
import { zoneOfLocales } from '../../delivery/rules/zones.ts';
import { type Language, languageOfTag } from '../../language.ts';
import { allowedBy, kindOf, mayManage } from '../channels.ts';
import { asksForTag } from '../permissions.ts';
import { controlsOf, textOf } from './read-message.ts';

export type ReadInteraction =
  | {
      readonly kind: 'command';
      readonly command: string;
      readonly options: Record<string, unknown>;
      /** Only the asker sees the answer: the command was called from a menu. */
      readonly hidden: boolean;
    }
  | {
      readonly kind: 'suggest';
      readonly command: string;
      readonly options: Record<string, unknown>;
      readonly option: string;
      readonly typed: string;
    }
  | {
      readonly kind: 'button';
      readonly customId: string;
      /** Picked in a menu or typed into a form. */
      readonly picked: string | undefined;
      readonly controls: readonly Control[];
      /** The message answers this person, or only this person can see it. */
      readonly own: boolean;
      /** Only this person can see the message. */
      readonly ephemeral: boolean;
    };

export function readInteraction(interaction: APIInteraction): ReadInteraction | null {
  if (interaction.type === InteractionType.MessageComponent) return readComponent(interaction);
  if (interaction.type === InteractionType.ModalSubmit) return readForm(interaction);
  const isCommand = interaction.type === InteractionType.ApplicationCommand;
  if (!isCommand && interaction.type !== InteractionType.ApplicationCommandAutocomplete) return null;
  const { data } = interaction;
  if (data.type === ApplicationCommandType.Message) {
    const text = Object.values(data.resolved?.messages ?? {})
      .map(textOf)
      .join('\n');
    return { kind: 'command', command: commandNamed(data.name), options: { text }, hidden: true };
  }
  if (data.type !== ApplicationCommandType.ChatInput)
    return { kind: 'command', command: data.name, options: {}, hidden: true };
  const { command, typed } = readCommand(data.name, data.options ?? []);
  const options: Record<string, unknown> = {};
  let focused: { option: string; typed: string } | null = null;
  for (const option of typed) {
    options[option.name] = option.value;
    if ('focused' in option && option.focused) focused = { option: option.name, typed: String(option.value) };
  }
  if (isCommand) return { kind: 'command', command, options, hidden: false };
  return { kind: 'suggest', command, options, ...(focused ?? { option: '', typed: '' }) };
}

/** Reads the name and options of a command. A subcommand's name is appended to the command's. */
function readCommand(
  name: string,
  options: readonly APIApplicationCommandInteractionDataOption<
    InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete
  >[],
): {
  command: string;
  typed: readonly APIApplicationCommandInteractionDataBasicOption<
    InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete
  >[];
} {
  const typed = [];
  for (const option of options) {
    const group = option.type === ApplicationCommandOptionType.SubcommandGroup;
    if (group || option.type === ApplicationCommandOptionType.Subcommand) {
      return readCommand(`${name} ${option.name}`, option.options ?? []);
    }
    typed.push(option);
  }
  return { command: name, typed };
}

function readComponent(interaction: APIMessageComponentInteraction): ReadInteraction {
  const { data, message } = interaction;
  return {
    kind: 'button',
    customId: data.custom_id,
    picked: 'values' in data ? data.values[0] : undefined,
    controls: controlsOf(message),
    ...audienceOf(message, interaction),
  };
}

/** A form belongs to the message whose button opened it. */
function readForm(interaction: APIModalSubmitInteraction): ReadInteraction {
  const { data, message } = interaction;
  return {
    kind: 'button',
    customId: data.custom_id,
    picked: typedIn(data.components),
    controls: message === undefined ? [] : controlsOf(message),
    ...(message === undefined ? { own: false, ephemeral: true } : audienceOf(message, interaction)),
  };
}

/** Whether the message answers this person: they gave the command or wrote the message that it replies to. */
function audienceOf(
  message: APIMessage,
  interaction: APIMessageComponentInteraction | APIModalSubmitInteraction,
): { readonly own: boolean; readonly ephemeral: boolean } {
  const ephemeral = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const owner = message.interaction_metadata?.user.id ?? message.referenced_message?.author.id;
  const isAlone = interaction.context === InteractionContextType.BotDM;
  return { ephemeral, own: ephemeral || isAlone || (owner !== undefined && owner === personOf(interaction)) };
}

/** The text in the only field of a form, which is in a label or, in older forms, in a row. */
function typedIn(components: APIModalSubmission['components']): string | undefined {
  for (const part of components ?? []) {
    const fields = 'component' in part ? [part.component] : 'components' in part ? part.components : [];
    for (const field of fields) if ('value' in field && typeof field.value === 'string') return field.value;
  }
  return undefined;
}

export function personOf(interaction: APIInteraction): string | null {
  return (interaction.member?.user ?? interaction.user)?.id ?? null;
}

export function localeOf(interaction: APIInteraction): Language {
  return languageOfTag('locale' in interaction ? interaction.locale : undefined);
}

/** The server of an interaction, with picked channels and roles; null in a direct message. */
export function placeOf(interaction: APIInteraction): Place | null {
  const { guild_id: guildId, member } = interaction;
  if (guildId === undefined || member === undefined) return null;
  const own = 'guild_locale' in interaction ? interaction.guild_locale : undefined;
  const locale = languageOfTag(own);
  const channelId = interaction.channel?.id ?? null;
  const zone = zoneOfLocales(own, 'locale' in interaction ? interaction.locale : undefined);
  // Discord checks who may use a slash command, but not who may press a button.
  const may = interaction.type === InteractionType.ApplicationCommand || mayManage(member.permissions);
  const { channels, roles } = pickedIn(interaction);
  const all = new Map([...hereIn(interaction), ...channels]);
  return {
    guildId,
    userId: member.user.id,
    locale,
    channelId,
    zone,
    mayManage: may,
    channels: all,
    roles,
  };
}

/** The channel of the interaction as a map entry; empty if Discord does not send it. */
function hereIn({ channel, app_permissions: permissions }: APIInteraction): [string, PickedChannel][] {
  if (channel === undefined) return [];
  const kind = kindOf(channel.type);
  return [[channel.id, { kind, allowed: allowedBy(permissions), closed: closedBy(channel) }]];
}

const NOTHING_PICKED: Pick<Place, 'channels' | 'roles'> = { channels: new Map(), roles: new Map() };

function pickedIn(interaction: APIInteraction): Pick<Place, 'channels' | 'roles'> {
  if (interaction.type !== InteractionType.ApplicationCommand) return NOTHING_PICKED;
  const { data } = interaction;
  if (data.type !== ApplicationCommandType.ChatInput) return NOTHING_PICKED;
  const { channels = {}, roles = {} } = data.resolved ?? {};
  return {
    channels: new Map(
      Object.entries(channels).map(([id, channel]): [string, PickedChannel] => [
        id,
        {
          kind: kindOf(channel.type),
          allowed: allowedBy('app_permissions' in channel ? channel.app_permissions : null),
          closed: closedBy(channel),
        },
      ]),
    ),
    roles: new Map(
      Object.entries(roles).map(([id, { mentionable }]): [string, PickedRole] => [id, { mentionable }]),
    ),
  };
}

/** Fields that Discord sends only with some channels. */
const closingSchema = z.object({
  flags: z.int().optional(),
  thread_metadata: z.object({ locked: z.boolean().optional() }).optional(),
});

function closedBy(channel: unknown): PickedChannel['closed'] {
  const { flags, thread_metadata: thread } = closingSchema.safeParse(channel).data ?? {};
  if (thread?.locked) return 'thread-closed';
  return asksForTag(flags) ? 'needs-tag' : null;
}
