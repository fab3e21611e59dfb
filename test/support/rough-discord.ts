import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { expect, onTestFinished } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';

export interface RoughOptions {
  /** Shards that it advises. */
  readonly shards?: number;
  /** It never says hello on the gateway. */
  readonly silent?: boolean;
  /** Answers to interactions get no reply. */
  readonly deaf?: boolean;
  /** It refuses every answer and every message. */
  readonly refusing?: boolean;
}

interface Callback {
  readonly interaction: string;
  readonly body: { readonly type: number; readonly data: Record<string, unknown> };
}

/**
 * The least that can be called a Discord, without the sandbox's care: it says what it is told to, whole or not, and
 * leaves out what a library may count on.
 */
export class RoughDiscord {
  readonly callbacks: Callback[] = [];
  /** Messages that the bot has posted. */
  readonly posts: Record<string, unknown>[] = [];
  /** Interactions whose put off answer has come. */
  readonly edited: string[] = [];
  /** The shards that identified, `[id, count]`. */
  readonly identified: unknown[] = [];
  /** Answers to interactions get Cloudflare's page instead: 429, without a word of how long to wait. */
  limited = false;
  /** Connections that it ended without a word, and whether it does so from now on. */
  away = 0;
  isAway = false;
  readonly #sockets: WebSocketServer;
  readonly #server = createServer((request, response) => this.#answer(request, response));
  readonly #options: RoughOptions;
  #sequence = 0;

  constructor(options: RoughOptions = {}) {
    this.#options = options;
    this.#sockets = new WebSocketServer({ server: this.#server });
    this.#sockets.on('connection', (socket) => this.#greet(socket));
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    onTestFinished(() => {
      for (const socket of this.#sockets.clients) socket.terminate();
      this.#server.closeAllConnections();
      this.#server.close();
    });
  }

  /** What `DISCORD_API_URL` must be. */
  get api(): string {
    return `http://127.0.0.1:${this.#port}/api`;
  }

  get connections(): number {
    return this.#sockets.clients.size;
  }

  dispatch(t: string, d: unknown): void {
    this.#sequence += 1;
    for (const socket of this.#sockets.clients)
      socket.send(JSON.stringify({ op: 0, t, d, s: this.#sequence }));
  }

  /** Sends an interaction with these parts; `id` names it in `callbacks`. */
  interact(id: string, parts: Record<string, unknown>): void {
    const user = { id: '3', username: 'ann', discriminator: '0', global_name: null, avatar: null };
    this.dispatch('INTERACTION_CREATE', {
      id,
      application_id: '1',
      token: `token-${id}`,
      version: 1,
      context: 1,
      locale: 'en-US',
      user,
      ...parts,
    });
  }

  get #port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  /** Ends every connection, and those that come. */
  leave(): void {
    this.isAway = true;
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  #greet(socket: WebSocket): void {
    if (this.isAway) {
      this.away += 1;
      socket.terminate();
      return;
    }
    if (this.#options.silent) return;
    const send = (frame: unknown) => socket.send(JSON.stringify(frame));
    send({ op: 10, d: { heartbeat_interval: 40_000 }, s: null, t: null });
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data));
      if (op === 1) send({ op: 11, d: null, s: null, t: null });
      if (op === 6) {
        this.#sequence += 1;
        send({ op: 0, t: 'RESUMED', s: this.#sequence, d: {} });
      }
      if (op !== 2) return;
      this.identified.push(d.shard);
      const user = {
        id: '1',
        username: 'bot',
        discriminator: '0',
        global_name: null,
        avatar: null,
        bot: true,
      };
      const ready = { v: 10, user, guilds: [], session_id: 'session', application: { id: '1', flags: 0 } };
      this.#sequence += 1;
      const resume = { resume_gateway_url: `ws://127.0.0.1:${this.#port}`, shard: d.shard };
      send({ op: 0, t: 'READY', s: this.#sequence, d: { ...ready, ...resume } });
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += chunk;
    const path = request.url ?? '';
    if (this.#options.refusing && request.method !== 'GET' && !path.endsWith('/commands')) {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ code: 50035, message: 'Invalid Form Body' }));
      return;
    }
    const [, interaction] = /\/interactions\/([^/]+)\/[^/]+\/callback/.exec(path) ?? [];
    if (interaction !== undefined) {
      this.callbacks.push({ interaction, body: JSON.parse(text) });
      if (this.limited) response.writeHead(429, { 'content-type': 'text/html' }).end('<html>');
      else if (!this.#options.deaf) response.writeHead(204).end();
      return;
    }
    const [, late] = /\/webhooks\/\d+\/token-([^/]+)/.exec(path) ?? [];
    if (late !== undefined) this.edited.push(late);
    if (request.method === 'POST' && path.endsWith('/messages')) this.posts.push(JSON.parse(text));
    const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 };
    const gateway = { url: `ws://127.0.0.1:${this.#port}`, shards: this.#options.shards ?? 1 };
    const body = path.endsWith('/gateway/bot') ? { ...gateway, session_start_limit: limit } : [];
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }
}

export async function roughDiscord(options: RoughOptions = {}): Promise<RoughDiscord> {
  const discord = new RoughDiscord(options);
  await discord.listen();
  return discord;
}

/** The one answer to an interaction. */
export async function answerTo(discord: RoughDiscord, id: string) {
  await expect.poll(() => discord.callbacks.filter(({ interaction }) => interaction === id)).toHaveLength(1);
  const [callback] = discord.callbacks.filter(({ interaction }) => interaction === id);
  return callback?.body;
}
