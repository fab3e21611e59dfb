import type { Component } from '../../../limits/component.ts';
import type { Message } from '../../../state/types.ts';
import { usePage } from '../../context.ts';
import { Icon } from '../../shell/icons.tsx';

type ButtonJson = Extract<Component, { type: 2 }>;

/** Names of Discord's button styles; 5 is a link. @see Discord docs, Component Reference, Button Styles */
const LOOKS = ['', 'primary', 'secondary', 'success', 'danger', 'link'];

export function Button({
  button,
  message,
  waiting,
}: {
  readonly button: ButtonJson;
  readonly message: Message;
  readonly waiting: boolean;
}) {
  const { actions } = usePage();
  const { label, emoji, url, custom_id: customId, style, disabled } = button;
  const face = (
    <>
      {emoji?.name && <span class="emoji">{emoji.id ? `:${emoji.name}:` : emoji.name}</span>}
      {label && <span>{label}</span>}
    </>
  );
  if (url) {
    // A link cannot be disabled, so leave out its address instead.
    return (
      <a
        class="button link"
        {...(disabled ? { role: 'link', 'aria-disabled': 'true' } : { href: url })}
        target="_blank"
        rel="noopener noreferrer nofollow"
      >
        {face}
        <Icon name="outside" />
      </a>
    );
  }
  return (
    <button
      type="button"
      class={`button ${LOOKS[style] ?? 'secondary'}`}
      disabled={disabled}
      aria-busy={waiting}
      onClick={() => customId && !waiting && !disabled && actions.press(message, customId)}
    >
      {face}
    </button>
  );
}
