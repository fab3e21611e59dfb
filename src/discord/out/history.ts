import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Snowflake } from '../../delivery/subscriptions/subscription.ts';
import type { Requests } from './requests.ts';

/** A search for the bot's own messages with a mark. */
export interface HistorySearch {
  readonly self: Snowflake;
  /** The `custom_id` that identifies them. */
  readonly mark: string;
  readonly since: number;
}

/** The first second of 2015. @see Discord docs, Reference, Snowflakes */
const EPOCH = 1_420_070_400_000;
/** The maximum. @see Discord docs, Get Channel Messages */
const PAGE = 100;

const rowsSchema = z
  .array(z.object({ components: z.array(z.object({ custom_id: z.string().optional() })).catch([]) }))
  .catch([]);

const messageSchema = z.object({
  id: z.string(),
  author: z.object({ id: z.string() }),
  webhook_id: z.string().optional(),
  interaction_metadata: z.unknown().optional(),
  components: rowsSchema,
});

type Found = z.output<typeof messageSchema>;

/** The lowest snowflake of a moment. @param at milliseconds since 1970 */
export function firstIdAt(at: number): Snowflake {
  return String(BigInt(Math.max(0, Math.floor(at) - EPOCH)) << 22n);
}

/** Sorts snowflakes oldest first. */
export function byAge(one: Snowflake, other: Snowflake): number {
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}

/** Whether a button or menu has the mark as its `custom_id`. */
export function carries(components: unknown, mark: string): boolean {
  return rowsSchema.parse(components).some((row) => row.components.some((part) => part.custom_id === mark));
}

/**
 * Searches a channel for posts. Answers to people are left out, since `/today` has the same buttons.
 *
 * @returns the ids, oldest first; null if the channel is empty since then or its history cannot be read: Discord answers
 *   both alike
 * @see Discord docs, Get Channel Messages
 */
export async function findMessages(
  requests: Requests,
  channelId: Snowflake,
  search: HistorySearch,
): Promise<Snowflake[] | null> {
  const found: Snowflake[] = [];
  let after = firstIdAt(search.since);
  for (let first = true; ; first = false) {
    const query = { after, limit: String(PAGE) };
    const page = await requests.get(Routes.channelMessages(channelId), z.array(messageSchema), query);
    if (first && page.length === 0) return null;
    found.push(...page.filter((message) => isOurs(message, search)).map(({ id }) => id));
    if (page.length < PAGE) return found.toSorted(byAge);
    after = page.map(({ id }) => id).reduce((newest, id) => (byAge(newest, id) < 0 ? id : newest), after);
  }
}

/** Whether the search is for a forum thread's first message, which has the thread's id. @throws RequestFailed 10008 if deleted */
export async function beginsWith(
  requests: Requests,
  threadId: Snowflake,
  search: HistorySearch,
): Promise<boolean> {
  return isOurs(await requests.get(Routes.channelMessage(threadId, threadId), messageSchema), search);
}

function isOurs(
  { author, webhook_id, interaction_metadata, components }: Found,
  { self, mark }: HistorySearch,
) {
  const answer = webhook_id !== undefined || (interaction_metadata ?? null) !== null;
  return author.id === self && !answer && carries(components, mark);
}
