import { useMemo } from 'preact/hooks';
import type { Message, User } from '../../state/types.ts';
import { usePage } from '../context.ts';
import { parseMarkdown, parseTitle } from '../markdown/parse.ts';
import { textOf } from '../markdown/text.ts';
import { shownText } from '../model/mentions.ts';
import { nameOf } from '../model/names.ts';
import { Avatar } from '../shell/avatar.tsx';

/** The line above an answer: `You used /top`, or a command from a message's menu. */
export function Used({ user, command }: { readonly user: User; readonly command: string }) {
  const { say, me } = usePage();
  return (
    <p class="reply-line">
      <Avatar user={user} small />
      <span>{user.id === me?.id ? say('youUsed') : say('used', { name: nameOf(user) })}</span>
      <span class="mention">{command}</span>
    </p>
  );
}

/** The line above a reply: the author and text of the earlier message, with a link to it. */
export function Answers({ message, pings }: { readonly message: Message | null; readonly pings: boolean }) {
  const { say, locale, users } = usePage();
  const preview = useMemo(() => (message ? previewOf(message, locale, users) : ''), [message, locale, users]);
  if (message === null) return <p class="reply-line">{say('deleted')}</p>;
  return (
    <p class="reply-line">
      <Avatar user={message.author} small />
      <strong>
        {pings && '@'}
        {nameOf(message.author)}
      </strong>
      <button type="button" class="text-button" onClick={() => goTo(message.id)}>
        {preview || '…'}
      </button>
    </p>
  );
}

function previewOf({ content, embeds: [first] }: Message, locale: string, users: readonly User[]): string {
  const title = content ? undefined : first?.title;
  const nodes = title
    ? parseTitle(title)
    : parseMarkdown(shownText(content || first?.description || '', users));
  return textOf(nodes, locale, Date.now()).replace(/\s+/g, ' ').slice(0, 120);
}

function goTo(messageId: string): void {
  const message = document.getElementById(`m-${messageId}`);
  message?.scrollIntoView({ block: 'start' });
  message?.focus({ preventScroll: true });
}
