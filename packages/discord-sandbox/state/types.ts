import type {
  ApplicationCommandType,
  ChannelType,
  InteractionType,
  MessageType,
} from 'discord-api-types/v10';
import type { ActionRow } from '../limits/component.ts';
import type { Embed } from '../limits/embed.ts';

/** @see Discord docs, User */
export interface User {
  id: string;
  username: string;
  global_name: string | null;
  discriminator: string;
  avatar: null;
  banner: null;
  accent_color: null;
  bot: boolean;
  public_flags: number;
  flags: number;
  primary_guild: null;
  avatar_decoration_data: null;
}

/** A member of the sandbox's server. Their permissions come from their roles. */
export interface Person {
  user: User;
  /** The language of their Discord, e.g. `ko`. */
  locale: string;
  roles: string[];
}

/** A role in the server with its permissions. The role with the server's id is @everyone. */
export interface Role {
  id: string;
  name: string;
  permissions: bigint;
  position: number;
  /** Whether everybody may mention it; if not, only people with Mention Everyone may. */
  mentionable: boolean;
  /** Whether it was made for the bot when that was added; nobody else can get it. */
  ofBot: boolean;
}

export interface Member {
  user: User;
  nick: null;
  avatar: null;
  banner: null;
  roles: string[];
  joined_at: string;
  premium_since: null;
  communication_disabled_until: null;
  deaf: boolean;
  mute: boolean;
  pending: boolean;
  flags: number;
}

interface Overwrite {
  id: string;
  type: 0 | 1;
  allow: string;
  deny: string;
}

/** A tag of a forum. @see Discord docs, Forum Tag */
interface ForumTag {
  id: string;
  name: string;
  moderated: boolean;
  emoji_id: null;
  emoji_name: null;
}

/** A channel of the server. @see Discord docs, Channel */
export interface GuildChannel {
  id: string;
  type: ChannelType.GuildText | ChannelType.GuildAnnouncement | ChannelType.GuildForum;
  guild_id: string;
  name: string;
  topic: string | null;
  position: number;
  parent_id: null;
  nsfw: boolean;
  flags: number;
  rate_limit_per_user: number;
  last_message_id: string | null;
  last_pin_timestamp: null;
  permission_overwrites: Overwrite[];
  /** Of a forum. */
  available_tags?: ForumTag[];
}

export interface Thread {
  id: string;
  type: ChannelType.PublicThread | ChannelType.AnnouncementThread;
  guild_id: string;
  name: string;
  parent_id: string;
  owner_id: string;
  flags: number;
  rate_limit_per_user: number;
  last_message_id: string | null;
  message_count: number;
  member_count: number;
  total_message_sent: number;
  /** Of a forum's post. */
  applied_tags?: string[];
  thread_metadata: {
    archived: boolean;
    locked: boolean;
    archive_timestamp: string;
    auto_archive_duration: 60 | 1440 | 4320 | 10080;
    create_timestamp: string;
  };
}

/** A direct-message channel of one user and the bot. */
export interface DirectChannel {
  id: string;
  type: ChannelType.DM;
  flags: number;
  last_message_id: string | null;
  recipients: User[];
}

export type Channel = GuildChannel | Thread | DirectChannel;

export interface InteractionMetadata {
  id: string;
  type: InteractionType;
  user: User;
  authorizing_integration_owners: Record<string, string>;
  original_response_message_id?: string;
  interacted_message_id?: string;
  /** The message in whose menu the command was used. */
  target_message_id?: string;
  triggering_interaction_metadata?: InteractionMetadata;
}

/** A file of a message. @see Discord docs, Message, Attachment */
export interface Attachment {
  id: string;
  filename: string;
  /** Alternative text. */
  description?: string;
  content_type: string;
  /** Bytes. */
  size: number;
  url: string;
  proxy_url: string;
  /** Of a picture, in pixels. */
  width?: number;
  height?: number;
}

/** A message in exactly Discord's form. @see Discord docs, Message, Message Structure */
export interface Message {
  id: string;
  channel_id: string;
  type: MessageType;
  author: User;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  tts: boolean;
  mention_everyone: boolean;
  mentions: User[];
  mention_roles: string[];
  attachments: Attachment[];
  embeds: Embed[];
  components: ActionRow[];
  pinned: boolean;
  flags: number;
  nonce?: string | number;
  application_id?: string;
  webhook_id?: string;
  interaction_metadata?: InteractionMetadata;
  interaction?: { id: string; type: InteractionType; name: string; user: User };
  message_reference?: { type: 0; channel_id: string; message_id: string; guild_id?: string };
  referenced_message?: Message | null;
  thread?: Thread;
}

/** A registered command in Discord's form. */
export interface Command {
  id: string;
  application_id: string;
  guild_id?: string;
  version: string;
  type: ApplicationCommandType;
  name: string;
  name_localizations: Record<string, string> | null;
  description: string;
  description_localizations: Record<string, string> | null;
  default_member_permissions: string | null;
  dm_permission?: boolean;
  contexts: number[] | null;
  integration_types: number[];
  nsfw: boolean;
  options?: CommandOption[] | undefined;
}

export interface CommandOption {
  type: number;
  name: string;
  name_localizations?: Record<string, string> | null | undefined;
  description: string;
  description_localizations?: Record<string, string> | null | undefined;
  required?: boolean | undefined;
  autocomplete?: boolean | undefined;
  choices?: Choice[] | undefined;
  options?: CommandOption[] | undefined;
  channel_types?: number[] | undefined;
  min_value?: number | undefined;
  max_value?: number | undefined;
  min_length?: number | undefined;
  max_length?: number | undefined;
}

export interface Choice {
  name: string;
  name_localizations?: Record<string, string> | null | undefined;
  value: string | number;
}
