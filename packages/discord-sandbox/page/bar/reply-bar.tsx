import type { Message } from '../../state/types.ts';
import { usePage } from '../context.ts';
import { nameOf } from '../model/names.ts';
import { IconButton } from '../shell/icons.tsx';

/** Above what is typed: which message it answers, and whether its author is told. */
export function ReplyBar({
  message: { author },
  ping,
  onPing,
}: {
  readonly message: Message;
  readonly ping: boolean;
  /** Null where there is nothing to choose: oneself, and the other one of a conversation. */
  readonly onPing: (() => void) | null;
}) {
  const { say, actions } = usePage();
  return (
    <div class="reply-bar">
      <p id="replying">{say('replying', { name: nameOf(author) })}</p>
      {onPing && (
        <button type="button" class={`text-button ${ping ? '' : 'off'}`} onClick={onPing}>
          {say(ping ? 'pingOn' : 'pingOff')}
        </button>
      )}
      <IconButton icon="close" label={say('cancelReply')} onClick={() => actions.reply(null)} />
    </div>
  );
}
