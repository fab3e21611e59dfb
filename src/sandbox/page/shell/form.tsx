import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Modal } from '../../limits/callback.ts';
import { usePage } from '../context.ts';
import type { OpenForm } from '../model/state.ts';

/** A text input's `style` for several lines. @see Discord docs, Component Reference, Text Input Styles */
const PARAGRAPH = 2;

const LABEL = 18;

/** A form the bot opened. The browser keeps the focus within it and closes it with Escape. */
export function Form({ form: { interactionId, modal } }: { readonly form: OpenForm }) {
  const { texts, actions } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const fields = fieldsOf(modal);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(fields.map(({ input }) => [input.custom_id, input.value ?? ''])),
  );
  const [problem, setProblem] = useState(false);
  const [sending, setSending] = useState(false);
  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    const { kind } = await actions.submit(interactionId, values);
    setSending(false);
    setProblem(kind === 'failed');
  };
  return (
    <dialog ref={dialog} class="form" aria-labelledby={`${id}-title`} onClose={actions.closeForm}>
      <form onSubmit={submit}>
        <h2 id={`${id}-title`}>{modal.title}</h2>
        {fields.map(({ label, description, input }) => {
          const attributes = {
            id: `${id}-${input.custom_id}`,
            value: values[input.custom_id] ?? '',
            placeholder: input.placeholder ?? '',
            required: input.required ?? true,
            maxLength: input.max_length ?? 4000,
            minLength: input.min_length ?? 0,
          };
          const type = (text: string) => setValues((before) => ({ ...before, [input.custom_id]: text }));
          return (
            <label key={input.custom_id} for={attributes.id}>
              <span>
                {label} {attributes.required && <em>{texts.requiredField}</em>}
              </span>
              {description && <small>{description}</small>}
              {input.style === PARAGRAPH ? (
                <textarea
                  {...attributes}
                  rows={4}
                  onInput={({ currentTarget }) => type(currentTarget.value)}
                />
              ) : (
                <input
                  {...attributes}
                  type="text"
                  onInput={({ currentTarget }) => type(currentTarget.value)}
                />
              )}
            </label>
          );
        })}
        {problem && (
          <p class="failure" role="alert">
            {texts.formFailed}
          </p>
        )}
        <footer>
          <button type="button" class="button secondary" onClick={actions.closeForm}>
            {texts.cancel}
          </button>
          <button type="submit" class="button primary" aria-busy={sending}>
            {texts.submit}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

function fieldsOf({ components }: Modal) {
  return components.flatMap((component) => {
    if (component.type === LABEL) {
      const { label, description, component: input } = component;
      return [{ label, description, input }];
    }
    return component.components.map((input) => ({ label: input.label ?? '', description: undefined, input }));
  });
}
