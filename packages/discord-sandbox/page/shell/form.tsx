import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Modal } from '../../limits/modal.ts';
import type { DeedResult } from '../../web/wire.ts';
import { usePage } from '../context.ts';
import { Failure } from '../message/failure.tsx';
import type { OpenForm } from '../model/state.ts';

/** A text input's `style` for several lines. @see Discord docs, Component Reference, Text Input Styles */
const PARAGRAPH = 2;

/** A form that the bot opened. The browser keeps the focus in it and closes it on Escape. */
export function Form({ form: { interactionId, modal } }: { readonly form: OpenForm }) {
  const { say, actions } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, setState] = useState<DeedResult | 'open' | 'sending'>('open');
  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement) || state === 'sending') return;
    const values = [...new FormData(event.target)].map(([name, value]) => [name, String(value)]);
    setState('sending');
    setState(await actions.submit(interactionId, Object.fromEntries(values)));
  };
  const fields = fieldsOf(modal);
  // Enter sends a form with one field, like a message; Shift+Enter starts a new line.
  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || fields.length > 1) return;
    event.preventDefault();
    dialog.current?.querySelector('form')?.requestSubmit();
  };
  return (
    <dialog ref={dialog} class="form" aria-labelledby="form-title" onClose={actions.closeForm}>
      <form onSubmit={submit}>
        <h2 id="form-title">{modal.title}</h2>
        {fields.map(({ label, description, input }) => {
          const attributes = {
            name: input.custom_id,
            defaultValue: input.value ?? '',
            placeholder: input.placeholder ?? '',
            required: input.required ?? true,
            maxLength: input.max_length ?? 4000,
            minLength: input.min_length ?? 0,
          };
          return (
            // biome-ignore lint/a11y/noLabelWithoutControl: its control is one of the two below
            <label key={input.custom_id}>
              <span>
                {label} {attributes.required && <em>{say('required')}</em>}
              </span>
              {description && <small>{description}</small>}
              {input.style === PARAGRAPH ? (
                <textarea {...attributes} rows={4} onKeyDown={sendOnEnter} />
              ) : (
                <input {...attributes} type="text" autocomplete="off" />
              )}
            </label>
          );
        })}
        {typeof state === 'object' && state.kind === 'failed' && <Failure reason={state.reason} />}
        <footer>
          <button type="button" class="button secondary" onClick={actions.closeForm}>
            {say('cancel')}
          </button>
          <button type="submit" class="button primary" aria-busy={state === 'sending'}>
            {say('send')}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

/** A form's text inputs with their labels. A label is part of the input, or of a label component with a description. */
function fieldsOf({ components }: Modal) {
  return components.flatMap((component) =>
    'component' in component
      ? [{ label: component.label, description: component.description, input: component.component }]
      : component.components.map((input) => ({ label: input.label ?? '', description: undefined, input })),
  );
}
