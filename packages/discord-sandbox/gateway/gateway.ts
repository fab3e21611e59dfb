import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  GatewayCloseCodes as Close,
  GatewayDispatchEvents as Event,
  GatewayIntentBits as Intent,
  GatewayOpcodes as Op,
} from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { applicationObject } from '../state/objects.ts';
import { shardOf } from '../state/snowflake.ts';
import { IDS, memberOf, type State } from '../state/state.ts';
import { announceTo, guildCreated } from './announcements.ts';
import { Connection } from './connection.ts';
import {
  Closing,
  type Frame,
  type Identify,
  type Resume,
  readFrame,
  readIdentify,
  readMembersRequest,
  readResume,
} from './frames.ts';
import { type Dispatch, Session } from './session.ts';

/** The most sessions kept for a resume, so that those of clients that never come back do not pile up. */
const DETACHED_LIMIT = 32;
/** Intents for which a bot needs Discord's approval. @see Discord docs, Gateway, Privileged Intents */
const PRIVILEGED = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;
const ALL_INTENTS = Object.values(Intent).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);
/** Close codes after which a session cannot be resumed. */
const ENDING = new Set([1000, 1001, Close.InvalidSeq, Close.SessionTimedOut, Close.AuthenticationFailed]);

/** Opcodes that a client may send once it has a session; 31 asks for soundboard sounds. */
const ACCEPTED = new Set<number>([Op.PresenceUpdate, Op.VoiceStateUpdate, Op.RequestGuildMembers, 31]);

interface GatewayOptions {
  token: string;
  heartbeatInterval: number;
  privilegedIntents: number;
  url: () => string;
}

