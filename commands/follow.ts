import { z } from 'zod';
import type { Answer } from '../src/answers/answer.ts';
import { filterOf, followsIn, readFollow } from '../src/answers/follow.ts';
import { readFilter } from '../src/answers/options/filter.ts';
import { paperById } from '../src/answers/options/wanted.ts';
import { pageOf } from '../src/answers/page.ts';
import { type Context, defineCommand } from '../src/bot/command.ts';
import { text } from '../src/bot/options.ts';
import { suggestAuthors, suggestOrganizations, suggestTimeZones } from '../src/bot/suggestions.ts';
import { timeTyped } from '../src/delivery/rules/times.ts';
import { zoneOfLocales, zoneTyped } from '../src/delivery/rules/zones.ts';
import type { PaperFilter } from '../src/delivery/subscriptions/subscription.ts';
import { FOLLOWS_MAX } from '../src/delivery/subscriptions/subscription-port.ts';
import { UserError } from '../src/errors.ts';

const TOPIC_MAX = 100;

/** When the daily message comes; there is one for everything that a person follows. */
const when = { time: text().optional(), timezone: text().optional() };

const topic = defineCommand({
  name: 'follow topic',
  isPrivate: true,
  options: z.strictObject({ topic: text().max(TOPIC_MAX), ...when }),
  suggest: { timezone: suggestTimeZones },
  run: ({ topic: query, ...times }, context) => follow({ query }, times, context),
});

const author = defineCommand({
  name: 'follow author',
  isPrivate: true,
  options: z.strictObject({ author: text(), ...when }),
  suggest: { author: suggestAuthors, timezone: suggestTimeZones },
  run: (options, context) => followNamed('follow author', options, context),
});

const organization = defineCommand({
  name: 'follow organization',
  isPrivate: true,
  options: z.strictObject({ organization: text(), ...when }),
  suggest: { organization: suggestOrganizations, timezone: suggestTimeZones },
  run: (options, context) => followNamed('follow organization', options, context),
});

/** The menu of what can be followed of a paper, and the follow that was picked from it. */
const paper = defineCommand({
  name: 'follow paper',
  isPrivate: true,
  hidden: true,
  options: z.strictObject({ paper: text().optional(), what: text().optional() }),
  run(options, context) {
    if (options.what === undefined) {
      const held = paperById(options.paper ?? '', context);
      return { kind: 'follow-choices', paper: held, choices: followsIn(held) };
    }
    const picked = readFollow(options.what);
    if (picked === null) throw new UserError('errors.button.expired');
    return follow(filterOf(picked), {}, context);
  },
});

export default [topic, author, organization, paper];

interface Times {
  readonly time?: string | undefined;
  readonly timezone?: string | undefined;
}

/** Follows an author or an organization under the archive's spelling. */
async function followNamed(
  command: string,
  options: Times & { readonly author?: string; readonly organization?: string },
  context: Context,
): Promise<Answer> {
  const read = readFilter(command, { ...options }, {}, context);
  return read.is === 'answer' ? read.answer : follow(read.filter ?? {}, options, context);
}

async function follow(filter: PaperFilter, { time, timezone }: Times, context: Context): Promise<Answer> {
  const { follows, now, asker, locale = 'en' } = context;
  if (asker === null) throw new UserError('errors.follow.nobody');
  await follows.seen(asker);
  const held = await follows.followsOf(asker);
  const at = now.epochMilliseconds;
  const zone = held?.zone ?? zoneOfLocales(locale);
  const settings = {
    locale,
    zone: timezone === undefined ? zone : zoneTyped(timezone),
    ...(time !== undefined && { time: timeTyped(time) }),
  };
  const { subscription, event } = await follows.follow(asker, filter, settings, at);
  if (event === 'full') throw new UserError('errors.follow.full', { count: FOLLOWS_MAX });
  return {
    kind: 'following',
    event,
    filter,
    subscription,
    next: await context.subscriptions.next(subscription, at),
    page: pageOf(subscription.filters, 1),
  };
}
