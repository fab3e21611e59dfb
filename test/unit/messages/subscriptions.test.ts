import { describe, expect, test } from 'vitest';
import type { SubscriptionStatus } from '../../../src/answers/answer.ts';
import {
  DAILY,
  PASSING_LIMITS,
  type Subscription,
} from '../../../src/delivery/subscriptions/subscription.ts';
import type { Language } from '../../../src/language.ts';
import { EMBED_DESCRIPTION_MAX } from '../../../src/messages/limits.ts';
import { renderSubscriptions } from '../../../src/messages/post/subscription.ts';
import { subscription } from '../delivery/rules/samples.ts';

const ID = '1180000000000000999';
const SETTINGS: Partial<Subscription> = {
  guildId: ID,
  ...DAILY,
  channelId: ID,
  roleId: ID,
  thread: true,
  days: [1, 2, 3, 4, 6, 7],
  zone: 'America/Argentina/ComodRivadavia',
};
const DELIVERY = {
  id: 'd',
  subscriptionId: 's1',
  edition: '2026-11-20',
  firing: null,
  attempts: 1,
  firstSentAt: 0,
  messageIds: [ID],
};

/** A page of one status five times, as it is shown. */
function page(item: SubscriptionStatus, locale: Language): string {
  const items = Array(5).fill(item);
  const again = { command: 'digest status', options: {} };
  const shown = { items, page: 1, pages: 1, total: items.length };
  const { messages } = renderSubscriptions({ kind: 'subscriptions', page: shown, again }, locale);
  return messages[0]?.embeds[0]?.description ?? '';
}

describe.each(['en', 'ko'] as const)('a page of the status in %s', (locale) => {
  test('fits an embed even if everything is wrong with each subscription', () => {
    const suspended = subscription({
      ...SETTINGS,
      state: 'suspended',
      suspendedFor: 'missing-permissions',
    });
    const delivered = { ...DELIVERY, state: 'delivered', reason: null } as const;
    const text = page({ subscription: suspended, last: delivered, next: 1e12, role: 'silent' }, locale);
    expect(text.length).toBeLessThanOrEqual(EMBED_DESCRIPTION_MAX);
  });

  test.each(PASSING_LIMITS)('names the limit that delays a post: %s', (reason) => {
    const waiting = { ...DELIVERY, state: 'retry', reason } as const;
    const plain = { ...DELIVERY, state: 'retry', reason: 'HTTP 502' } as const;
    const status = { subscription: subscription(SETTINGS), next: 1e12, role: 'silent' } as const;
    const text = page({ ...status, last: waiting }, locale);
    expect(text.length).toBeLessThanOrEqual(EMBED_DESCRIPTION_MAX);
    expect(text.length).toBeGreaterThan(page({ ...status, last: plain }, locale).length);
  });
});
