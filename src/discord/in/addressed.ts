import { type GatewayMessageCreateDispatchData, MessageType } from 'discord-api-types/v10';

/** Who the bot is in a server. */
export interface OwnIds {
  readonly id: string;
  /** Its own role there, which people mention in its stead; null in a direct message. */
  readonly roleId: string | null;
}

/**
 * What somebody says to the bot: a message that mentions it, replies to it, or is written to it directly. @everyone, a
 * message of a program and a reply to somebody else say nothing to it.
 *
 * @returns the text without the mention, perhaps nothing; null for a message that is not for the bot
 */
export function saidTo(self: OwnIds, message: GatewayMessageCreateDispatchData): string | null {
  const { author, webhook_id: webhook, type, content = '' } = message;
  if (author.bot === true || author.system === true || webhook !== undefined) return null;
  if (type !== MessageType.Default && type !== MessageType.Reply) return null;
  const text = content.replace(mentionOf(self), ' ').replace(/\s+/g, ' ').trim();
  return isFor(self, message) ? text : null;
}

function isFor(self: OwnIds, message: GatewayMessageCreateDispatchData): boolean {
  const { content = '', guild_id: guild, mentions = [], referenced_message: earlier } = message;
  if (guild === undefined) return true;
  if (mentionOf(self).test(content)) return true;
  // Who replies notifies the author of what is replied to, which is no mention of anybody else.
  return earlier?.author.id === self.id && mentions.some(({ id }) => id === self.id);
}

function mentionOf({ id, roleId }: OwnIds): RegExp {
  return new RegExp(roleId === null ? `<@!?${id}>` : `<@!?${id}>|<@&${roleId}>`, 'g');
}
