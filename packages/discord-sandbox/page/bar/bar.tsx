import { useEffect, useRef } from 'preact/hooks';
import type { Channel, Command, Message, User } from '../../state/types.ts';
import { usePage } from '../context.ts';
import { Later } from '../later.tsx';
import { channelTitle, nameOf } from '../model/names.ts';
import { IconButton } from '../shell/icons.tsx';
import { CommandFields } from './command-fields.tsx';
import { Field } from './field.tsx';
import { useBar } from './use-bar.ts';

/** The bar in which messages and commands are typed. */
export function Bar({
  channel,
  commands,
  reply,
  typing,
  line,
  onLine,
}: {
  readonly channel: Channel | undefined;
  readonly commands: readonly Command[];
  /** The message to which the typed text replies. */
  readonly reply: Message | undefined;
  /** Another user who is typing here. */
  readonly typing: User | null;
  /** A line to send as soon as the commands are known. */
  readonly line: string | null;
  readonly onLine: () => void;
}) {
  const { say, me } = usePage();
  const bar = useBar(channel, commands, reply);
  const place = useRef<HTMLElement>(null);
  const { draft, offers, active, problem } = bar;

  useEffect(() => {
    if (line === null || commands.length === 0 || channel === undefined) return;
    onLine();
    bar.run(line);
  }, [line, commands, channel]);

  const label = say('message', { name: channel ? channelTitle(channel) : '' });
  const told = reply && reply.author.id !== me?.id && channel && 'name' in channel;
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node && place.current?.contains(relatedTarget))) bar.setOpen(false);
  };
  return (
    <section class="bar" aria-label={label} ref={place} onFocusOut={leave}>
      <p class="typing" role="status">
        {typing && say('typing', { name: nameOf(typing) })}
      </p>
      {offers && (
        <Later>
          {({ OfferList }) => (
            <OfferList offers={offers} active={active} onPick={bar.pick} onActive={bar.point} />
          )}
        </Later>
      )}
      {problem && (
        <p class="problem" id="problem" role="alert">
          {problem.text}
        </p>
      )}
      {reply && (
        <Later>
          {({ ReplyBar }) => (
            <ReplyBar message={reply} ping={bar.ping} onPing={told ? () => bar.setPing(!bar.ping) : null} />
          )}
        </Later>
      )}
      <div class="line">
        {draft.kind === 'text' ? (
          <>
            <IconButton
              icon="slash"
              label={say('commands')}
              onClick={() => bar.show({ kind: 'text', text: '/' }, null)}
            />
            <Field bar={bar} field={null} label={label} placeholder={say('placeholder')} value={draft.text} />
          </>
        ) : (
          <CommandFields bar={bar} draft={draft} />
        )}
        <IconButton
          icon="send"
          look="send"
          label={say('send')}
          disabled={draft.kind === 'text' && draft.text.trim() === ''}
          onClick={bar.send}
        />
      </div>
    </section>
  );
}
