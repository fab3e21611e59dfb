import { type GatewayMessageCreateDispatchData, MessageType } from 'discord-api-types/v10';

/** The bot's ids in a server. */
export interface OwnIds {
  readonly id: string;
  /** Its own role there, which people mention by mistake; null if unknown or in a direct message. */
  readonly roleId: string | null;
}

/**
 * The text of a message to the bot: one that mentions it, replies to it, or is a direct message. An @everyone alone, a
 * message by a program and a reply to somebody else are not for the bot.
 *
 * @returns the text without the mention, possibly empty; null for a message that is not for the bot
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
  // A reply lists the author of the earlier message in `mentions`, unless the writer switched that off.
  return earlier?.author.id === self.id && mentions.some(({ id }) => id === self.id);
}

function mentionOf({ id, roleId }: OwnIds): RegExp {
  return new RegExp(roleId === null ? `<@!?${id}>` : `<@!?${id}>|<@&${roleId}>`, 'g');
}
