import type { Message } from '../../state/types.ts';
import { usePage } from '../context.ts';
import { Later } from '../later.tsx';
import { isEphemeral, isThinking, showsEmbeds } from '../model/entries.ts';
import { nameOf } from '../model/names.ts';
import type { Use } from '../model/state.ts';
import { Avatar } from '../shell/avatar.tsx';
import { AuthorLine } from './author-line.tsx';
import { Rows } from './controls/rows.tsx';
import { Tools } from './controls/tools.tsx';
import { Embed } from './embed.tsx';
import { Dismiss } from './ephemeral.tsx';
import { MarkdownText } from './markdown.tsx';
import { Answers, Used } from './reply-line.tsx';

/** @see Discord docs, Message, Message Types */
const CONTEXT_MENU_COMMAND = 23;

/** A message, shown as in Discord. */
export function MessageView({
  message,
  head,
  use,
  source,
}: {
  readonly message: Message;
  readonly head: boolean;
  readonly use: Use | undefined;
  /** The message that it replies to, or whose button was pressed; null if that was deleted. */
  readonly source: Message | null | undefined;
}) {
  const { say, me } = usePage();
  const { id, author, content, embeds, components, edited_timestamp: edited } = message;
  const { interaction, interaction_metadata: metadata, mentions } = message;
  const ephemeral = isEphemeral(message);
  const user = metadata?.user ?? interaction?.user;
  const reply = interaction !== undefined || source !== undefined;
  const told = mentions.some((one) => one.id === me?.id);
  const look = ['message', head && 'head', ephemeral && 'ephemeral', reply && 'reply', told && 'told']
    .filter(Boolean)
    .join(' ');
  return (
    <article class={look} id={`m-${id}`} tabIndex={-1} aria-label={nameOf(author)}>
      {interaction && user ? <Used user={user} command={shownCommand(message)} /> : null}
      {!interaction && source !== undefined && <Answers message={source} pings={isPinged(message, source)} />}
      {head && <Avatar user={author} />}
      <div class="body">
        {head && <AuthorLine author={author} at={message.timestamp} />}
        {isThinking(message) && <p class="thinking">{say('thinking', { name: nameOf(author) })}</p>}
        {content !== '' && (
          <div class="markdown content">
            <MarkdownText source={content} />
          </div>
        )}
        {message.attachments.length > 0 && (
          <Later>{({ Attachments }) => <Attachments files={message.attachments} />}</Later>
        )}
        {showsEmbeds(message) && embeds.map((embed, place) => <Embed key={place} embed={embed} />)}
        {components.length > 0 && <Rows message={message} use={use} />}
        {edited && !isThinking(message) && <p class="edited">{say('edited')}</p>}
        {ephemeral && <Dismiss id={id} />}
      </div>
      <Tools message={message} />
    </article>
  );
}

/** The name of the used command, with a slash unless it was picked from a message's menu. */
function shownCommand({ type, interaction }: Message): string {
  return `${type === CONTEXT_MENU_COMMAND ? '' : '/'}${interaction?.name ?? ''}`;
}

/** Whether the author of the earlier message was notified. */
function isPinged({ mentions }: Message, source: Message | null): boolean {
  return mentions.some(({ id }) => id === source?.author.id);
}
