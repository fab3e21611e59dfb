import { useMemo, useRef } from 'preact/hooks';
import type { Channel, Message } from '../../state/types.ts';
import { usePage } from '../context.ts';
import { Later } from '../later.tsx';
import { MessageView } from '../message/message.tsx';
import { type Entry, entriesOf } from '../model/entries.ts';
import { channelName, channelTitle } from '../model/names.ts';
import type { Attempt, Use } from '../model/state.ts';
import { Icon } from './icons.tsx';
import { usePlace } from './use-place.ts';

/** A channel's messages. */
export function Log({
  channel,
  messages,
  attempts,
  uses,
  dismissed,
  examples,
  onExample,
}: {
  readonly channel: Channel;
  readonly messages: readonly Message[];
  readonly attempts: readonly Attempt[];
  readonly uses: ReadonlyMap<string, Use>;
  readonly dismissed: ReadonlySet<string>;
  /** Example commands for an empty channel. */
  readonly examples: readonly string[];
  readonly onExample: (line: string) => void;
}) {
  const { say, me, locale } = usePage();
  const log = useRef<HTMLDivElement>(null);
  const entries = useMemo(() => entriesOf(messages, attempts, dismissed), [messages, attempts, dismissed]);
  const byId = useMemo(() => new Map(messages.map((message) => [message.id, message])), [messages]);
  const { fresh, jump } = usePlace(log, channel.id, entries, me?.id ?? '');
  const name = channelName(channel);
  return (
    <div class="log-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, which the keyboard must be able to do */}
      <div class="log" role="log" aria-label={channelTitle(channel)} tabIndex={0} ref={log}>
        <div class="welcome">
          <p>{say('name' in channel ? 'welcome' : 'welcomeDirect', { name })}</p>
          <p>{say('placeholder')}</p>
          {entries.length === 0 &&
            examples.map((line) => (
              <button key={line} type="button" class="button secondary" onClick={() => onExample(line)}>
                {line}
              </button>
            ))}
        </div>
        {entries.map((entry) => (
          <Line
            key={entry.id}
            entry={entry}
            use={uses.get(entry.id)}
            source={entry.kind === 'message' ? sourceOf(entry.content, byId) : undefined}
            locale={locale}
          />
        ))}
      </div>
      {fresh && (
        <button type="button" class="jump" onClick={jump}>
          {say('newMessages')}
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}

interface LineProps {
  readonly entry: Entry;
  readonly use: Use | undefined;
  readonly source: Message | null | undefined;
  readonly locale: string;
}

/** One line of the log. Rendered again only if its own props change, since there may be hundreds of lines. */
function Line({ entry, use, source, locale }: LineProps) {
  const head = entry.kind === 'message' && entry.head;
  return useMemo(() => {
    switch (entry.kind) {
      case 'message':
        return <MessageView message={entry.content} head={head} use={use} source={source} />;
      case 'attempt':
        return <Later>{({ AttemptView }) => <AttemptView attempt={entry.content} />}</Later>;
      default:
        return (
          <p class="day">
            <span>
              {new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(entry.content))}
            </span>
          </p>
        );
    }
  }, [entry.content, head, use, source, locale]);
}

/** The message that another one replies to, or whose button was pressed; null if it was deleted. */
function sourceOf(message: Message, byId: ReadonlyMap<string, Message>): Message | null | undefined {
  const {
    message_reference: reference,
    referenced_message: referenced,
    interaction_metadata: metadata,
  } = message;
  if (reference) return byId.get(reference.message_id) ?? referenced ?? null;
  const pressed = metadata?.interacted_message_id;
  return pressed === undefined ? undefined : (byId.get(pressed) ?? null);
}
