import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Snowflake } from '../../delivery/subscriptions/subscription.ts';
import type { Requests } from './requests.ts';

/** What is looked for: the bot's own messages with a mark. */
export interface HistorySearch {
  /** The bot's user id. */
  readonly self: Snowflake;
  /** The `custom_id` that tells them. */
  readonly mark: string;
  /** Nothing older is theirs, milliseconds since 1970. */
  readonly since: number;
}

/** Discord's epoch, the first second of 2015. @see Discord docs, Reference, Snowflakes */
const EPOCH = 1_420_070_400_000;

/** Discord docs, Get Channel Messages: `limit` is 1 to 100. */
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

/** The lowest id that anything of that moment can have. @param at milliseconds since 1970 */
export function firstIdAt(at: number): Snowflake {
  return String(BigInt(Math.max(0, Math.floor(at) - EPOCH)) << 22n);
}

/** Orders ids by age, oldest first: they grow with time, and the longer number is the larger. */
export function byAge(one: Snowflake, other: Snowflake): number {
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}

/** Whether a message carries a mark: one of its buttons or menus has it as `custom_id`. */
export function carries(components: unknown, mark: string): boolean {
  return rowsSchema.parse(components).some((row) => row.components.some((part) => part.custom_id === mark));
}

/**
 * Reads a channel's messages and picks those looked for. Answers to people are left out: `/today` brings the same
 * buttons.
 *
 * @returns their ids, oldest first; null when the channel has no messages at all since then, which is also what
 *   Discord answers somebody who may not read its history
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

/**
 * Whether a thread's first message is one of those looked for. In a forum it has the thread's id.
 *
 * @throws RequestFailed 10008 when it was deleted
 */
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
