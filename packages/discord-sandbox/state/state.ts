import { EventEmitter } from 'node:events';
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Upload } from '../limits/attachment.ts';
import type { Interaction, Outcome } from './interaction.ts';
import { BOT_ROLE, EVERYONE, EVERYTHING } from './permissions.ts';
import { createSnowflakes } from './snowflake.ts';
import type { Channel, Command, GuildChannel, Member, Message, Person, Role, User } from './types.ts';

/**
 * Ids are the same in every sandbox, so that what a bot stored about a channel is still valid after a restart. Their upper
 * bits are an earlier time, so new message ids never collide with them.
 */
export const IDS = {
  application: '1180000000000000100',
  guild: '1180000000000000200',
  botRole: '1180000000000000300',
  dailyPapers: '1180000000000000400',
  general: '1180000000000000500',
  visitor: '1180000000000000600',
  friend: '1180000000000000700',
  visitorDirect: '1180000000000000800',
  friendDirect: '1180000000000000900',
} as const;

/** The most active threads in a server. @see Discord docs, Threads, Active Threads */
export const THREAD_LIMIT = 1000;

/** The id of the only user who sees an ephemeral message; null for everybody. */
export type Viewer = string | null;

export interface StoredMessage {
  readonly message: Message;
  readonly viewer: Viewer;
}

/** Events for pages and tests. Listeners run synchronously and must not throw. */
export interface SandboxEvents {
  message: [StoredMessage];
  messageUpdate: [StoredMessage];
  messageDelete: [{ id: string; channelId: string; viewer: Viewer }];
  typing: [{ channelId: string; user: User }];
  interaction: [Interaction];
  answer: [{ interaction: Interaction; outcome: Outcome }];
  channel: [{ change: 'create' | 'update' | 'delete'; channel: Channel }];
  guild: [{ change: 'create' | 'update' | 'delete' | 'unavailable' }];
  role: [{ change: 'create' | 'update' | 'delete'; role: Role }];
  commands: [Command[]];
  /** True when the bot's first client connected, false when its last one disconnected. */
  online: [boolean];
  /** An error in the sandbox itself; the client got a 500 or a closed connection. */
  bug: [unknown];
}

/** The whole state of a sandbox, in memory. */
export interface State {
  readonly events: EventEmitter<SandboxEvents>;
  readonly nextId: () => string;
  readonly historyLimit: number;
  readonly nonceWindow: number;
  readonly since: string;
  /** Whether the bot may read messages that do not mention it (the MessageContent intent). */
  readonly readsContent: boolean;
  readonly bot: Person;
  readonly people: Map<string, Person>;
  readonly roles: Map<string, Role>;
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, Map<string, StoredMessage>>;
  readonly nonces: Map<string, { id: string; at: number }>;
  /** The files of messages, by the id of the attachment. */
  readonly files: Map<string, Upload>;
  /** Commands by guild id, and global ones under `global`. */
  readonly commands: Map<string, Command[]>;
  readonly interactions: Map<string, Interaction>;
  /** Users who refuse direct messages. */
  readonly unreachable: Set<string>;
  guild: 'joined' | 'left' | 'unavailable';
  /** Where a browser finds the sandbox, once it listens: files have addresses there. */
  origin: string;
  /** The channel in which Discord welcomes new members, if there is one. */
  systemChannelId: string | null;
  /** The server's language. */
  guildLocale: string;
  /** Whether somebody chose the language; until then the first visitor's applies. */
  isLocaleChosen: boolean;
  /** How the application can be added: to servers (0) and to people (1). */
  installs: Partial<Record<'0' | '1', object>>;
  /** The most threads that may be active in the server at once. */
  threadLimit: number;
}

interface StateOptions {
  botName: string;
  locale: string;
  /** Messages kept in each channel. */
  historyLimit: number;
  /** Milliseconds for which a nonce is remembered. Discord says "a few minutes". */
  nonceWindow: number;
  /** Whether the bot is approved for the MessageContent intent. */
  readsContent: boolean;
}

