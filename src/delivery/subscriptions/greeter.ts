import type { Logger } from 'pino';
import type { Language } from '../../language.ts';
import { renderWelcome } from '../../messages/post/notices.ts';
import type { Publisher } from '../discord-port.ts';
import type { Snowflake } from './subscription.ts';
import type { SubscriptionStore } from './subscription-store.ts';

export interface JoinedGuild {
  readonly guildId: Snowflake;
  /** The server's owner, who gets the message if no channel takes it. */
  readonly userId: Snowflake;
  readonly locale: Language;
}

/** Tells a server what the bot does and how to set it up. Never rejects. */
export type Greet = (joined: JoinedGuild) => Promise<void>;

/** A server that was subscribed before the bot left it gets its posts again, and no greeting. */
export function createGreeter({
  publisher,
  subscriptionStore,
  log,
}: {
  readonly publisher: Pick<Publisher, 'notifyAdmins'>;
  readonly subscriptionStore: Pick<SubscriptionStore, 'ofGuild'>;
  readonly log: Logger;
}): Greet {
  return async (joined) => {
    const { guildId, locale } = joined;
    try {
      if ((await subscriptionStore.ofGuild(guildId)).length > 0) {
        log.info({ guild: guildId }, 'back in a subscribed server');
        return;
      }
      const [shown, direct] = [renderWelcome('channel', locale), renderWelcome('direct', locale)];
      const told = await publisher.notifyAdmins(joined, shown, direct);
      log.info({ guild: guildId, told }, 'joined a server');
    } catch (error) {
      log.warn({ guild: guildId, err: error }, 'a joined server could not be greeted');
    }
  };
}
