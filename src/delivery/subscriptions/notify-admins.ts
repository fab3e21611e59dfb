import type { Logger } from 'pino';
import { renderTold } from '../../messages/post/notices.ts';
import type { Publisher } from '../discord-port.ts';
import type { Subscription } from './subscription.ts';

/** Tells a server's admins why a channel gets no digest and what to do. */
export type NotifyAdmins = (suspended: Subscription) => Promise<void>;

export function adminNotifier(publisher: Pick<Publisher, 'notifyAdmins'>, log: Logger): NotifyAdmins {
  return async (suspended) => {
    const told = await publisher.notifyAdmins(suspended, renderTold(suspended, suspended.locale));
    log.warn(
      { channel: suspended.channelId, reason: suspended.suspendedFor },
      told ? 'admins told of a suspension' : 'nobody could be told of a suspension',
    );
  };
}
