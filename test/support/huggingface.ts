import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Day } from '../../src/archive/paper.ts';
import { isDay } from '../../src/text/dates/day.ts';

/**
 * What is to go wrong with one answer. `cut`: the body ends half way; `hang`: no answer at all; `hang-body`: none after
 * the first half; `reset`: the connection breaks; `html`: a page in the place of the list; `error`: an object in its place.
 */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'cut' | 'hang' | 'hang-body' | 'reset' | 'html' | 'error' };

/** The entries of a day, as the API gives them. */
export type Days = (day: Day) => readonly unknown[];

/** Hugging Face on loopback: `GET /api/daily_papers`, with whatever is to go wrong. */
export class Replay {
  /** Every request, in order: its path and query. */
  readonly asked: string[] = [];
  /** What goes wrong with the next answers, one each. */
  readonly faults: Fault[] = [];
  /** What goes wrong with every answer about a day. */
  readonly broken = new Map<Day, Fault>();
  /** The most entries of a page, whatever limit was asked for. */
  pageSize = 100;
  /** Whether pages are counted by the limit that was asked for, also where fewer are given. */
  countsByLimit = false;
  /** Whether the page that is asked for counts. */
  knowsPages = true;
  days: Days;
  /** What is answered in the place of a list. */
  answer: unknown;
  readonly #server = createServer((request, response) => this.#answer(request, response));
  #url = '';

  constructor(days: Days) {
    this.days = days;
  }

  get url(): string {
    return this.#url;
  }

  async listen(port = 0): Promise<this> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    this.#url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    return this;
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** The days that were asked for, in order, without repetition of one after itself. */
  get askedDays(): readonly Day[] {
    const days = this.asked.map((url) => new URLSearchParams(url.split('?')[1]).get('date') ?? '');
    return days.filter((day, at) => day !== days[at - 1]);
  }

  #answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
    this.asked.push(url);
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const day = searchParams.get('date') ?? '';
    const limit = Number(searchParams.get('limit') ?? 50);
    const size = Math.min(this.pageSize, limit);
    const page = this.knowsPages ? Number(searchParams.get('p') ?? 0) : 0;
    const from = page * (this.countsByLimit ? limit : size);
    const list = this.days(day).slice(from, from + size);
    const fault = this.faults.shift() ?? this.broken.get(day);
    if (pathname !== '/api/daily_papers') end(response, 404, { error: 'Not found' });
    else if (!isDay(day)) end(response, 400, { error: 'Invalid date' });
    else if (fault === undefined) end(response, 200, this.answer === undefined ? list : this.answer);
    else fail(response, fault, JSON.stringify(list));
  }
}

/** A day recorded in a folder (`YYYY-MM-DD.json`); none where it has no such file. */
export function recorded(folder: string): Days {
  return (day) => {
    const file = join(folder, `${day}.json`);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  };
}

function fail(response: ServerResponse, fault: Fault, body: string): void {
  const half = body.slice(0, body.length / 2);
  switch (fault.kind) {
    case 'status':
      response.writeHead(fault.status, fault.headers).end('<html>no</html>');
      return;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>One moment …');
      return;
    case 'error':
      end(response, 200, { error: 'Something is wrong' });
      return;
    case 'reset':
      response.destroy();
      return;
    case 'hang':
      return;
    case 'cut':
      response.writeHead(200, { 'content-length': body.length + 1 });
      response.write(half, () => response.destroy());
      return;
    case 'hang-body':
      response.writeHead(200, { 'content-length': body.length + 1 }).write(half);
      return;
    default:
      fault satisfies never;
  }
}

function end(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
