import { type GatewayMessageCreateDispatchData, MessageType } from 'discord-api-types/v10';

export interface OwnIds {
  readonly id: string;
  /** Its own role, which people mention by mistake; null if unknown. */
  readonly roleId: string | null;
}

/**
 * Reads a message for the bot: a mention, a reply to it, or a direct message by a person.
 *
 * @returns the text without the mention, possibly empty; null if the message is not for the bot
 */
export function textFor(self: OwnIds, message: GatewayMessageCreateDispatchData): string | null {
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
  // `mentions` contains the author of the earlier message, unless the writer switched that off.
  return earlier?.author.id === self.id && mentions.some(({ id }) => id === self.id);
}

function mentionOf({ id, roleId }: OwnIds): RegExp {
  return new RegExp(roleId === null ? `<@!?${id}>` : `<@!?${id}>|<@&${roleId}>`, 'g');
}
