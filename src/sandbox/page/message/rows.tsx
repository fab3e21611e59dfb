import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Message } from '../../types.ts';
import { usePage } from '../context.ts';
import type { Use } from '../model/state.ts';
import { failureText } from './attempt.tsx';
import { Button } from './button.tsx';
import { Select } from './select.tsx';

const BUTTON = 2;

/** A message's buttons and menus, and below them why the last use of one failed. */
export function Rows({ message, use }: { readonly message: Message; readonly use: Use | undefined }) {
  const { texts } = usePage();
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  const busy = use !== undefined && use.failed === null;
  return (
    <div class="rows" ref={place}>
      {message.components.map((row) => (
        <div class="row" key={row.id}>
          {row.components.map((component) => {
            const waiting = busy && use.customId === component.custom_id;
            return component.type === BUTTON ? (
              <Button key={component.id} button={component} message={message} waiting={waiting} />
            ) : (
              <Select key={component.id} select={component} message={message} waiting={waiting} />
            );
          })}
        </div>
      ))}
      {use?.failed != null && (
        <p class="failure" role="alert">
          {failureText(use.failed, texts)}
        </p>
      )}
    </div>
  );
}

/**
 * Where the button with the focus becomes disabled, as "previous page" does on the first one, the focus goes to the
 * nearest that is not, so that the keyboard does not start from the top of the page.
 */
function useKeptFocus(place: { readonly current: HTMLDivElement | null }): void {
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const { current } = place;
    if (!current) return;
    const focused = last.current;
    if (focused instanceof HTMLButtonElement && current.contains(focused) && focused.disabled) {
      const row = focused.parentElement ?? current;
      row.querySelector<HTMLElement>('button:not(:disabled), a')?.focus({ preventScroll: true });
    }
    last.current = current.contains(document.activeElement) ? document.activeElement : null;
  });
  useLayoutEffect(() => {
    const { current } = place;
    const note = () => {
      last.current = document.activeElement;
    };
    const forget = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) last.current = null;
    };
    current?.addEventListener('focusin', note);
    current?.addEventListener('focusout', forget);
    return () => {
      current?.removeEventListener('focusin', note);
      current?.removeEventListener('focusout', forget);
    };
  }, [place]);
}
