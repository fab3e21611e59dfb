import type { REST } from 'discord.js';
import type { Permission } from '../schedule/permissions.ts';
import type { ChannelKind, Snowflake } from '../schedule/subscription.ts';

/**
 * The permissions that the bot lacks now to post to a channel.
 *
 * @throws DiscordAPIError when the channel or the server is gone, and what passes (429, 5xx, network)
 */
export async function mayPost(
  _rest: Pick<REST, 'get'>,
  _channelId: Snowflake,
  _guildId: Snowflake,
  _kind: ChannelKind,
  _thread: boolean,
): Promise<Permission[]> {
  return [];
}
