import { z } from 'zod';
import { filterOf, readFollow } from '../src/answers/follow.ts';
import { pageOf } from '../src/answers/page.ts';
import { defineCommand } from '../src/bot/command.ts';
import { hidden, page, text } from '../src/bot/options.ts';
import { UserError } from '../src/errors.ts';

/** Follows on a page: their buttons fit one row. */
const PAGE = 5;

export default defineCommand({
  name: 'following',
  isPrivate: true,
  options: z.strictObject({
    page: page().meta(hidden),
    /** What to stop following. */
    remove: text().optional().meta(hidden),
    /** The message whose button was pressed. */
    post: text().optional().meta(hidden),
  }),
  async run({ page: shown, remove }, { follows, subscriptions, now, asker }) {
    if (asker === null) throw new UserError('errors.follow.nobody');
    await follows.seen(asker);
    const removed = remove === undefined ? null : readFollow(remove);
    const filter = removed === null ? null : filterOf(removed);
    const subscription =
      filter === null ? await follows.followsOf(asker) : await follows.unfollow(asker, filter);
    return {
      kind: 'following',
      event: filter === null ? 'list' : 'unfollowed',
      filter,
      subscription,
      next: subscription === null ? null : await subscriptions.next(subscription, now.epochMilliseconds),
      page: pageOf(subscription?.filters ?? [], shown, PAGE),
    };
  },
});
