import { setTimeout } from 'node:timers/promises';
import {
  Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  HTTPError,
  Options,
  type REST,
  Routes,
  Status,
} from 'discord.js';
import type { GatewayReadyDispatchData } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { isRegistered, type Registration } from '../bot/registration.ts';
import { UserError } from '../errors.ts';
import type { TextKey } from '../messages/locales/translation.ts';
import { type DiscordDoor, Interactions } from './in/gateway.ts';
import { guardPackets } from './in/guard-packets.ts';
import { Mentions } from './in/mentions.ts';
import { PendingReplies } from './in/pending-replies.ts';
import { greetJoined, watch } from './in/watch.ts';
import { allowInstalls } from './invites.ts';
import { Breaker } from './out/rest/breaker.ts';
import { CALLBACK_LIFE, DiscordRest } from './out/rest/rest.ts';
import { withTimeout } from './out/with-timeout.ts';

export interface ConnectOptions {
  readonly token: string;
  /** REST base, e.g. `https://discord.com/api` */
  readonly api: string;
  /** The shards of this process, or null for as many as Discord recommends. */
  readonly shards: { readonly ids: readonly number[]; readonly count: number } | null;
  /** The breaker for this IP address, shared with the publisher. */
  readonly address?: Breaker;
}

export interface Self {
  readonly applicationId: string;
  readonly name: string;
  readonly guilds: number;
}

export interface Connection {
  readonly online: boolean;
  readonly self: Self;
  /** Finishes the answers under way, then disconnects from the gateway. */
  stop(): Promise<void>;
}

/** Seconds between attempts to log in while Discord cannot be reached; the last value repeats. */
const PAUSES = [1, 2, 5, 10, 30, 60];
/** Requests a second for replies to messages; with the publisher's 45 they stay within Discord's 50. */
const REPLIES_PER_SECOND = 5;
/** Milliseconds without a new request after which everything counts as answered. */
const QUIET = 100;
/** Limit of that wait, ms: busy servers are never quiet. */
const TAKING_IN = 1_000;
/** How long to wait for the gateway to close the connection, ms. */
const LEAVING = 1_000;

/** Without the privileged intent only messages that mention the bot have a text, which is enough. */
export const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
] as const;

/** Close codes after which Discord accepts no login, with the text that says what to do. */
export const FINAL: ReadonlyMap<number, TextKey> = new Map([
  [4004, 'errors.discord.token'],
  [4010, 'errors.discord.shards'],
  [4011, 'errors.discord.shards'],
  [4012, 'errors.discord.refused'],
  [4013, 'errors.discord.refused'],
  [4014, 'errors.discord.intents'],
]);

/**
 * Logs in, registers the commands and answers interactions until stopped. Retries while Discord cannot be reached.
 *
 * @param signal ends the attempts to log in
 * @param lost called when Discord ends the session for good
 * @returns null if the signal aborted first
 * @throws UserError when Discord refuses the token, the shards or the intents
 */
export async function connect(
  options: ConnectOptions,
  door: DiscordDoor,
  commands: readonly Registration[],
  log: Logger,
  signal: AbortSignal,
  lost: (error: UserError) => void,
): Promise<Connection | null> {
  const { token, api, shards, address = new Breaker(log) } = options;
  // Replies have their own share of the global limit, so that they do not wait behind posts.
  const replies = new DiscordRest({ api, address, globalRequestsPerSecond: REPLIES_PER_SECOND });
  replies.setToken(token);
  for (let failures = 0; !signal.aborted; failures += 1) {
    const open = new PendingReplies();
    const client = createClient(shards);
    // Answers to interactions are exempt from Discord's global limit.
    client.rest = new DiscordRest({ api, address, globalRequestsPerSecond: Number.POSITIVE_INFINITY });
    guardPackets(client, log);
    new Interactions(door, open, log).listen(client);
    new Mentions(door, open, replies, log).listen(client);
    observe(client, commands, log);
    if (door.watcher !== undefined) watch(client, door.watcher);
    if (door.greet !== undefined) greetJoined(client, door.greet);
    door.places?.follow(client);
    try {
      await Promise.race([client.login(token), rejected(signal)]);
    } catch (error) {
      // discord.js may continue a login that we gave up.
      await withTimeout(signal.aborted ? 0 : LEAVING, client.destroy());
      const refused = refusal(error);
      if (refused !== null) throw refused;
      if (signal.aborted) break;
      const seconds = PAUSES[Math.min(failures, PAUSES.length - 1)] ?? 60;
      log.warn({ reason: String(error), seconds }, 'Discord cannot be reached; trying again');
      await setTimeout(seconds * 1000, undefined, { signal }).catch(() => undefined);
      continue;
    }
    client.on(Events.ShardDisconnect, ({ code }) => lost(finalError(code)));
    return {
      get online() {
        return client.ws.shards.every(({ status }) => status === Status.Ready);
      },
      self: {
        applicationId: client.application?.id ?? '',
        name: client.user?.username ?? '',
        guilds: client.guilds.cache.size,
      },
      async stop() {
        await open.drained(QUIET, TAKING_IN);
        await withTimeout(LEAVING, client.destroy());
        await open.finish(CALLBACK_LIFE);
      },
    };
  }
  return null;
}

