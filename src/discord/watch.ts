import type { Client } from 'discord.js';
import type { Snowflake } from '../schedule/subscription.ts';

/** Told when what the bot may do, or where it is, changes. */
export interface Watcher {
  /** Permissions or rules may be others now, in one channel or (null) anywhere in the server. */
  onAccessChange(guildId: Snowflake, channelId: Snowflake | null): void;
  onChannelDelete(guildId: Snowflake, channelId: Snowflake): void;
  /** The bot was removed. Not called for an outage. */
  onGuildDelete(guildId: Snowflake): void;
  /** The bot was added, or is back after an outage or a restart. */
  onGuildCreate(guildId: Snowflake): void;
}

/** Turns gateway events into calls of the watcher. */
export function watch(_client: Client, _watcher: Watcher): void {}
