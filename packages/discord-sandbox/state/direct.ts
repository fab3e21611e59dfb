import { ChannelType } from 'discord-api-types/v10';
import type { State } from './state.ts';
import type { Channel, DirectChannel, Person } from './types.ts';

/** The direct-message channel of a user and the bot. */
export function directChannel(state: State, { user }: Person): DirectChannel {
  const isTheirs = (channel: Channel): channel is DirectChannel =>
    channel.type === ChannelType.DM && channel.recipients.some(({ id }) => id === user.id);
  const found = [...state.channels.values()].find(isTheirs);
  if (!found) throw new Error(`${user.username} has no conversation with the bot`);
  return found;
}
