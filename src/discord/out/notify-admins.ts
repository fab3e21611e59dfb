import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { outcomeOf } from '../../delivery/rules/outcome.ts';
import type { Snowflake } from '../../delivery/subscriptions/subscription.ts';
import type { MessageJson } from '../../messages/message.ts';
import { NO_PERSON } from '../../people/set-up.ts';
import { RequestFailed, Requests, type RestClient } from './requests.ts';

/** Who is told: a server, and a person in it: who set the post up, or the owner. */
export interface Admins {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
}

const guildSchema = z.object({ system_channel_id: z.string().nullish() });
const createdSchema = z.object({ id: z.string() });

/**
 * Tells a server's admins: in its system channel, or else one person by direct message.
 *
 * @param direct what that person is told, where it differs
 * @returns false when neither takes it
 * @throws RequestFailed for what passes (429, 5xx, network): the caller may try again
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

/** @returns false where Discord refuses for good */
async function taken(tell: () => Promise<boolean>): Promise<boolean> {
  try {
    return await tell();
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    if (outcomeOf({ ...error.failure, attempts: 1 }).kind === 'retry') throw error;
    return false;
  }
}
