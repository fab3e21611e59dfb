import { useState } from 'preact/hooks';
import type { Message } from '../../../state/types.ts';
import { usePage } from '../../context.ts';
import { Later } from '../../later.tsx';
import { IconButton } from '../../shell/icons.tsx';

/** The bot's commands for a message. */
export function AppMenu({ message }: { readonly message: Message }) {
  const { say } = usePage();
  const [open, setOpen] = useState(false);
  return (
    <div class="apps">
      <IconButton
        icon="apps"
        label={say('apps')}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      />
      {open && (
        <Later>{({ MenuList }) => <MenuList message={message} onClose={() => setOpen(false)} />}</Later>
      )}
    </div>
  );
}
