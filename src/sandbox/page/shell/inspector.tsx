import { useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { Icon } from './icons.tsx';

export type Inspected = 'message' | 'exchange';

/** The JSON of a message, and of what was said between the sandbox and the bot last. */
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
  const { texts } = usePage();
  const [copied, setCopied] = useState<unknown>(null);
  const value = shown === 'message' ? message : exchange;
  const json = value == null ? '' : JSON.stringify(value, null, 2);
  const tab = (which: Inspected, label: string) => (
    <button type="button" aria-pressed={which === shown} onClick={() => onShow(which)}>
      {label}
    </button>
  );
  const copy = () => navigator.clipboard.writeText(json).then(() => setCopied(value));
  return (
    <aside class="inspector" aria-label={texts.inspector}>
      <header>
        <strong>{texts.inspector}</strong>
        <button type="button" class="plain" aria-label={texts.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="tabs">
        {tab('message', texts.inspectMessage)}
        {tab('exchange', texts.inspectExchange)}
        {json !== '' && (
          <button type="button" class="text-button" onClick={copy}>
            {copied === value ? texts.copied : texts.copy}
          </button>
        )}
      </div>
      {json === '' ? (
        <p class="hint">{shown === 'message' ? texts.inspectNothing : texts.exchangeNothing}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, which the keyboard must be able to do
        <pre tabIndex={0} aria-label="JSON" role="region">
          {json}
        </pre>
      )}
    </aside>
  );
}
