import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { outcomeOf } from '../../delivery/rules/outcome.ts';
import type { Snowflake } from '../../delivery/subscriptions/subscription.ts';
import type { MessageJson } from '../../messages/message.ts';
import { NO_PERSON } from '../../people/set-up.ts';
import { RequestFailed, Requests, type RestClient } from './requests.ts';
import { createdSchema } from './send.ts';

/** The server, and one person in it: who set up the post, or the owner. */
export interface Admins {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
}

const guildSchema = z.object({ system_channel_id: z.string().nullish() });

/** @see Publisher.notifyAdmins @throws RequestFailed on a temporary failure (429, 5xx, network) */
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
  // The person had their id deleted.
  if (userId === NO_PERSON) return false;
  return taken(async () => {
    const { id } = await requests.post(Routes.userChannels(), createdSchema, { recipient_id: userId });
    await requests.post(Routes.channelMessages(id), createdSchema, direct);
    return true;
  });
}

/** @returns false if Discord refuses permanently */
async function taken(notify: () => Promise<boolean>): Promise<boolean> {
  try {
    return await notify();
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    if (outcomeOf({ ...error.failure, attempts: 1 }).kind === 'retry') throw error;
    return false;
  }
}
