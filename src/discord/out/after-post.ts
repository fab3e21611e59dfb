import { Routes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Post } from '../../delivery/post.ts';
import type { Snowflake } from '../../delivery/subscriptions/subscription.ts';
import { RequestFailed, type Requests } from './requests.ts';
import { threadName } from './send.ts';

/** Codes that mean "already done". @see Discord docs, JSON error codes */
const ALREADY: ReadonlySet<number> = new Set([
  40033, // crossposted
  160004, // has a thread
]);

/**
 * Publishes an announcement to the channels that follow, and opens a thread under the last message. Both are repeatable,
 * so the next attempt after a crash makes up for them. Failures are only logged, since the digest is posted.
 */
export async function finishPost(
  requests: Requests,
  { channelId, channelKind, thread, title }: Post,
  ids: readonly Snowflake[],
  log: Logger | undefined,
): Promise<void> {
  if (channelKind === 'announcement') {
    for (const id of ids) {
      await attempt('a post could not be published to the channels that follow', () =>
        requests.post(Routes.channelMessageCrosspost(channelId, id), z.unknown()),
      );
    }
  }
  const last = ids.at(-1);
  if (thread && last !== undefined && (channelKind === 'announcement' || channelKind === 'text')) {
    await attempt('a thread could not be opened under a post', () =>
      requests.post(Routes.threads(channelId, last), z.unknown(), { name: threadName(title) }),
    );
  }
  async function attempt(what: string, request: () => Promise<unknown>): Promise<void> {
    try {
      await request().catch((error: unknown) => (isPassing(error) ? request() : Promise.reject(error)));
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      const { status, code } = error.failure;
      if (code !== undefined && ALREADY.has(code)) return;
      log?.warn({ channel: channelId, status, code, reason: error.message }, what);
    }
  }
}

/** A lost answer or a 5xx is worth one more request at once. */
function isPassing(error: unknown): boolean {
  return error instanceof RequestFailed && (error.failure.status ?? 500) >= 500;
}
