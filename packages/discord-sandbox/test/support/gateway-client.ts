import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../server.ts';

interface Frame {
  op: number;
  t: string | null;
  s: number | null;
  d: unknown;
}

/** A gateway client without rules of its own: it sends any frame and keeps all frames it gets. */
export class GatewayClient {
  readonly socket: WebSocket;
  readonly frames: Frame[] = [];
  readonly closed: Promise<number>;
  #wake: () => void = () => {};

  constructor(sandbox: Sandbox) {
    this.socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
    this.socket.on('message', (data) => {
      this.frames.push(JSON.parse(String(data)));
      this.#wake();
    });
    this.closed = new Promise((resolve) => this.socket.on('close', resolve));
  }

  /** Resolves with the first matching frame, past or future. */
  async frame(fits: (frame: Frame) => boolean): Promise<Frame> {
    for (;;) {
      const found = this.frames.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  event(t: string): Promise<Frame> {
    return this.frame((frame) => frame.t === t);
  }

  async send(op: number | string, d?: unknown): Promise<void> {
    if (this.socket.readyState === WebSocket.CONNECTING) await once(this.socket, 'open');
    this.socket.send(typeof op === 'string' ? op : JSON.stringify({ op, d }));
  }

  /** Identifies and returns READY. */
  async identify(token: string, options: Record<string, unknown> = {}): Promise<Frame> {
    await this.send(2, { token, intents: 1 | (1 << 9) | (1 << 12), properties: {}, ...options });
    return this.event('READY');
  }
}
