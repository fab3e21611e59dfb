import type { Message } from '../../state/types.ts';
import { usePage } from '../context.ts';
import { nameOf } from '../model/names.ts';
import { IconButton } from '../shell/icons.tsx';

/** Shows, above the typed text, the message that it replies to and whether its author will be notified. */
export function ReplyBar({
  message: { author },
  ping,
  onPing,
}: {
  readonly message: Message;
  readonly ping: boolean;
  /** Null if there is no choice: for one's own messages and in direct messages. */
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
