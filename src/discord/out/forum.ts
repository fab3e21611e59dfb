import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Snowflake } from '../../delivery/subscriptions/subscription.ts';
import { beginsWith, byAge, firstIdAt, type HistorySearch } from './history.ts';
import { RequestFailed, type Requests } from './requests.ts';

/** @see Discord docs, JSON error codes */
const UNKNOWN_MESSAGE = 10008;
/** The maximum. @see Discord docs, List Public Archived Threads */
const PAGE = 100;

const threadSchema = z.object({
  id: z.string(),
  parent_id: z.string().nullish(),
  owner_id: z.string().optional(),
  thread_metadata: z.object({ archive_timestamp: z.iso.datetime({ offset: true }) }),
});
const threadsSchema = z.object({ threads: z.array(threadSchema), has_more: z.boolean().optional() });

type Thread = z.output<typeof threadSchema>;

/**
 * Searches the active and archived threads of a forum for one that the bot created and whose first message has the mark.
 * Titles are not compared, since moderators may change them.
 *
 * @returns the id of the thread and its first message; null if there is none
 * @throws RequestFailed 50013 if the history cannot be read
 * @see Discord docs, List Active Guild Threads; List Public Archived Threads
 */
export async function findForumPost(
  requests: Requests,
  forum: { readonly guildId: Snowflake; readonly channelId: Snowflake },
  search: HistorySearch,
): Promise<Snowflake | null> {
  const oldest = firstIdAt(search.since);
  const candidate = ({ id, parent_id, owner_id }: Thread) =>
    parent_id === forum.channelId && owner_id === search.self && byAge(oldest, id) <= 0;
  const { threads } = await requests.get(Routes.guildActiveThreads(forum.guildId), threadsSchema);
  const active = await firstOf(requests, threads.filter(candidate), search);
  if (active !== null) return active;
  let before: Record<string, string> = {};
  for (;;) {
    const route = Routes.channelThreads(forum.channelId, 'public');
    const page = await requests.get(route, threadsSchema, { ...before, limit: String(PAGE) });
    const archived = await firstOf(requests, page.threads.filter(candidate), search);
    if (archived !== null) return archived;
    // Newest archived first: a thread archived before `since` was also created before.
    const last = page.threads.at(-1)?.thread_metadata.archive_timestamp;
    if (!page.has_more || last === undefined || Date.parse(last) < search.since) return null;
    before = { before: last };
  }
}

async function firstOf(
  requests: Requests,
  threads: Thread[],
  search: HistorySearch,
): Promise<Snowflake | null> {
  for (const { id } of threads.toSorted((one, other) => byAge(one.id, other.id))) {
    try {
      if (await beginsWith(requests, id, search)) return id;
    } catch (error) {
      if (!(error instanceof RequestFailed && error.failure.code === UNKNOWN_MESSAGE)) throw error;
    }
  }
  return null;
}
