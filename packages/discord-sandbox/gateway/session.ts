import { randomBytes } from 'node:crypto';
import {
  GatewayDispatchEvents as Event,
  GatewayOpcodes,
  GatewayIntentBits as Intent,
} from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { shardOf } from '../state/snowflake.ts';

/** The most events that a session keeps for a resume, to bound the memory. Discord keeps those of a few minutes. */
const REPLAY_LIMIT = 512;

/** An event for the sessions that it concerns. */
export interface Dispatch {
  readonly t: string;
  /** The payload as this session may see it. */
  readonly d: (session: Session) => unknown;
  /** The guild in which it happened; undefined for direct messages, which go to shard 0. */
  readonly guildId: string | undefined;
}

/** The intents that an event needs in a guild and in direct messages. Events that are not listed need none. */
const INTENTS: Record<string, readonly [guild: number, direct: number]> = {
  [Event.GuildCreate]: [Intent.Guilds, 0],
  [Event.GuildUpdate]: [Intent.Guilds, 0],
  [Event.GuildDelete]: [Intent.Guilds, 0],
  [Event.GuildRoleCreate]: [Intent.Guilds, 0],
  [Event.GuildRoleUpdate]: [Intent.Guilds, 0],
  [Event.GuildRoleDelete]: [Intent.Guilds, 0],
  [Event.ChannelCreate]: [Intent.Guilds, 0],
  [Event.ChannelUpdate]: [Intent.Guilds, 0],
  [Event.ChannelDelete]: [Intent.Guilds, 0],
  [Event.ThreadCreate]: [Intent.Guilds, 0],
  [Event.ThreadUpdate]: [Intent.Guilds, 0],
  [Event.ThreadDelete]: [Intent.Guilds, 0],
  [Event.MessageCreate]: [Intent.GuildMessages, Intent.DirectMessages],
  [Event.MessageUpdate]: [Intent.GuildMessages, Intent.DirectMessages],
  [Event.MessageDelete]: [Intent.GuildMessages, Intent.DirectMessages],
  [Event.TypingStart]: [Intent.GuildMessageTyping, Intent.DirectMessageTyping],
};

/** A session started by IDENTIFY. It outlives its socket, so that a client can resume it. */
export class Session {
  readonly id = randomBytes(16).toString('hex');
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  socket: WebSocket | null;
  #sequence = 0;
  readonly #sent: { sequence: number; frame: string }[] = [];

  constructor(socket: WebSocket, intents: number, shard: readonly [number, number]) {
    this.socket = socket;
    this.intents = intents;
    this.shard = shard;
  }

  /** Whether an event is for this session's shard and among its intents. */
  wants({ t, guildId }: Dispatch): boolean {
    const [id, count] = this.shard;
    if (id !== (guildId === undefined ? 0 : shardOf(guildId, count))) return false;
    const intents = INTENTS[t];
    if (!intents) return true;
    const [guild, direct] = intents;
    const needed = guildId === undefined ? direct : guild;
    return needed === 0 || (this.intents & needed) !== 0;
  }

  /** Sends an event, and keeps it in case the client resumes later. */
  send(t: string, d: unknown): void {
    this.#sequence += 1;
    const frame = JSON.stringify({ op: GatewayOpcodes.Dispatch, t, s: this.#sequence, d });
    this.#sent.push({ sequence: this.#sequence, frame });
    if (this.#sent.length > REPLAY_LIMIT) this.#sent.shift();
    this.socket?.send(frame);
  }

  /**
   * Sends the events after `sequence` again and continues with `socket`. Returns `ahead` for a sequence that was never sent
   * and `gone` for one that is no longer kept.
   */
  resume(socket: WebSocket, sequence: number): 'resumed' | 'ahead' | 'gone' {
    if (sequence > this.#sequence) return 'ahead';
    const oldest = this.#sent[0]?.sequence ?? this.#sequence + 1;
    if (sequence + 1 < oldest) return 'gone';
    this.socket = socket;
    for (const { sequence: one, frame } of this.#sent) {
      if (one > sequence) socket.send(frame);
    }
    this.send(Event.Resumed, { _trace: [] });
    return 'resumed';
  }
}
