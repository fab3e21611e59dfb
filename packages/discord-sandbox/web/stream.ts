import type { HttpBindings } from '@hono/node-server';
import { contentPolicy, SECURITY_HEADERS } from './headers.ts';
import type { PageEvent } from './wire.ts';

/** Milliseconds a browser waits before it connects again. */
const RETRY = 1000;

/** Milliseconds between signs of life, under the half minute after which proxies and browsers give up. */
const HEARTBEAT = 15_000;

/** Bytes that may wait for a reader beside its snapshot. One that is further behind gets a new snapshot instead. */
const BACKLOG = 1024 * 1024;

/**
 * Begins server-sent events as the answer to a request and returns how to send one. A reader too slow for what happens
 * is cut: its browser connects again and starts from a snapshot, and the memory stays bounded.
 * @see WHATWG HTML, Server-sent events
 */
export function openStream(
  { incoming, outgoing }: HttpBindings,
  first: PageEvent,
): (event: PageEvent) => void {
  outgoing.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Security-Policy': contentPolicy(false),
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  const { socket } = incoming;
  const opening = `retry: ${RETRY}\n\n${frame(first)}`;
  const limit = Buffer.byteLength(opening) + BACKLOG;
  const write = (text: string) => {
    if (socket.destroyed) return;
    outgoing.write(text);
    if (outgoing.writableLength > limit) socket.destroy();
  };
  const heartbeat = setInterval(() => write(': here\n\n'), HEARTBEAT);
  socket.once('close', () => clearInterval(heartbeat));
  write(opening);
  return (event) => write(frame(event));
}

/** JSON has no line breaks of its own, so that one line of data holds it. */
function frame(event: PageEvent): string {
  return `event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`;
}
