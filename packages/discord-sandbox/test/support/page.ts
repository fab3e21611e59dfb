import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { IDS } from '../../state/state.ts';
import type { Deed, PageEvent, Snapshot } from '../../web/wire.ts';

/** The sandbox's owner. */
export const VISITOR = IDS.visitor;

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Sends a request exactly as given, with any `Host` and any path; fetch would not allow that. */
export function ask(url: string, path: string, { method = 'GET', headers = {}, body }: Question = {}) {
  const { hostname, port } = new URL(url);
  return new Promise<Answer>((resolve, reject) => {
    const outgoing = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Sends bytes and keeps the connection open; resolves with the whole answer once the server has closed it. */
export function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(text));
    socket.setEncoding('utf8').on('data', (part) => {
      received += part;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
  });
}

/** Sends a deed as the page does. */
export async function act(url: string, deed: Deed): Promise<unknown> {
  const headers = { origin: url, 'content-type': 'application/json' };
  return JSON.parse((await ask(url, '/do', { method: 'POST', headers, body: JSON.stringify(deed) })).text);
}

/** Reads the events that the sandbox sends to one open page. */
export class EventReader {
  readonly events: PageEvent[] = [];
  /** The raw stream, including comments. */
  text = '';
  readonly closed: Promise<void>;
  readonly response: IncomingMessage;
  #rest = '';
  #wake: () => void = () => {};

  private constructor(response: IncomingMessage) {
    this.response = response;
    this.closed = new Promise((resolve) => response.once('close', resolve));
    response.on('error', () => {});
    response.setEncoding('utf8').on('data', (part: string) => this.#read(part));
  }

  static open(url: string, user: string = VISITOR): Promise<EventReader> {
    return new Promise((resolve, reject) => {
      request(`${url}/events?user=${user}`, { agent: false }, (response) => {
        if (response.statusCode === 200) resolve(new EventReader(response));
        else reject(new Error(`status ${response.statusCode}`));
      })
        .on('error', reject)
        .end();
    });
  }

  /** Resolves with the first matching event of a kind, past or future. */
  async next<Kind extends PageEvent['kind']>(
    kind: Kind,
    fits: (event: Extract<PageEvent, { kind: Kind }>) => boolean = () => true,
  ): Promise<Extract<PageEvent, { kind: Kind }>> {
    const is = (event: PageEvent): event is Extract<PageEvent, { kind: Kind }> => event.kind === kind;
    for (;;) {
      const found = this.events.filter(is).find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  close(): void {
    this.response.destroy();
  }

  #read(part: string): void {
    this.text += part;
    const blocks = (this.#rest + part).split('\n\n');
    this.#rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
      if (data === undefined) continue;
      const event: PageEvent = JSON.parse(data);
      if (event.kind !== name) throw new Error(`event ${name} holds ${event.kind}`);
      this.events.push(event);
    }
    this.#wake();
  }
}

/** The snapshot that a newly opened page gets. */
export async function firstSnapshot(url: string, user: string = VISITOR): Promise<Snapshot> {
  const reader = await EventReader.open(url, user);
  const { snapshot } = await reader.next('snapshot');
  reader.close();
  return snapshot;
}
