import { ChannelType } from 'discord-api-types/v10';
import { IDS, type State } from './state.ts';
import type { Channel, Message } from './types.ts';

/** A message as the REST API shows it to the bot, depending on its approval for the MessageContent intent. */
export function shownToBot(state: State, channel: Channel, message: Message): Message {
  return state.readsContent ? message : withoutContent(channel, message);
}

/**
 * A message as a bot gets it without the MessageContent intent: without its content, unless the bot wrote it, is mentioned
 * in it, or it is a direct message. A referenced message is treated the same way, on its own.
 * @see Discord docs, Gateway, Message Content Intent
 */
export function withoutContent(channel: Channel, message: Message): Message {
  if (channel.type === ChannelType.DM) return message;
  const { referenced_message: earlier } = message;
  const shown = earlier ? { ...message, referenced_message: withoutContent(channel, earlier) } : message;
  const readable =
    message.author.id === IDS.application || message.mentions.some(({ id }) => id === IDS.application);
  return readable ? shown : { ...shown, content: '', embeds: [], components: [], attachments: [] };
}
