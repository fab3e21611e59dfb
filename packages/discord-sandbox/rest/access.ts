import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { isSnowflake } from '../state/snowflake.ts';
import { guildOf, IDS, permissionsIn, type State } from '../state/state.ts';
import type { Channel, Person } from '../state/types.ts';
import { discordError, invalidForm } from './errors.ts';

/** An id in a path, or 50035 as Discord answers for anything else. */
export function idOf(name: string, text: string): string {
  if (isSnowflake(text)) return text;
  const message = `Value "${text}" is not snowflake.`;
  throw invalidForm([{ path: [name], code: 'NUMBER_TYPE_COERCE', message }]);
}

/**
 * A channel the bot may use. Throws 10003 when there is none, 50001 when the bot cannot see it, 50013 when it lacks
 * one of `needed`. @see Discord docs, Permissions
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

/** A channel the bot may write to, with what the message brings. Throws as `channelFor`, or 160005 in a locked thread. */
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
  // Writing into an archived thread opens it again.
  if (thread?.thread_metadata.archived) {
    thread.thread_metadata.archived = false;
    state.events.emit('channel', { change: 'update', channel: thread });
  }
  return channel;
}

/** Checks a guild id: 10004 for one that the bot is not in. */
export function guildFor(state: State, id: string): string {
  if (idOf('guild_id', id) !== IDS.guild || state.guild === 'left') throw discordError('unknownGuild');
  return id;
}

export function personFor(state: State, id: string, missing: 'unknownUser' | 'unknownMember'): Person {
  const person = state.people.get(idOf('user_id', id));
  if (!person) throw discordError(missing);
  return person;
}
