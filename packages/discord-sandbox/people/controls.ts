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
  /** A new one unless given: what a bot has stored about a channel holds after a restart only where its id does. */
  readonly id?: string;
}

/** What can happen to a Discord, for tests and for the page. */
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
    /** Closes every gateway connection with `code` (4000 when absent); `cut: true` cuts it as a lost network does. */
    disconnect: ({ code = 4000, cut = false }: { code?: number; cut?: boolean } = {}): void =>
      gateway.disconnect(cut ? undefined : code),

    /** Op 7: asks every client to reconnect and resume. */
    requestReconnect: (): void => gateway.requestReconnect(),

    /** Op 9: the session is invalid, to be resumed or begun anew. */
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

    /** Makes a text channel an announcement channel or the other way round, as a server's settings do. */
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
     * Takes permissions from the bot in one channel (bits of Discord's permission flags; 0n gives all back), as an
     * administrator does with an overwrite. Without ViewChannel the API answers 50001, without others 50013.
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

    /** Archives or locks a thread; posting into a locked one is refused with 160005. */
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

    /** Posts of a forum need a tag (or need none any more): without one the API answers 40067. */
    requireTag: (id: string, required = true): void => {
      const forum = channelOf(id);
      if (forum.type !== ChannelType.GuildForum) throw new InputError(`channel ${id} is no forum`);
      forum.flags = required ? forum.flags | ChannelFlags.RequireTag : forum.flags & ~ChannelFlags.RequireTag;
      state.events.emit('channel', { change: 'update', channel: forum });
    },

    /** How many threads may be active in the server at once; one more is refused with 160006. */
    limitThreads: (limit: number = THREAD_LIMIT): void => {
      state.threadLimit = limit;
    },

    /** Chooses the channel in which Discord tells of new members, or none. */
    setSystemChannel: (id: string | null): void => {
      state.systemChannelId = id === null ? null : channelOf(id).id;
      state.events.emit('guild', { change: 'update' });
    },

    /** Chooses the server's language, as its settings do: `ko`, `en-US`. */
    setGuildLocale: (locale: string): void => {
      setGuildLocale(state, locale);
    },

    ...roleControlsOf(state),

    /** A user takes no direct messages (any more): the API answers 50007. */
    closeDirectMessages: (userId: string, closed = true): void => {
      if (closed) state.unreachable.add(userId);
      else state.unreachable.delete(userId);
    },

    /** The bot is removed from the server: GUILD_DELETE, and 50001 or 10004 from the API. */
    removeFromGuild: (): void => guild('left', 'delete'),

    /** An outage of the server: GUILD_DELETE with `unavailable: true`, which is no removal. */
    makeGuildUnavailable: (): void => guild('unavailable', 'unavailable'),

    /** The bot is added again, or the outage is over: GUILD_CREATE. */
    restoreGuild: (): void => guild('joined', 'create'),
  };
}
