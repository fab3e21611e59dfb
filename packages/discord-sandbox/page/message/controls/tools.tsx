import type { Message } from '../../../state/types.ts';
import { usePage } from '../../context.ts';
import { isEphemeral, isThinking } from '../../model/entries.ts';
import { IconButton } from '../../shell/icons.tsx';
import { AppMenu } from './app-menu.tsx';

/** The tools for a message, visible while the pointer or the focus is on it. */
export function Tools({ message }: { readonly message: Message }) {
  const { say, actions, menus } = usePage();
  const settled = !isEphemeral(message) && !isThinking(message);
  return (
    <div class="rail">
      <div class="tools">
        {settled && (
          <IconButton icon="reply" label={say('reply')} onClick={() => actions.reply(message.id)} />
        )}
        {settled && menus.length > 0 && <AppMenu message={message} />}
        <IconButton icon="braces" label={say('inspect')} onClick={() => actions.inspect(message.id)} />
      </div>
    </div>
  );
}