export function createState(options: StateOptions): State {
  const { botName, locale, historyLimit, nonceWindow, readsContent } = options;
  const person = (id: string, name: string, bot = false): Person => ({
    user: createUser(id, name, bot),
    locale,
    roles: bot ? [IDS.botRole] : [],
  });
  const bot = person(IDS.application, botName, true);
  const visitor = person(IDS.visitor, 'You');
  const friend = person(IDS.friend, 'Mina');
  const people = [bot, visitor, friend];
  const roles: Role[] = [
    {
      id: IDS.guild,
      name: '@everyone',
      permissions: EVERYONE,
      position: 0,
      mentionable: false,
      ofBot: false,
    },
    {
      id: IDS.botRole,
      name: 'bot',
      permissions: EVERYONE | BOT_ROLE,
      position: 1,
      mentionable: false,
      ofBot: true,
    },
  ];
  const state: State = {
    events: new EventEmitter(),
    nextId: createSnowflakes(),
    historyLimit,
    nonceWindow,
    since: new Date().toISOString(),
    readsContent,
    bot,
    people: new Map(people.map((one) => [one.user.id, one])),
    roles: new Map(roles.map((one) => [one.id, one])),
    channels: new Map(),
    messages: new Map(),
    nonces: new Map(),
    files: new Map(),
    origin: '',
    commands: new Map(),
    interactions: new Map(),
    unreachable: new Set(),
    guild: 'joined',
    systemChannelId: null,
    guildLocale: 'en-US',
    isLocaleChosen: false,
    installs: { '0': {} },
    threadLimit: THREAD_LIMIT,
  };
  state.channels.set(IDS.dailyPapers, guildChannel(IDS.dailyPapers, 'daily-papers', 0));
  state.channels.set(IDS.general, guildChannel(IDS.general, 'general', 1));
  // Everybody who shares a server with the bot can write to it.
  state.channels.set(IDS.visitorDirect, conversation(IDS.visitorDirect, visitor));
  state.channels.set(IDS.friendDirect, conversation(IDS.friendDirect, friend));
  return state;
}

function createUser(id: string, name: string, bot: boolean): User {
  return {
    id,
    // Only applications may have capital letters in their user names.
    username: bot ? name : name.toLowerCase(),
    global_name: bot ? null : name,
    discriminator: bot ? '0001' : '0',
    avatar: null,
    banner: null,
    accent_color: null,
    bot,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
    avatar_decoration_data: null,
  };
}

/** Changes the server's language, as its settings do. */
export function setGuildLocale(state: State, locale: string): void {
  state.guildLocale = locale;
  state.isLocaleChosen = true;
  state.events.emit('guild', { change: 'update' });
}

/** A channel of the server. */
export function guildChannel(
  id: string,
  name: string,
  position: number,
  type: GuildChannel['type'] = ChannelType.GuildText,
): Channel {
  return {
    id,
    type,
    guild_id: IDS.guild,
    name,
    topic: null,
    position,
    parent_id: null,
    nsfw: false,
    flags: 0,
    rate_limit_per_user: 0,
    last_message_id: null,
    last_pin_timestamp: null,
    permission_overwrites: [],
  };
}

/** Adds a person to the server, with a direct-message channel and the language of the others. */
export function addPerson(state: State, id: string, name: string): void {
  const locale = state.people.get(IDS.visitor)?.locale ?? 'en-US';
  const person = { user: createUser(id, name, false), locale, roles: [] };
  state.people.set(id, person);
  const direct = state.nextId();
  state.channels.set(direct, conversation(direct, person));
}

/** A user's direct-message channel with the bot. */
function conversation(id: string, { user }: Person): Channel {
  return { id, type: ChannelType.DM, flags: 0, last_message_id: null, recipients: [user] };
}

export function memberOf(state: State, person: Person): Member {
  return {
    user: person.user,
    nick: null,
    avatar: null,
    banner: null,
    roles: person.roles,
    joined_at: state.since,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

/** A person's permissions in the server, from their roles; the owner has all. */
export function permissionsOf(state: State, { user, roles }: Person): bigint {
  if (user.id === IDS.visitor) return EVERYTHING;
  const held = [IDS.guild, ...roles].reduce((all, id) => all | (state.roles.get(id)?.permissions ?? 0n), 0n);
  return held & PermissionFlagsBits.Administrator ? EVERYTHING : held;
}

/** A person's permissions in a channel, including its overwrites. */
export function permissionsIn(state: State, person: Person, channel: Channel): bigint {
  if (channel.type === ChannelType.DM) return EVERYONE;
  const base = permissionsOf(state, person);
  if (base & PermissionFlagsBits.Administrator) return EVERYTHING;
  const place =
    'parent_id' in channel && channel.parent_id !== null ? state.channels.get(channel.parent_id) : channel;
  if (!place || !('permission_overwrites' in place)) return base;
  return place.permission_overwrites
    .filter(({ id }) => id === IDS.guild || id === person.user.id || person.roles.includes(id))
    .reduce((held, { allow, deny }) => (held & ~BigInt(deny)) | BigInt(allow), base);
}

/** The guild of a channel; undefined for direct messages. */
export function guildOf(channel: Channel): string | undefined {
  return 'guild_id' in channel ? channel.guild_id : undefined;
}
