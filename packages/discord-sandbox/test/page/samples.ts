import type { Channel, Command, CommandOption, Message, User } from '../../state/types.ts';
import type { Snapshot } from '../../web/wire.ts';

export function userOf(id: string, parts: Partial<User> = {}): User {
  return {
    id,
    username: `user${id}`,
    global_name: `User ${id}`,
    discriminator: '0',
    avatar: null,
    banner: null,
    accent_color: null,
    bot: false,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
    avatar_decoration_data: null,
    ...parts,
  };
}

export const BOT = userOf('9', { bot: true, username: 'Bot', global_name: null });

export function messageOf(id: string, parts: Partial<Message> = {}): Message {
  return {
    id,
    channel_id: 'c1',
    type: 0,
    author: BOT,
    content: `message ${id}`,
    timestamp: '2026-11-20T09:00:00.000Z',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: 0,
    ...parts,
  };
}

export function channelOf(id: string, name = `channel-${id}`): Channel {
  return {
    id,
    type: 0,
    guild_id: 'g',
    name,
    topic: null,
    position: 0,
    parent_id: null,
    nsfw: false,
    flags: 0,
    rate_limit_per_user: 0,
    last_message_id: null,
    last_pin_timestamp: null,
    permission_overwrites: [],
  };
}

export function optionOf(name: string, parts: Partial<CommandOption> = {}): CommandOption {
  return { type: 3, name, description: `about ${name}`, ...parts };
}

export function commandOf(
  name: string,
  options: CommandOption[] = [],
  parts: Partial<Command> = {},
): Command {
  return {
    id: name,
    application_id: '9',
    version: '1',
    type: 1,
    name,
    name_localizations: null,
    description: `about ${name}`,
    description_localizations: null,
    default_member_permissions: null,
    contexts: null,
    integration_types: [0],
    nsfw: false,
    options,
    ...parts,
  };
}

export function snapshotOf(parts: Partial<Snapshot> = {}): Snapshot {
  return {
    server: { id: 'g', name: 'Server', locale: 'en-US' },
    roles: [],
    examples: {},
    bot: BOT,
    users: [userOf('1'), userOf('2')],
    channels: [channelOf('c1'), channelOf('c2')],
    commands: [],
    messages: { c1: [], c2: [] },
    online: true,
    ...parts,
  };
}
