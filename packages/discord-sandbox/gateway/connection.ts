import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Session } from './session.ts';

/** Discord closes a connection that sends more frames than this in a minute. @see Discord docs, Gateway, Rate Limiting */
const FRAMES_A_MINUTE = 120;

/** A client's socket, with or without a session. */
export class Connection {
  readonly socket: WebSocket;
  session: Session | null = null;
  closing = false;
  #frames = 0;
  #minute = 0;
  readonly #pulse: NodeJS.Timeout;

  constructor(socket: WebSocket, heartbeatInterval: number) {
    this.socket = socket;
    // Wait for twice the interval, since clients delay their first heartbeat at random.
    this.#pulse = setTimeout(
      () => this.close(Close.SessionTimedOut, 'Session timed out.'),
      heartbeatInterval * 2,
    );
    this.#pulse.unref();
  }

  send(op: number, d: unknown): void {
    this.socket.send(JSON.stringify({ op, d, s: null, t: null }));
  }

  beat(): void {
    this.#pulse.refresh();
    this.send(Op.HeartbeatAck, null);
  }

  close(code: number, reason: string): void {
    this.closing = true;
    this.socket.close(code, reason);
  }

  stop(): void {
    clearTimeout(this.#pulse);
  }

  tooFast(): boolean {
    const minute = Math.floor(Date.now() / 60_000);
    if (minute !== this.#minute) this.#frames = 0;
    this.#minute = minute;
    this.#frames += 1;
    return this.#frames > FRAMES_A_MINUTE;
  }
}
