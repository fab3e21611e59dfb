import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { isSnowflake } from '../state/snowflake.ts';
import { guildOf, IDS, permissionsIn, type State } from '../state/state.ts';
import type { Channel, Person } from '../state/types.ts';
import { discordError, invalidForm } from './errors.ts';

/** Reads an id in a path. Throws 50035 for anything else, as Discord does. */
export function idOf(name: string, text: string): string {
  if (isSnowflake(text)) return text;
  const message = `Value "${text}" is not snowflake.`;
  throw invalidForm([{ path: [name], code: 'NUMBER_TYPE_COERCE', message }]);
}

/**
 * Finds a channel that the bot may use. Throws 10003 if there is none, 50001 if the bot cannot see it, 50013 if the bot
 * lacks one of the `needed` permissions. @see Discord docs, Permissions
 */
export function channelFor(state: State, id: string, needed = 0n): Channel {
  const channel = state.channels.get(idOf('channel_id', id));
  if (!channel) throw discordError('unknownChannel');
  if (guildOf(channel) && state.guild === 'left') throw discordError('missingAccess');
  const held = permissionsIn(state, state.bot, channel);
  if (!(held & P.ViewChannel)) throw discordError('missingAccess');
  if ((held & needed) !== needed) throw discordError('missingPermissions');
  return channel;
}

/** Finds a channel that the bot may write this message to. Throws like `channelFor`, and 160005 for a locked thread. */
export function writableChannel(state: State, id: string, message: { embeds: readonly unknown[] }): Channel {
  const channel = channelFor(state, id);
  const thread = 'thread_metadata' in channel ? channel : undefined;
  const send = thread ? P.SendMessagesInThreads : P.SendMessages;
  channelFor(state, id, message.embeds.length > 0 ? send | P.EmbedLinks : send);
  if (channel.type === ChannelType.GuildForum) throw discordError('notText');
  if (channel.type === ChannelType.DM && channel.recipients.some((user) => state.unreachable.has(user.id))) {
    throw discordError('cannotMessageUser');
  }
  if (thread?.thread_metadata.locked) throw discordError('threadLocked');
  // A message reopens an archived thread.
  if (thread?.thread_metadata.archived) {
    thread.thread_metadata.archived = false;
    state.events.emit('channel', { change: 'update', channel: thread });
  }
  return channel;
}

/** Checks a guild id. Throws 10004 for a server that the bot is not in. */
export function guildFor(state: State, id: string): string {
  if (idOf('guild_id', id) !== IDS.guild || state.guild === 'left') throw discordError('unknownGuild');
  return id;
}

export function personFor(state: State, id: string, missing: 'unknownUser' | 'unknownMember'): Person {
  const person = state.people.get(idOf('user_id', id));
  if (!person) throw discordError(missing);
  return person;
}
