import { usePage } from '../context.ts';
import type { Mentioned } from '../markdown/ast.ts';
import { channelName, nameOf } from '../model/names.ts';

/** A mention of a user, channel, role or command by name; for an unknown one, the name that the text gives. */
export function Mention({
  of,
  id,
  name,
}: {
  readonly of: Mentioned;
  readonly id: string;
  readonly name: string;
}) {
  const { users, channels, actions } = usePage();
  const user = users.find((one) => one.id === id);
  const channel = channels.find((one) => one.id === id);
  if (of === 'channel' && channel) {
    return (
      <button type="button" class="mention" onClick={() => actions.openChannel(id)}>
        #{channelName(channel)}
      </button>
    );
  }
  return (
    <span class="mention">
      {SIGNS[of]}
      {of === 'user' && user ? nameOf(user) : name || id}
    </span>
  );
}

const SIGNS: Readonly<Record<Mentioned, string>> = {
  user: '@',
  role: '@',
  everyone: '@',
  channel: '#',
  guide: '#',
  command: '/',
};
