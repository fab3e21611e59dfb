import type { HttpBindings } from '@hono/node-server';
import { contentPolicy, SECURITY_HEADERS } from './headers.ts';
import type { PageEvent } from './wire.ts';

/** Milliseconds after which a browser reconnects. */
const RETRY = 1000;

/** Milliseconds between heartbeats; proxies and browsers give up after 30 s of silence. */
const HEARTBEAT = 15_000;

/** The most bytes, besides its snapshot, that may wait for a slow reader. Beyond that it gets a new snapshot instead. */
const BACKLOG = 1024 * 1024;

/**
 * Answers a request with a stream of server-sent events and returns the function that sends one. A reader that is too slow
 * is disconnected, which bounds the memory; its browser reconnects and starts from a snapshot.
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

/** An event as a frame. JSON has no line breaks, so one `data` line is enough. */
function frame(event: PageEvent): string {
  return `event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`;
}