function rejected(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );
}

/** Caches as little as discord.js needs: the bot answers from the archive. */
function createClient(shards: ConnectOptions['shards']): Client {
  return new Client({
    intents: INTENTS,
    allowedMentions: { parse: [], repliedUser: false },
    // This REST client is replaced at once, so it needs no timers.
    rest: { hashSweepInterval: 0, handlerSweepInterval: 0 },
    // By default discord.js runs one shard. With `auto` the count has no effect, but without it discord.js reads
    // SHARD_COUNT from the environment and fails.
    ...(shards === null
      ? { shards: 'auto', shardCount: 2 }
      : { shards: [...shards.ids], shardCount: shards.count }),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      GuildMemberManager: 0,
      MessageManager: 0,
      UserManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      ReactionManager: 0,
      ThreadMemberManager: 0,
    }),
  });
}

function observe(client: Client, commands: readonly Registration[], log: Logger): void {
  /** Shards without a connection. discord.js retries twice a second; the log gets one line. */
  const away = new Set<number>();
  client.ws.on(
    GatewayDispatchEvents.Ready,
    async ({ application, guilds }: GatewayReadyDispatchData, shard: number) => {
      away.delete(shard);
      log.info({ shard, guilds: guilds.length }, 'logged in to Discord');
      try {
        const written = await register(client.rest, application.id, commands);
        log.info(
          { commands: commands.length },
          written ? 'commands registered' : 'commands are registered already',
        );
      } catch (error) {
        log.error({ err: error }, 'the commands could not be registered; the next login tries again');
      }
      await allowInstalls(client.rest).catch((error: unknown) =>
        log.warn({ err: error }, 'the ways to add the bot could not be set; the next login tries again'),
      );
    },
  );
  client.on(Events.Error, (error) => log.error({ err: error }, 'Discord client error'));
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ shard, reason: error.message }, 'gateway connection error'),
  );
  client.on(Events.ShardReconnecting, (shard) => {
    if (!client.isReady() || away.has(shard)) return;
    away.add(shard);
    log.info({ shard }, 'reconnecting to the gateway');
  });
  client.on(Events.ShardResume, (shard, replayed) => {
    away.delete(shard);
    log.info({ shard, replayed }, 'session resumed');
  });
}

/**
 * Registers the commands at Discord if they differ from the registered ones. @returns whether anything was written
 *
 * @see Discord docs, Bulk Overwrite Global Application Commands
 */
async function register(
  rest: REST,
  applicationId: string,
  commands: readonly Registration[],
): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId);
  const held = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  if (isRegistered(commands, held)) return false;
  await rest.put(route, { body: commands });
  return true;
}

/** Errors of @discordjs/ws 1 when a login ends with a final close code. */
const REFUSALS: ReadonlyMap<string, number> = new Map([
  ['Authentication failed', 4004],
  ['Invalid shard', 4010],
  ['Sharding is required', 4011],
  ['Used an invalid API version', 4012],
  ['Used invalid intents', 4013],
  ['Used disallowed intents', 4014],
]);

function refusal(error: unknown): UserError | null {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return new UserError('errors.discord.token', { code: 401 });
  }
  const status = error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : 0;
  if (status === 403) return new UserError('errors.discord.forbidden', { code: status });
  if (status === 404) return new UserError('errors.discord.address', { code: status });
  const code = error instanceof Error ? REFUSALS.get(error.message) : undefined;
  return code === undefined ? null : finalError(code);
}

function finalError(code: number): UserError {
  return new UserError(FINAL.get(code) ?? 'errors.discord.refused', { code });
}
