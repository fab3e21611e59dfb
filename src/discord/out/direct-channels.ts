import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Snowflake } from '../../delivery/subscriptions/subscription.ts';
import type { Requests } from './requests.ts';

const KEPT = 20_000;
const channelSchema = z.object({ id: z.string() });

/** Channels of direct messages by person; Discord always gives the same one. */
export class DirectChannels {
  readonly #channels = new Map<Snowflake, Snowflake>();

  async open(requests: Requests, person: Snowflake): Promise<Snowflake> {
    const held = this.#channels.get(person);
    if (held !== undefined) return held;
    const { id } = await requests.post(Routes.userChannels(), channelSchema, { recipient_id: person });
    if (this.#channels.size >= KEPT) this.#channels.clear();
    this.#channels.set(person, id);
    return id;
  }
}
