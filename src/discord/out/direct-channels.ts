import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Snowflake } from '../../delivery/subscriptions/subscription.ts';
import type { Requests } from './requests.ts';

/** Channels kept, a few hundred bytes each: a day's followers need not be looked up twice. */
const KEPT = 20_000;

const channelSchema = z.object({ id: z.string() });

/** The channels of direct messages, by person. Discord gives the same one each time that it is asked to open it. */
export class DirectChannels {
  readonly #channels = new Map<Snowflake, Snowflake>();

  /** @throws RequestFailed */
  async open(requests: Requests, person: Snowflake): Promise<Snowflake> {
    const held = this.#channels.get(person);
    if (held !== undefined) return held;
    const { id } = await requests.post(Routes.userChannels(), channelSchema, { recipient_id: person });
    if (this.#channels.size >= KEPT) this.#channels.clear();
    this.#channels.set(person, id);
    return id;
  }
}
