import { ChannelFlags, ChannelType } from 'discord-api-types/v10';
import type { Gateway } from '../gateway/gateway.ts';
import { isThread } from '../state/objects.ts';
import { addPerson, guildChannel, IDS, type State, setGuildLocale, THREAD_LIMIT } from '../state/state.ts';
import type { Channel } from '../state/types.ts';
import { InputError } from './command-input.ts';
import { roleControlsOf } from './role-controls.ts';

const KINDS = {
  text: ChannelType.GuildText,
  announcement: ChannelType.GuildAnnouncement,
  forum: ChannelType.GuildForum,
} as const;

export interface NewChannel {
  readonly name: string;
  /** Messages of an `announcement` channel can be crossposted; a `forum` takes no messages of its own. */
  readonly kind?: keyof typeof KINDS;
  /** A new id if absent. Give one so that what a bot stored about the channel is still valid after a restart. */
  readonly id?: string;
}

/** Events that tests and the page can cause: outages, and the actions of administrators. */
export function controlsOf(state: State, gateway: Gateway) {
  const channelOf = (id: string): Channel => {
    const channel = state.channels.get(id);
    if (!channel) throw new InputError(`no channel ${id} in the sandbox`);
    return channel;
  };
  const guild = (status: State['guild'], change: 'create' | 'delete' | 'unavailable') => {
    if (state.guild === status) return;
    state.guild = status;
    state.events.emit('guild', { change });
  };

  return {
    /** Closes all gateway connections with `code` (4000 if absent); `cut: true` cuts them as a lost network does. */
    disconnect: ({ code = 4000, cut = false }: { code?: number; cut?: boolean } = {}): void =>
      gateway.disconnect(cut ? undefined : code),

    /** Asks all clients to reconnect and resume (op 7). */
    requestReconnect: (): void => gateway.requestReconnect(),

    /** Tells all clients that their sessions are invalid, and whether they can be resumed (op 9). */
    invalidateSession: (resumable: boolean): void => gateway.invalidate(resumable),

    /** Adds a channel to the server and returns its id. */
    addChannel: ({ name, kind = 'text', id = state.nextId() }: NewChannel): string => {
      const channel = guildChannel(id, name, state.channels.size, KINDS[kind]);
      state.channels.set(id, channel);
      state.events.emit('channel', { change: 'create', channel });
      return id;
    },

    /** Adds a tag to a forum and returns its id. */
    addTag: (forumId: string, name: string): string => {
      const forum = channelOf(forumId);
      if (forum.type !== KINDS.forum) throw new InputError(`channel ${forumId} is no forum`);
      const tag = { id: state.nextId(), name, moderated: false, emoji_id: null, emoji_name: null };
      forum.available_tags = [...(forum.available_tags ?? []), tag];
      state.events.emit('channel', { change: 'update', channel: forum });
      return tag.id;
    },

    /** Adds a person to the server and returns their id. */
    addPerson: (name: string): string => {
      const id = state.nextId();
      addPerson(state, id, name);
      return id;
    },

    /** Turns a text channel into an announcement channel or back, as a server's settings do. */
    setKind: (id: string, kind: 'text' | 'announcement'): void => {
      const channel = channelOf(id);
      const convertible = channel.type === KINDS.text || channel.type === KINDS.announcement;
      if (!convertible) throw new InputError(`channel ${id} keeps its kind`);
      const changed = { ...channel, type: KINDS[kind] };
      state.channels.set(id, changed);
      state.events.emit('channel', { change: 'update', channel: changed });
    },

    /** Deletes a channel with its threads and messages. */
    deleteChannel: (id: string): void => {
      const channel = channelOf(id);
      if (state.systemChannelId === id) state.systemChannelId = null;
      const threads = [...state.channels.values()].filter((one) => isThread(one) && one.parent_id === id);
      for (const gone of [...threads, channel]) {
        state.channels.delete(gone.id);
        state.messages.delete(gone.id);
        state.events.emit('channel', { change: 'delete', channel: gone });
      }
    },

    /**
     * Denies the bot permissions in one channel (bits of Discord's permission flags; 0n denies none), as an administrator
     * does with an overwrite. Without ViewChannel the API answers 50001, without others 50013.
     */
    denyInChannel: (id: string, permissions: bigint): void => {
      const channel = channelOf(id);
      if (!('permission_overwrites' in channel))
        throw new InputError(`channel ${id} has no permissions of its own`);
      const others = channel.permission_overwrites.filter((one) => one.id !== IDS.application);
      const mine = { id: IDS.application, type: 1 as const, allow: '0', deny: String(permissions) };
      const changed = { ...channel, permission_overwrites: permissions === 0n ? others : [...others, mine] };
      state.channels.set(id, changed);
      state.events.emit('channel', { change: 'update', channel: changed });
    },

    /** Archives or locks a thread. The API refuses messages to a locked thread with 160005. */
    setThread: (id: string, change: { archived?: boolean; locked?: boolean }): void => {
      const thread = channelOf(id);
      if (!isThread(thread)) throw new InputError(`channel ${id} is no thread`);
      const archivedNow = change.archived && !thread.thread_metadata.archived;
      const archive_timestamp = archivedNow
        ? new Date().toISOString()
        : thread.thread_metadata.archive_timestamp;
      Object.assign(thread.thread_metadata, change, { archive_timestamp });
      state.events.emit('channel', { change: 'update', channel: thread });
    },

    /** Makes a forum require a tag on posts, or no longer. The API refuses posts without one with 40067. */
    requireTag: (id: string, required = true): void => {
      const forum = channelOf(id);
      if (forum.type !== ChannelType.GuildForum) throw new InputError(`channel ${id} is no forum`);
      forum.flags = required ? forum.flags | ChannelFlags.RequireTag : forum.flags & ~ChannelFlags.RequireTag;
      state.events.emit('channel', { change: 'update', channel: forum });
    },

    /** Sets how many threads may be active in the server. The API refuses further ones with 160006. */
    limitThreads: (limit: number = THREAD_LIMIT): void => {
      state.threadLimit = limit;
    },

    /** Chooses the channel in which Discord welcomes new members, or none. */
    setSystemChannel: (id: string | null): void => {
      state.systemChannelId = id === null ? null : channelOf(id).id;
      state.events.emit('guild', { change: 'update' });
    },

    /** Chooses the server's language, as its settings do: `ko`, `en-US`. */
    setGuildLocale: (locale: string): void => {
      setGuildLocale(state, locale);
    },

    ...roleControlsOf(state),

    /** Makes a user refuse direct messages, or accept them again. While they refuse, the API answers 50007. */
    closeDirectMessages: (userId: string, closed = true): void => {
      if (closed) state.unreachable.add(userId);
      else state.unreachable.delete(userId);
    },

    /** Removes the bot from the server: the gateway sends GUILD_DELETE, the API answers 50001 or 10004. */
    removeFromGuild: (): void => guild('left', 'delete'),

    /** Starts an outage of the server: GUILD_DELETE with `unavailable: true`, which does not mean a removal. */
    makeGuildUnavailable: (): void => guild('unavailable', 'unavailable'),

    /** Adds the bot again, or ends the outage: GUILD_CREATE. */
    restoreGuild: (): void => guild('joined', 'create'),
  };
}