/** Discord's gateway v10 in JSON over WebSockets. @see Discord docs, Gateway */
export class Gateway {
  readonly #state: State;
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024, perMessageDeflate: false });
  readonly #sessions = new Map<string, Session>();
  readonly #connections = new Set<Connection>();
  #online = false;

  constructor(state: State, options: GatewayOptions) {
    this.#state = state;
    this.#options = options;
    announceTo(state, (dispatch) => this.dispatch(dispatch));
  }

  /** Takes over a request to `/gateway` from the HTTP server. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (client) => this.#connect(client));
  }

  /** Sends an event to all sessions with the right shard and intents. */
  dispatch(dispatch: Dispatch): void {
    for (const session of this.#sessions.values()) {
      if (session.wants(dispatch)) session.send(dispatch.t, dispatch.d(session));
    }
  }

  /** The number of sessions whose client is connected now. */
  get connected(): number {
    return [...this.#sessions.values()].filter(({ socket }) => socket !== null).length;
  }

  /** Closes all connections with a code, or without one cuts them as a lost network does. */
  disconnect(code?: number): void {
    for (const { socket, session } of this.#connections) {
      if (session && code !== undefined && ENDING.has(code)) this.#sessions.delete(session.id);
      if (session) session.socket = null;
      if (code === undefined) socket.terminate();
      else socket.close(code);
    }
    this.#tellOnline();
  }

  /** Asks every client to reconnect and resume (op 7). */
  requestReconnect(): void {
    for (const connection of this.#connections) connection.send(Op.Reconnect, null);
  }

  /** Tells all clients that their sessions are invalid (op 9), and whether they can be resumed. */
  invalidate(resumable: boolean): void {
    for (const connection of this.#connections) {
      const { session } = connection;
      if (session) session.socket = null;
      if (session && !resumable) this.#sessions.delete(session.id);
      connection.session = null;
      connection.send(Op.InvalidSession, resumable);
    }
    this.#tellOnline();
  }

  /** Ends every connection at once. */
  close(): void {
    for (const { socket } of this.#connections) socket.terminate();
    this.#server.close();
  }

  #connect(socket: WebSocket): void {
    const connection = new Connection(socket, this.#options.heartbeatInterval);
    this.#connections.add(connection);
    // A malformed WebSocket frame closes the socket by itself. Without a listener its error would end the process.
    socket.on('error', () => {});
    socket.on('message', (data, isBinary) => this.#receive(connection, isBinary ? null : String(data)));
    socket.on('close', (code) => {
      this.#connections.delete(connection);
      connection.stop();
      const { session } = connection;
      if (!session) return;
      if (session.socket === socket) session.socket = null;
      if (ENDING.has(code)) this.#sessions.delete(session.id);
      this.#forgetDetached();
      this.#tellOnline();
    });
    connection.send(Op.Hello, { heartbeat_interval: this.#options.heartbeatInterval, _trace: [] });
  }

  #receive(connection: Connection, text: string | null): void {
    if (connection.closing) return;
    try {
      if (connection.tooFast()) throw new Closing(Close.RateLimited, 'Rate limited.');
      this.#handle(connection, readFrame(text));
      this.#tellOnline();
    } catch (error) {
      // Nothing that a client sends may end the process.
      if (error instanceof Closing) connection.close(error.code, error.message);
      else {
        this.#state.events.emit('bug', error);
        connection.close(Close.UnknownError, 'Unknown error.');
      }
    }
  }

  #handle(connection: Connection, { op, d }: Frame): void {
    switch (op) {
      case Op.Heartbeat:
        connection.beat();
        break;
      case Op.Identify:
        this.#identify(connection, readIdentify(d));
        break;
      case Op.Resume:
        this.#resume(connection, readResume(d));
        break;
      default:
        if (!ACCEPTED.has(op)) throw new Closing(Close.UnknownOpcode, 'Unknown opcode.');
        if (!connection.session) throw new Closing(Close.NotAuthenticated, 'Not authenticated.');
        if (op === Op.RequestGuildMembers) this.#members(connection.session, d);
    }
  }

  #identify(connection: Connection, { token, intents, shard }: Identify): void {
    if (connection.session) throw new Closing(Close.AlreadyAuthenticated, 'Already authenticated.');
    if (!this.#knows(token)) throw new Closing(Close.AuthenticationFailed, 'Authentication failed.');
    if (shard[0] >= shard[1]) throw new Closing(Close.InvalidShard, 'Invalid shard.');
    if (intents & ~ALL_INTENTS) throw new Closing(Close.InvalidIntents, 'Invalid intents.');
    if (intents & PRIVILEGED & ~this.#options.privilegedIntents) {
      throw new Closing(Close.DisallowedIntents, 'Disallowed intents.');
    }
    const session = new Session(connection.socket, intents, shard);
    connection.session = session;
    this.#sessions.set(session.id, session);
    this.#welcome(session);
  }

  #welcome(session: Session): void {
    const state = this.#state;
    const mine = state.guild !== 'left' && session.shard[0] === shardOf(IDS.guild, session.shard[1]);
    session.send(Event.Ready, {
      v: 10,
      user: { ...state.bot.user, verified: true, mfa_enabled: false, email: null },
      session_type: 'normal',
      session_id: session.id,
      resume_gateway_url: this.#options.url(),
      shard: session.shard,
      guilds: mine ? [{ id: IDS.guild, unavailable: true }] : [],
      application: { id: IDS.application, flags: applicationObject(state).flags },
      user_settings: {},
      relationships: [],
      private_channels: [],
      presences: [],
      guild_join_requests: [],
      geo_ordered_rtc_regions: [],
      _trace: [],
    });
    const created = guildCreated(state);
    if (mine && state.guild === 'joined' && session.wants(created))
      session.send(created.t, created.d(session));
  }

  #resume(connection: Connection, { token, session_id, seq }: Resume): void {
    if (connection.session) throw new Closing(Close.AlreadyAuthenticated, 'Already authenticated.');
    if (!this.#knows(token)) throw new Closing(Close.AuthenticationFailed, 'Authentication failed.');
    const session = this.#sessions.get(session_id);
    const outcome = session?.resume(connection.socket, seq ?? 0) ?? 'gone';
    if (outcome === 'ahead') throw new Closing(Close.InvalidSeq, 'Invalid seq.');
    if (session && outcome === 'resumed') {
      connection.session = session;
      return;
    }
    this.#sessions.delete(session_id);
    connection.send(Op.InvalidSession, false);
  }

  #members(session: Session, d: unknown): void {
    const { nonce, user_ids: ids } = readMembersRequest(d);
    const people = [...this.#state.people.values()].filter(
      ({ user }) => ids === undefined || ids.includes(user.id),
    );
    session.send(Event.GuildMembersChunk, {
      guild_id: IDS.guild,
      members: people.map((person) => memberOf(this.#state, person)),
      chunk_index: 0,
      chunk_count: 1,
      ...(nonce ? { nonce } : {}),
    });
  }

  /** Checks the token; some clients send it with `Bot `, as in the REST header. */
  #knows(token: string): boolean {
    return token.replace(/^Bot /, '') === this.#options.token;
  }

  #tellOnline(): void {
    const online = this.connected > 0;
    if (online === this.#online) return;
    this.#online = online;
    this.#state.events.emit('online', online);
  }

  #forgetDetached(): void {
    const detached = [...this.#sessions.values()].filter(({ socket }) => socket === null);
    for (const { id } of detached.slice(0, Math.max(0, detached.length - DETACHED_LIMIT)))
      this.#sessions.delete(id);
  }
}
