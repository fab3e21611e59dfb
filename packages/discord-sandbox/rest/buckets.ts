import { createHash } from 'node:crypto';

/** At most `limit` requests in `windowMs` milliseconds. */
export interface Limit {
  readonly limit: number;
  readonly windowMs: number;
}

export interface RateLimits {
  /** The limit over all routes, from which interactions are exempt. Discord: 50 a second. */
  readonly global?: Limit;
  /** The limit for each route that `routes` does not name. */
  readonly route?: Limit;
  /** Limits by method and route, e.g. `POST /channels/:id/messages`. Discord publishes none; the defaults are what it does today. */
  readonly routes?: Readonly<Record<string, Limit>>;
}

export const DEFAULT_LIMITS = {
  global: { limit: 50, windowMs: 1000 },
  route: { limit: 50, windowMs: 1000 },
  routes: {
    'POST /channels/:id/messages': { limit: 5, windowMs: 5000 },
    'PATCH /channels/:id/messages/:id': { limit: 5, windowMs: 5000 },
    'POST /channels/:id/messages/:id/crosspost': { limit: 10, windowMs: 3_600_000 },
    'POST /webhooks/:id/:token': { limit: 5, windowMs: 2000 },
  },
} as const satisfies RateLimits;

interface Bucket {
  used: number;
  resetAt: number;
}

/** The rate limit headers for an answer, and the refusal if the request exceeded a limit. */
interface Verdict {
  readonly headers: Record<string, string>;
  readonly refused?: { message: string; retry_after: number; global: boolean };
}

/** Above this number of buckets, expired ones are dropped. */
const BUCKETS = 1000;

/**
 * Discord's rate limits: a bucket for each method, route and major parameter (channel, guild, webhook), and one for all
 * requests together. @see Discord docs, Rate Limits
 */
export function createBuckets(limits: RateLimits | false): (method: string, path: string) => Verdict {
  if (limits === false) return () => ({ headers: {} });
  const global = limits.global ?? DEFAULT_LIMITS.global;
  const routes: Readonly<Record<string, Limit>> = { ...DEFAULT_LIMITS.routes, ...limits.routes };
  const buckets = new Map<string, Bucket>();
  const names = new Map<string, string>();

  const take = (key: string, { limit, windowMs }: Limit, now: number) => {
    let bucket = buckets.get(key);
    if (!bucket || bucket.resetAt <= now) {
      bucket = { used: 0, resetAt: now + windowMs };
      buckets.set(key, bucket);
      if (buckets.size > BUCKETS) forget(now);
    }
    const allowed = bucket.used < limit;
    if (allowed) bucket.used += 1;
    return { allowed, remaining: limit - bucket.used, resetAt: bucket.resetAt };
  };
  const forget = (now: number) => {
    for (const [key, { resetAt }] of buckets) if (resetAt <= now) buckets.delete(key);
  };

  return (method, path) => {
    const now = Date.now();
    const { route, major, exempt } = routeOf(path);
    if (!exempt && !path.startsWith('/webhooks/')) {
      const { allowed, resetAt } = take('global', global, now);
      if (!allowed) return refusal(resetAt - now, 'global', {});
    }
    if (exempt) return { headers: {} };
    const name = `${method} ${route}`;
    const limit = routes[name] ?? limits.route ?? DEFAULT_LIMITS.route;
    const { allowed, remaining, resetAt } = take(`${name} ${major}`, limit, now);
    const hash = names.get(name) ?? createHash('md5').update(name).digest('hex');
    names.set(name, hash);
    const headers = {
      'X-RateLimit-Limit': String(limit.limit),
      'X-RateLimit-Remaining': String(remaining),
      'X-RateLimit-Reset': (resetAt / 1000).toFixed(3),
      'X-RateLimit-Reset-After': ((resetAt - now) / 1000).toFixed(3),
      'X-RateLimit-Bucket': hash,
    };
    return allowed ? { headers } : refusal(resetAt - now, 'user', headers);
  };
}

function refusal(waitMs: number, scope: 'user' | 'global', headers: Record<string, string>): Verdict {
  const seconds = Math.max(waitMs, 1) / 1000;
  const global = scope === 'global';
  return {
    headers: {
      ...headers,
      'Retry-After': String(Math.ceil(seconds)),
      'X-RateLimit-Scope': scope,
      ...(global ? { 'X-RateLimit-Global': 'true' } : {}),
    },
    refused: { message: 'You are being rate limited.', retry_after: Number(seconds.toFixed(3)), global },
  };
}

/** A path with placeholders for its ids, and the major parameter that selects its bucket. */
function routeOf(path: string): { route: string; major: string; exempt: boolean } {
  const [, resource = '', id = '', token = ''] = path.split('/');
  const major =
    resource === 'webhooks' ? `${id}/${token}` : resource === 'channels' || resource === 'guilds' ? id : '';
  const route = path
    .replace(/^(\/(?:webhooks|interactions)\/[^/]+)\/[^/]+/, '$1/:token')
    .replace(/\/(\d{16,20}|@me|@original)(?=\/|$)/g, (whole, name: string) =>
      /^\d/.test(name) ? '/:id' : whole,
    );
  return { route, major, exempt: resource === 'interactions' };
}
