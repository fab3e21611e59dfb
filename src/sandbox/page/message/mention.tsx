import { usePage } from '../context.ts';
import type { Mentioned } from '../markdown/ast.ts';
import { channelName, nameOf } from '../model/names.ts';

/** A user, channel, role or command by its name; what the sandbox does not know, by what it was called. */
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
  switch (of) {
    case 'user': {
      const user = users.find((one) => one.id === id);
      return <span class="mention">@{user ? nameOf(user) : id}</span>;
    }
    case 'channel': {
      const channel = channels.find((one) => one.id === id);
      if (!channel) return <span class="mention">#{id}</span>;
      return (
        <button type="button" class="mention" onClick={() => actions.openChannel(id)}>
          #{channelName(channel)}
        </button>
      );
    }
    case 'role':
      return <span class="mention">@{id}</span>;
    case 'command':
      return <span class="mention">/{name}</span>;
    case 'everyone':
      return <span class="mention">@{name}</span>;
    case 'guide':
      return <span class="mention">#{id}</span>;
    default:
      return of satisfies never;
  }
}
