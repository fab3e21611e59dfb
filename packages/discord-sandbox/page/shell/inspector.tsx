import { usePage } from '../context.ts';
import { IconButton } from './icons.tsx';

export type Inspected = 'message' | 'exchange';

/** The JSON of a message and of the last interaction with the bot. */
export function Inspector({
  shown,
  message,
  exchange,
  onShow,
  onClose,
}: {
  readonly shown: Inspected;
  readonly message: unknown;
  readonly exchange: unknown;
  readonly onShow: (shown: Inspected) => void;
  readonly onClose: () => void;
}) {
  const { say } = usePage();
  const value = shown === 'message' ? message : exchange;
  const json = value == null ? '' : JSON.stringify(value, null, 2);
  const tab = (which: Inspected, label: string) => (
    <button type="button" aria-pressed={which === shown} onClick={() => onShow(which)}>
      {label}
    </button>
  );
  return (
    <aside class="inspector" aria-label={say('inspector')}>
      <header>
        <strong>{say('inspector')}</strong>
        <IconButton icon="close" label={say('close')} onClick={onClose} />
      </header>
      <div class="tabs">
        {tab('message', say('inspectMessage'))}
        {tab('exchange', say('inspectExchange'))}
      </div>
      {json === '' ? (
        <p class="hint">{say('nothingYet')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, which the keyboard must be able to do
        <section tabIndex={0} aria-label="JSON">
          <pre>{json}</pre>
        </section>
      )}
    </aside>
  );
}
