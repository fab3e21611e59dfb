import { z } from 'zod';
import type { Subscription } from '../delivery/subscriptions/subscription.ts';
import type { SubscriptionStore } from '../delivery/subscriptions/subscription-store.ts';
import { FINAL } from '../discord/client.ts';
import { RequestFailed } from '../discord/out/requests.ts';
import { Breaker } from '../discord/out/rest/breaker.ts';
import { DiscordRest } from '../discord/out/rest/rest.ts';
import { mayPost } from '../discord/permissions.ts';
import { tryLogin } from '../discord/try-login.ts';
import type { Language } from '../language.ts';
import { tellPlain } from '../messages/locale.ts';
import { type Finding, well, wrong } from './finding.ts';

/** How long Discord has for an answer, ms. */
const PATIENCE = 15_000;
/** Posts are due to the minute. */
const CLOCK_MAX = 30;
const PAGE = 100;
const applicationSchema = z.object({ name: z.string(), approximate_guild_count: z.int().default(0) });

interface DiscordParts {
  readonly api: string;
  readonly token: string;
  /** Null if the store cannot be read. */
  readonly subscriptions: SubscriptionStore | null;
  readonly now: () => number;
  readonly locale: Language;
}

export async function checkDiscord(parts: DiscordParts): Promise<Finding[]> {
  const { api, token, now } = parts;
  let answer: Response;
  try {
    const headers = { authorization: `Bot ${token}` };
    answer = await fetch(`${api}/v10/applications/@me`, { headers, signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    return [wrong('token', { key: 'errors.discord.unreachable', values: { reason: reasonOf(error) } })];
  }
  const clock = checkClock(answer.headers.get('date'), now());
  if (answer.status !== 200) {
    const key = answer.status === 401 ? 'errors.discord.token' : 'errors.discord.address';
    return [wrong('token', { key, values: { code: answer.status } }), ...clock];
  }
  const application = applicationSchema.safeParse(await answer.json().catch(() => null));
  if (!application.success)
    return [wrong('token', { key: 'errors.discord.address', values: { code: answer.status } }), ...clock];
  const { name, approximate_guild_count: count } = application.data;
  return [
    well('token', { key: 'doctor.token.ok' }),
    well('application', { key: 'doctor.application.ok', values: { name, count } }),
    await checkLogin(api, token),
    ...(await checkChannels(parts)),
    ...clock,
  ];
}

async function checkLogin(api: string, token: string): Promise<Finding> {
  const outcome = await tryLogin(api, token, PATIENCE);
  if (outcome.is === 'taken') return well('intents', { key: 'doctor.intents.ok' });
  if (outcome.is === 'unreachable')
    return wrong('intents', { key: 'doctor.intents.unreachable', values: { reason: outcome.reason } });
  const { code } = outcome;
  return wrong('intents', { key: FINAL.get(code) ?? 'doctor.intents.closed', values: { code } });
}

/** @param date a header; without it the clock is unknown */
function checkClock(date: string | null, now: number): Finding[] {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return [];
  const seconds = Math.round(Math.abs(now - theirs) / 1000);
  const text = {
    key: seconds > CLOCK_MAX ? 'doctor.clock.off' : 'doctor.clock.ok',
    values: { seconds },
  } as const;
  return [seconds > CLOCK_MAX ? wrong('clock', text) : well('clock', text)];
}

/** One finding per channel that cannot be posted to, or one for all. */
async function checkChannels(parts: DiscordParts): Promise<Finding[]> {
  const { subscriptions, now } = parts;
  if (subscriptions === null) return [];
  const found: Finding[] = [];
  let count = 0;
  const look = async (subscription: Subscription) => {
    count += 1;
    const finding = await checkChannel(subscription, parts);
    if (finding !== null) found.push(finding);
  };
  for await (const page of subscriptions.pages(PAGE, now()))
    for (const one of page) await look(one.subscription);
  for (const suspended of await subscriptions.suspended()) await look(suspended);
  if (found.length > 0) return found;
  const key = count === 0 ? 'doctor.channels.none' : 'doctor.channels.ok';
  return [well('channels', { key, values: { count } })];
}

async function checkChannel(
  { channelId, guildId, channelKind, thread }: Subscription,
  { api, token, locale }: DiscordParts,
): Promise<Finding | null> {
  const rest = new DiscordRest({ api, address: new Breaker() }).setToken(token);
  const place = { channel: channelId, guild: guildId };
  try {
    const missing = await mayPost(rest, channelId, guildId, channelKind, thread);
    if (missing.length === 0) return null;
    const names = missing.map((one) => tellPlain(`subscription.permissions.names.${one}`, locale)).join(', ');
    return wrong('channels', { key: 'doctor.channels.missing', values: { ...place, names } });
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    return wrong('channels', { key: 'doctor.channels.gone', values: { ...place, reason: error.message } });
  }
}

/** The innermost error: `fetch failed` alone helps nobody. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}
