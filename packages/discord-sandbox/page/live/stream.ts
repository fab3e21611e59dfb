import type { PageEvent } from '../../web/wire.ts';

const KINDS = [
  'snapshot',
  'message',
  'delete',
  'typing',
  'channels',
  'commands',
  'server',
  'online',
  'exchange',
] as const;

/** Milliseconds before the next attempt to connect; short, since the sandbox is on this machine. */
const PAUSE = 1000;

/**
 * Listens to the events for a user until the returned function is called. Reconnects when the connection is lost; the
 * snapshot that follows makes up for missed events.
 */
export function listen(
  user: string,
  locale: string,
  onEvent: (event: PageEvent) => void,
  onLost: () => void,
): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource(`/events?${new URLSearchParams({ user, locale })}`);
    for (const kind of KINDS) {
      source.addEventListener(kind, ({ data }: MessageEvent<string>) => onEvent(JSON.parse(data)));
    }
    // The browser reconnects by itself, except after a refusal, as by a restarting server. So do it here.
    source.addEventListener('error', () => {
      source?.close();
      onLost();
      timer = setTimeout(open, PAUSE);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
