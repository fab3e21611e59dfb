import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../model/entries.ts';

/** Pixels from the end that still count as the end. */
const NEAR = 48;
/** Pixels above a message that is shown from its start. */
const ABOVE = 12;

interface Anchor {
  readonly element: Element;
  readonly top: number;
}

/**
 * Keeps a reader's place in a channel. The channel opens at the start of the newest post. A new message is shown from its
 * start if the reader is at the end or caused it, else only announced. When messages change, the pressed button, else the
 * first visible message, stays in place.
 */
export function usePlace(
  log: { readonly current: HTMLElement | null },
  channelId: string,
  entries: readonly Entry[],
  me: string,
): { readonly fresh: boolean; readonly jump: () => void } {
  const [fresh, setFresh] = useState<string | null>(null);
  const seen = useRef<{ channelId: string; last: Entry | undefined } | null>(null);
  const anchor = useRef<Anchor | null>(null);
  const pressed = useRef<Element | null>(null);
  const atEnd = useRef(true);
  /** The position to which the page itself scrolled; any other position is the reader's. */
  const own = useRef(0);

  const note = () => {
    const { current } = log;
    if (!current) return;
    atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < NEAR;
    anchor.current = anchorIn(current, pressed.current);
  };
  const scrollBy = (distance: number) => {
    const { current } = log;
    if (!current) return;
    current.scrollTop += distance;
    own.current = current.scrollTop;
  };
  const reveal = (id: string | undefined) => {
    const element = id === undefined ? null : document.getElementById(`m-${id}`);
    const { current } = log;
    if (!current) return;
    const target = element ?? current.lastElementChild;
    if (target)
      current.scrollTop += target.getBoundingClientRect().top - current.getBoundingClientRect().top - ABOVE;
  };

  useLayoutEffect(() => {
    const { current } = log;
    const last = entries.at(-1);
    const before = seen.current;
    if (!current) return;
    seen.current = { channelId, last };
    if (before === null || before.channelId !== channelId || before.last === undefined) {
      setFresh(null);
      reveal(startOfNewest(entries));
    } else {
      const kept = anchor.current;
      if (kept?.element.isConnected) scrollBy(topOf(kept.element) - kept.top);
      const added = last !== undefined && last.id !== before.last.id;
      if (added && (atEnd.current || isOwn(last, me))) reveal(last.id);
      else if (added) setFresh((first) => first ?? last.id);
      else if (last?.content !== before.last.content && atEnd.current && !pressed.current?.isConnected)
        reveal(last?.id);
    }
    note();
  }, [channelId, entries]);

  useEffect(() => {
    const { current } = log;
    if (!current) return undefined;
    const onScroll = () => {
      if (current.scrollTop !== own.current) pressed.current = null;
      note();
      if (atEnd.current) setFresh(null);
    };
    const onClick = ({ target }: Event) => {
      pressed.current = target instanceof Element ? target.closest('button') : null;
      note();
    };
    const resized = new ResizeObserver(() => {
      if (atEnd.current) scrollBy(current.scrollHeight);
      note();
    });
    current.addEventListener('scroll', onScroll, { passive: true });
    current.addEventListener('click', onClick, true);
    resized.observe(current);
    return () => {
      current.removeEventListener('scroll', onScroll);
      current.removeEventListener('click', onClick, true);
      resized.disconnect();
    };
  }, []);

  return {
    fresh: fresh !== null,
    jump: () => {
      reveal(fresh ?? undefined);
      setFresh(null);
    },
  };
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}

function anchorIn(log: HTMLElement, pressed: Element | null): Anchor | null {
  const top = topOf(log);
  const inSight = [...log.children].find((child) => child.getBoundingClientRect().bottom > top);
  const element = pressed?.isConnected ? pressed : inSight;
  return element ? { element, top: topOf(element) } : null;
}

/** The id of the newest message that starts a group, since a post may have several messages. */
function startOfNewest(entries: readonly Entry[]): string | undefined {
  return entries.findLast((entry) => entry.kind === 'message' && entry.head)?.id;
}

function isOwn(entry: Entry, me: string): boolean {
  if (entry.kind !== 'message') return entry.kind === 'attempt';
  const { author, interaction_metadata: metadata } = entry.content;
  return author.id === me || metadata?.user.id === me;
}
