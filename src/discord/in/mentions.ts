import { type Client, type REST, Routes } from 'discord.js';
import {
  type APIMessage,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import type { Place } from '../../bot/command.ts';
import type { Remark, Reply } from '../../bot/respond.ts';
import { type Language, languageOfTag } from '../../language.ts';
import { typedIn } from '../../text/written-in.ts';
import { TOKEN_LIFE } from '../out/rest/rest.ts';
import { uploadOf } from '../out/upload.ts';
import { type OwnIds, textFor } from './addressed.ts';
import type { DiscordDoor } from './gateway.ts';
import type { PendingReplies } from './pending-replies.ts';
import { controlsOf } from './read-message.ts';

interface Server {
  readonly id: string;
  readonly locale: Language;
}

/** A direct message continues the conversation if the bot's last message is at most this old, ms. */
const GOES_ON = 600_000;
/** Earlier messages searched for the bot's last one. */
const LOOKED_BACK = 10;

/** Answers messages that mention the bot, reply to it, or are written to it directly. */
export class Mentions {
  readonly #door: DiscordDoor;
  readonly #open: PendingReplies;
  readonly #rest: REST;
  readonly #log: Logger;

  /** @param rest a client with a token that respects Discord's global limit */
  constructor(door: DiscordDoor, open: PendingReplies, rest: REST, log: Logger) {
    this.#door = door;
    this.#open = open;
    this.#rest = rest;
    this.#log = log;
  }

  listen(client: Client): void {
    client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
      try {
        const self = selfIn(client, message);
        const text = self === null ? null : textFor(self, message);
        if (self !== null && text !== null)
          this.#open.add(this.#answer(text, self.id, serverOf(client, message.guild_id), message));
      } catch (error) {
        this.#log.warn({ err: error }, 'a message could not be read');
      }
    });
  }

  async #answer(
    text: string,
    self: string,
    server: Server | null,
    message: GatewayMessageCreateDispatchData,
  ): Promise<void> {
    const started = performance.now();
    try {
      const earlier =
        message.referenced_message ?? (server === null ? await this.#lastSaid(self, message) : null);
      const remark = remarkOf(text, self, server, { ...message, referenced_message: earlier });
      await this.#door.turns.patient(remark.asker);
      const reply = await this.#door.responder.say(remark);
      if (reply === null) return;
      await this.#send(message, reply);
      const ms = performance.now() - started;
      this.#door.answered?.('message', ms / 1000);
      this.#log.debug({ message: message.id, ms }, 'message answered');
    } catch (error) {
      // In many channels the bot can read but not write.
      this.#log.warn(
        { message: message.id, channel: message.channel_id, err: error },
        'a message could not be answered',
      );
    }
  }

  /** The bot's last message in a direct-message channel, if recent: people rarely press Reply there. */
  async #lastSaid(
    self: string,
    { id, channel_id: channel, timestamp }: GatewayMessageCreateDispatchData,
  ): Promise<APIMessage | null> {
    try {
      const query = new URLSearchParams({ before: id, limit: String(LOOKED_BACK) });
      const earlier = await this.#rest.get(Routes.channelMessages(channel), {
        query,
        signal: this.#open.signal,
      });
      const own = isMessages(earlier) ? earlier.find(({ author }) => author.id === self) : undefined;
      const age = Date.parse(timestamp) - Date.parse(own?.timestamp ?? '');
      return own !== undefined && age <= GOES_ON ? own : null;
    } catch (error) {
      this.#log.warn({ channel, err: error }, 'earlier messages could not be read');
      return null;
    }
  }

  /** Sends the first message as a reply. The nonce prevents doubles if a request is repeated. */
  async #send(
    { id, channel_id: channel }: GatewayMessageCreateDispatchData,
    { messages }: Reply,
  ): Promise<void> {
    const signal = AbortSignal.any([this.#open.signal, AbortSignal.timeout(TOKEN_LIFE)]);
    const reference = { message_reference: { message_id: id, fail_if_not_exists: false } };
    for (const [place, message] of messages.entries()) {
      const upload = uploadOf(message);
      const body = {
        ...upload.body,
        ...(place === 0 && reference),
        allowed_mentions: { parse: [], replied_user: false },
        nonce: `${id}-${place}`,
        enforce_nonce: true,
      };
      await this.#rest.post(Routes.channelMessages(channel), { body, files: upload.files, signal });
    }
  }
}

function remarkOf(
  text: string,
  self: string,
  server: Server | null,
  { author, channel_id: channelId, referenced_message: earlier }: GatewayMessageCreateDispatchData,
): Remark {
  const place: Place | null =
    server === null
      ? null
      : {
          guildId: server.id,
          userId: author.id,
          locale: server.locale,
          channelId,
          zone: 'UTC',
          channels: new Map(),
          roles: new Map(),
          mayManage: false,
        };
  return {
    text,
    controls: earlier?.author.id === self ? controlsOf(earlier) : [],
    // A message does not carry its author's language, so it is guessed from the text.
    locale: typedIn(text, server?.locale ?? 'en'),
    now: Temporal.Now.instant(),
    place,
    asker: author.id,
  };
}

function isMessages(listed: unknown): listed is APIMessage[] {
  return Array.isArray(listed);
}

/** The bot's ids in the server of a message. Its role is read only if the message mentions roles. */
function selfIn({ user, guilds }: Client, message: GatewayMessageCreateDispatchData): OwnIds | null {
  if (user === null) return null;
  const { guild_id: guild, mention_roles: roles = [] } = message;
  const server = guild === undefined || roles.length === 0 ? undefined : guilds.cache.get(guild);
  return { id: user.id, roleId: server?.roles.botRoleFor(user)?.id ?? null };
}

function serverOf({ guilds }: Client, id: string | undefined): Server | null {
  return id === undefined ? null : { id, locale: languageOfTag(guilds.cache.get(id)?.preferredLocale) };
}
