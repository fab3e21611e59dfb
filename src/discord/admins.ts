import type { REST } from 'discord.js';
import type { MessageJson } from '../message/message.ts';
import type { Snowflake } from '../schedule/subscription.ts';

/** Who is told: a server, and the person in it who set the post up. */
export interface Admins {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
}

/**
 * Tells a server's admins: in its system channel, or else the person who set the post up by direct message.
 *
 * @returns false when neither can be reached
 * @throws what passes (429, 5xx, network): the caller may try again
 */
export async function tellAdmins(
  _rest: Pick<REST, 'get' | 'post'>,
  _admins: Admins,
  _message: MessageJson,
): Promise<boolean> {
  return false;
}
