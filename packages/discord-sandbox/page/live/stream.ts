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

/** How long to wait before the next try, in milliseconds: short, since the sandbox is on this machine. */
const PAUSE = 1000;

/**
 * Listens to all that a user sees, until the function it returns is called. Whenever the connection is lost it is
 * opened again; a snapshot then says what was missed.
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
    // The browser would try again by itself, but after a refusal (a restarting server) it never does.
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
