import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { outcomeOf } from '../../delivery/rules/outcome.ts';
import type { Snowflake } from '../../delivery/subscriptions/subscription.ts';
import type { MessageJson } from '../../messages/message.ts';
import { NO_PERSON } from '../../people/set-up.ts';
import { RequestFailed, Requests, type RestClient } from './requests.ts';

/** The server to notify, and one person in it: the one who set up the post, or the owner. */
export interface Admins {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
}

const guildSchema = z.object({ system_channel_id: z.string().nullish() });
const createdSchema = z.object({ id: z.string() });

/**
 * Notifies a server's admins in its system channel, or else one person by direct message.
 *
 * @param direct the direct message, if it differs
 * @returns false if Discord accepts neither
 * @throws RequestFailed on a temporary failure (429, 5xx, network), so that the caller may try again
 */
export async function notifyAdmins(
  rest: RestClient,
  { guildId, userId }: Admins,
  message: MessageJson,
  direct = message,
): Promise<boolean> {
  const requests = new Requests(rest);
  const inServer = await taken(async () => {
    const { system_channel_id: channelId } = await requests.get(Routes.guild(guildId), guildSchema);
    if (!channelId) return false;
    await requests.post(Routes.channelMessages(channelId), createdSchema, message);
    return true;
  });
  if (inServer) return true;
  // Who set it up had their id deleted.
  if (userId === NO_PERSON) return false;
  return taken(async () => {
    const { id } = await requests.post(Routes.userChannels(), createdSchema, { recipient_id: userId });
    await requests.post(Routes.channelMessages(id), createdSchema, direct);
    return true;
  });
}

/** @returns false if Discord refuses permanently */
async function taken(tell: () => Promise<boolean>): Promise<boolean> {
  try {
    return await tell();
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    if (outcomeOf({ ...error.failure, attempts: 1 }).kind === 'retry') throw error;
    return false;
  }
}
