import { beforeEach, describe, expect, test } from 'vitest';
import type { PlacedSubscription } from '../../../../src/delivery/ledger/due-state.ts';
import { Ledger } from '../../../../src/delivery/ledger/ledger.ts';
import { Guilds } from '../../../../src/delivery/subscriptions/guilds.ts';
import type { Outcome } from '../../../../src/delivery/subscriptions/subscription.ts';
import { SubscriptionStore } from '../../../../src/delivery/subscriptions/subscription-store.ts';
import { onEachDatabase } from '../../../support/databases.ts';
import { DAY, dayAfter, LEASE, NOW, recordOutcome, settings } from '../../store/samples.ts';

const SERVER = { guildId: '1', userId: '7', now: NOW };
const TODAY = '2026-11-20';
const LATER = NOW + 1000;

onEachDatabase((databases) => {
  let subscriptions: SubscriptionStore;
  let ledger: Ledger;
  let guilds: Guilds;

  beforeEach(async () => {
    const database = await databases.open();
    subscriptions = new SubscriptionStore(database);
    ledger = new Ledger(database);
    guilds = new Guilds(database);
  });

  const put = async (channel: string, more = {}) =>
    (await subscriptions.put(settings(channel, more), SERVER)).subscription;
  const plan = (subscriptionId: string, digest = TODAY) =>
    ledger.plan([{ subscriptionId, edition: digest, firing: digest, skipped: [] }], NOW);
  const pages = async (size = 100, now = NOW): Promise<PlacedSubscription[][]> =>
    Array.fromAsync(subscriptions.pages(size, now));
  /** The channels that are posted to. */
  const active = async () =>
    (await pages())
      .flat()
      .map(({ subscription }) => subscription.channelId)
      .toSorted();
  /** Makes an attempt at what is planned, with this outcome. */
  const attempt = async (outcome: Outcome, now = NOW) => {
    const claimed = await ledger.claim('a', 10, LEASE, now);
    for (const { id } of claimed) await recordOutcome(ledger, id, 'a', outcome, now);
  };

  describe('a subscription', () => {
    test('follows the kind of its channel, and keeps all else', async () => {
      const before = await put('10', { roleId: '99' });
      const other = await put('11');
      await subscriptions.noteKind(before.id, 'announcement');
      expect(await subscriptions.get(before.id)).toEqual({ ...before, channelKind: 'announcement' });
      expect(await subscriptions.get(other.id)).toEqual(other);
    });

    test('has a name of its own in its channel, and only the same name changes it', async () => {
      const daily = await put('10');
      const filters = [{ query: 'robots', author: 'Song Han', exclude: 'driving', min_votes: 3 }];
      const weekly = {
        name: 'weekly',
        every: 'week',
        days: [5],
        filters,
        minPapers: 2,
        title: 'Robots',
      } as const;
      const other = await put('10', weekly);
      expect(other).toMatchObject(weekly);
      expect(await subscriptions.ofChannel('1', '10')).toEqual([daily, other]);
      const changed = await put('10', { ...weekly, minPapers: 3 });
      expect(changed).toEqual({ ...other, minPapers: 3 });
      expect(await subscriptions.named('1', '10', 'daily')).toEqual(daily);
      expect(await subscriptions.named('1', '10', 'monthly')).toBeNull();
      expect(await subscriptions.named('2', '10', 'daily')).toBeNull();
    });

    test('that becomes weekly no longer waits for days: they would skip each other', async () => {
      const { id } = await put('10');
      await plan(id);
      await put('10', { every: 'week', days: [1] });
      expect(await ledger.claim('a', 10, LEASE, NOW)).toEqual([]);
      expect(await ledger.of(id, 5)).toEqual([]);
    });

    test('is kept as it was set up', async () => {
      const all = settings('10', {
        channelKind: 'forum',
        time: '23:59',
        zone: 'America/Argentina/Buenos_Aires',
        days: [1, 7],
        style: 'titles',
        top: 10,
        locale: 'en',
        roleId: '99',
        thread: true,
      });
      const { subscription, created } = await subscriptions.put(all, SERVER);
      expect(created).toBe(true);
      expect(subscription).toEqual({
        ...all,
        id: subscription.id,
        guildId: '1',
        userId: '7',
        state: 'active',
        suspendedFor: null,
        activeSince: NOW,
      });
      expect(await subscriptions.get(subscription.id)).toEqual(subscription);
      expect(await subscriptions.ofChannel('1', '10')).toEqual([subscription]);
      expect(await subscriptions.get('none')).toBeNull();
      expect(await subscriptions.ofChannel('2', '10')).toEqual([]);
    });

    test('is changed by subscribing again, and keeps its ledger', async () => {
      const first = await put('10');
      await plan(first.id);
      const again = { ...SERVER, userId: '8', now: LATER };
      const { subscription, created } = await subscriptions.put(settings('10', { top: 1 }), again);
      expect(created).toBe(false);
      expect(subscription).toEqual({ ...first, top: 1 });
      expect(await ledger.of(first.id, 10)).toHaveLength(1);
    });

    test('counts from the change of its plan', async () => {
      await put('10');
      const change = { ...SERVER, now: LATER };
      const { subscription } = await subscriptions.put(settings('10', { time: '08:00' }), change);
      expect(subscription.activeSince).toBe(LATER);
    });

    test('is another one if another server names the channel', async () => {
      const first = await put('10');
      const { created } = await subscriptions.put(settings('10', { top: 1 }), { ...SERVER, guildId: '2' });
      expect(created).toBe(true);
      expect(await subscriptions.get(first.id)).toEqual(first);
    });

    test('is created once by two admins at the same moment', async () => {
      const both = await Promise.all([1, 2].map((top) => subscriptions.put(settings('10', { top }), SERVER)));
      expect(both.map(({ created }) => created).toSorted()).toEqual([false, true]);
      expect(new Set(both.map(({ subscription }) => subscription.id)).size).toBe(1);
    });

    test('is found with the others of its server', async () => {
      await put('11');
      await put('10');
      expect((await subscriptions.ofGuild('1')).map(({ channelId }) => channelId)).toEqual(['10', '11']);
      expect(await subscriptions.ofGuild('2')).toEqual([]);
    });

    test('leaves nothing behind when it is removed', async () => {
      const { id } = await put('10');
      await plan(id);
      expect(await subscriptions.remove(id)).toBe(true);
      expect(await subscriptions.remove(id)).toBe(false);
      expect(await subscriptions.get(id)).toBeNull();
      expect(await ledger.of(id, 10)).toEqual([]);
      expect(await plan(id)).toBe(0);
    });
  });

  describe('a paused subscription', () => {
    test('posts nothing until it is resumed, and then only what comes after', async () => {
      const { id } = await put('10');
      expect(await subscriptions.pause(id, NOW)).toBe(true);
      expect(await subscriptions.pause(id, NOW)).toBe(false);
      expect(await active()).toEqual([]);
      expect(await plan(id)).toBe(0);
      expect(await subscriptions.resume(id, LATER)).toBe(true);
      expect(await subscriptions.resume(id, LATER)).toBe(false);
      expect(await subscriptions.get(id)).toMatchObject({ state: 'active', activeSince: LATER });
      expect(await active()).toEqual(['10']);
    });

    test('stays paused when it is changed', async () => {
      const { id } = await put('10');
      await subscriptions.pause(id, NOW);
      expect(await put('10', { top: 2 })).toMatchObject({ id, state: 'paused', top: 2 });
    });

    test('deletes what was planned and not begun, so that resuming decides again', async () => {
      const { id } = await put('10');
      await plan(id);
      await subscriptions.pause(id, NOW);
      expect(await ledger.of(id, 10)).toEqual([]);
    });

    test('skips what failed before, since it may be in the channel', async () => {
      const { id } = await put('10');
      await plan(id);
      await attempt({ kind: 'retry', after: 0, reason: 'timeout' });
      await subscriptions.pause(id, NOW);
      await subscriptions.resume(id, LATER);
      expect(await ledger.claim('b', 10, LEASE, LATER)).toEqual([]);
      expect(await ledger.of(id, 10)).toMatchObject([{ state: 'skipped', reason: 'stopped' }]);
    });

    test('leaves a post that is being sent to its owner', async () => {
      const { id } = await put('10');
      await plan(id);
      const [sent] = await ledger.claim('a', 1, LEASE, NOW);
      await subscriptions.pause(id, NOW);
      const settled = await recordOutcome(
        ledger,
        sent?.id ?? '',
        'a',
        { kind: 'delivered', messageIds: ['5'] },
        NOW,
      );
      expect(settled).toBe(true);
      expect(await ledger.of(id, 1)).toMatchObject([{ messageIds: ['5'] }]);
    });
  });

  describe('a suspended subscription', () => {
    test('posts nothing, is found by the daily check, and continues as it was', async () => {
      const { id } = await put('10');
      await put('11');
      expect(await subscriptions.suspend(id, 'missing-access', NOW)).toBe(true);
      expect(await subscriptions.suspend(id, 'unknown-channel', NOW)).toBe(false);
      expect(await active()).toEqual(['11']);
      expect(await subscriptions.suspended()).toMatchObject([{ id, suspendedFor: 'missing-access' }]);
      expect(await subscriptions.reinstate(id)).toBe(true);
      expect(await subscriptions.reinstate(id)).toBe(false);
      expect(await subscriptions.suspended()).toEqual([]);
      expect(await subscriptions.get(id)).toMatchObject({
        state: 'active',
        suspendedFor: null,
        activeSince: NOW,
      });
    });

    test('is reported once per suspension, by one caller', async () => {
      const { id } = await put('10');
      expect(await subscriptions.markTold(id)).toBe(false);
      await subscriptions.suspend(id, 'missing-access', NOW);
      const told = await Promise.all([subscriptions.markTold(id), subscriptions.markTold(id)]);
      expect(told.toSorted()).toEqual([false, true]);
      await subscriptions.reinstate(id);
      await subscriptions.suspend(id, 'missing-access', NOW);
      expect(await subscriptions.markTold(id)).toBe(true);
    });

    test('is active again when its channel is subscribed again', async () => {
      const { id } = await put('10');
      await plan(id);
      await attempt({ kind: 'suspend', reason: 'missing-permissions' });
      expect(await put('10')).toMatchObject({ id, state: 'active', suspendedFor: null });
      expect(await ledger.of(id, 10)).toEqual([]);
    });

    test('decides again what was refused at the first attempt', async () => {
      const { id } = await put('10');
      await plan(id);
      await attempt({ kind: 'suspend', reason: 'missing-permissions' });
      expect(await ledger.of(id, 10)).toMatchObject([{ state: 'suspended', reason: 'missing-permissions' }]);
      await subscriptions.reinstate(id);
      expect(await ledger.of(id, 10)).toEqual([]);
    });

    test('continues what may already be in the channel', async () => {
      const { id } = await put('10');
      await plan(id);
      await attempt({ kind: 'retry', after: 0, reason: 'timeout' });
      await attempt({ kind: 'suspend', reason: 'missing-permissions' });
      await subscriptions.reinstate(id);
      const claimed = await ledger.claim('b', 10, LEASE, LATER);
      expect(claimed).toMatchObject([{ edition: TODAY, attempts: 3, firstSentAt: NOW }]);
    });

    test('continues a post that is half done', async () => {
      const { id } = await put('10');
      await plan(id);
      const [half] = await ledger.claim('a', 1, LEASE, NOW);
      await ledger.progress(half?.id ?? '', 'a', '5');
      await recordOutcome(
        ledger,
        half?.id ?? '',
        'a',
        { kind: 'suspend', reason: 'missing-permissions' },
        NOW,
      );
      await subscriptions.reinstate(id);
      expect(await ledger.claim('b', 10, LEASE, LATER)).toMatchObject([{ messageIds: ['5'] }]);
    });

    test('can be paused', async () => {
      const { id } = await put('10');
      await subscriptions.suspend(id, 'missing-access', NOW);
      expect(await subscriptions.pause(id, NOW)).toBe(true);
      expect(await subscriptions.get(id)).toMatchObject({ state: 'paused', suspendedFor: null });
    });
  });

  describe('a server that was left', () => {
    test('keeps its settings for 30 days and is posted nothing meanwhile', async () => {
      const { id } = await put('10');
      await plan(id);
      await guilds.leave('1', NOW);
      await guilds.leave('1', LATER);
      expect(await active()).toEqual([]);
      expect(await ledger.claim('a', 10, LEASE, NOW)).toEqual([]);
      expect(await guilds.purge(NOW + 30 * DAY - 1)).toBe(0);
      expect(await subscriptions.get(id)).not.toBeNull();
      expect(await guilds.purge(NOW + 30 * DAY)).toBe(1);
      expect(await subscriptions.get(id)).toBeNull();
      expect(await guilds.rejoin('1', NOW)).toBe(false);
    });

    test('goes on where it is joined again', async () => {
      const { id } = await put('10');
      await guilds.leave('1', NOW);
      expect(await guilds.rejoin('1', LATER)).toBe(true);
      expect(await guilds.rejoin('1', LATER)).toBe(false);
      expect(await subscriptions.get(id)).toMatchObject({ state: 'active', activeSince: LATER });
      expect(await active()).toEqual(['10']);
      expect(await guilds.purge(NOW + 99 * DAY)).toBe(0);
    });

    test('goes on where it subscribes again', async () => {
      const { id } = await put('10');
      await guilds.leave('1', NOW);
      await subscriptions.put(settings('11'), { ...SERVER, now: LATER });
      expect(await active()).toEqual(['10', '11']);
      expect(await subscriptions.get(id)).toMatchObject({ activeSince: LATER });
    });

    test('without subscriptions is not noted', async () => {
      await guilds.leave('5', NOW);
      expect(await guilds.rejoin('5', NOW)).toBe(false);
    });

    test('is not among those that the bot is taken to be in', async () => {
      await put('10');
      await put('11');
      await subscriptions.put(settings('20'), { ...SERVER, guildId: '2' });
      expect(await guilds.present()).toEqual(['1', '2']);
      await guilds.leave('1', NOW);
      expect(await guilds.present()).toEqual(['2']);
    });
  });

  describe('the pages of what may be due', () => {
    test('hold every active subscription once, however many fit on a page', async () => {
      const ids: string[] = [];
      for (let n = 10; n < 20; n += 1) ids.push((await put(String(n))).id);
      for (const size of [1, 3, 10, 100]) {
        const read = (await pages(size)).flat().map(({ subscription }) => subscription.id);
        expect(read.toSorted()).toEqual(ids.toSorted());
      }
      expect((await pages(4)).map(({ length }) => length)).toEqual([4, 4, 2]);
    });

    test('come with what the ledger holds', async () => {
      const [fresh, served] = [await put('10'), await put('11')];
      const due = { subscriptionId: served.id, edition: TODAY, firing: TODAY, skipped: ['2026-11-18'] };
      await ledger.plan([due], NOW);
      await ledger.plan([{ ...due, edition: '2026-11-21', firing: null, skipped: [] }], NOW);
      const dueStates = new Map(
        (await pages()).flat().map(({ subscription, dueState }) => [subscription.id, dueState]),
      );
      expect(dueStates.get(fresh.id)).toEqual({ editions: new Set(), firings: new Set(), any: false });
      expect(dueStates.get(served.id)).toEqual({
        editions: new Set(['2026-11-18', TODAY, '2026-11-21']),
        firings: new Set([TODAY]),
        any: true,
      });
    });

    test('leave out the days of long ago, and know that there were some', async () => {
      const { id } = await put('10');
      for (const days of [-18, -17, -11, -10]) await plan(id, dayAfter(TODAY, days));
      const dueState = (now: number) => pages(10, now).then(([page]) => page?.[0]?.dueState);
      expect(await dueState(NOW)).toEqual({
        editions: new Set(['2026-11-03', '2026-11-09', '2026-11-10']),
        firings: new Set(['2026-11-10']),
        any: true,
      });
      expect(await dueState(NOW + 99 * DAY)).toEqual({ editions: new Set(), firings: new Set(), any: true });
    });

    test('let others have their turn between two pages', async () => {
      await put('10');
      await put('11');
      let turns = 0;
      setImmediate(() => {
        turns += 1;
      });
      for await (const _page of subscriptions.pages(1, NOW)) void turns;
      expect(turns).toBe(1);
    });
  });
});
