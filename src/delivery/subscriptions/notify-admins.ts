import type { Logger } from 'pino';
import { renderTold } from '../../messages/post/notices.ts';
import type { Publisher } from '../discord-port.ts';
import type { Subscription } from './subscription.ts';

/** Tells a server's admins why a channel gets no digest and what to do. */
export type NotifyAdmins = (suspended: Subscription) => Promise<void>;

export function adminNotifier(publisher: Pick<Publisher, 'notifyAdmins'>, log: Logger): NotifyAdmins {
  return async (suspended) => {
    const wasTold = await publisher.notifyAdmins(suspended, renderTold(suspended, suspended.locale));
    log.warn(
      { channel: suspended.channelId, reason: suspended.suspendedFor },
      wasTold ? 'admins told of a suspension' : 'admins could not be told of a suspension',
    );
  };
}
