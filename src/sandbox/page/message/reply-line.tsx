import { useMemo } from 'preact/hooks';
import type { Message, User } from '../../types.ts';
import { usePage } from '../context.ts';
import { parseMarkdown, parseTitle } from '../markdown/parse.ts';
import { textOf } from '../markdown/text.ts';
import { nameOf } from '../model/names.ts';
import { Avatar } from '../shell/avatar.tsx';
import { fill } from '../texts/texts.ts';

/** Above an answer: `You used /top`. */
export function Used({ user, command }: { readonly user: User; readonly command: string }) {
  const { texts, me } = usePage();
  const name = user.id === me?.id ? texts.you : nameOf(user);
  return (
    <p class="reply-line">
      <Avatar user={user} small />
      <span>{fill(texts.used, { name })}</span>
      <span class="mention">/{command}</span>
    </p>
  );
}

/** Above a reply: who and what it answers, and the way there. */
export function Answers({ message }: { readonly message: Message | null }) {
  const { texts } = usePage();
  const preview = useMemo(() => (message ? previewOf(message) : ''), [message]);
  if (message === null) return <p class="reply-line">{texts.deleted}</p>;
  return (
    <p class="reply-line">
      <Avatar user={message.author} small />
      <strong>{nameOf(message.author)}</strong>
      <button
        type="button"
        class="text-button"
        aria-label={`${texts.jump}: ${preview}`}
        onClick={() => goTo(message.id)}
      >
        {preview || texts.attached}
      </button>
    </p>
  );
}

function previewOf({ content, embeds }: Message): string {
  const [first] = embeds;
  if (content !== '') return textOf(parseMarkdown(content)).replace(/\s+/g, ' ').slice(0, 120);
  return textOf(parseTitle(first?.title ?? first?.description ?? ''))
    .replace(/\s+/g, ' ')
    .slice(0, 120);
}

function goTo(messageId: string): void {
  const message = document.getElementById(`m-${messageId}`);
  message?.scrollIntoView({ block: 'start' });
  message?.focus({ preventScroll: true });
}
