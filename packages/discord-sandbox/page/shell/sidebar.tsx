import type { Channel } from '../../state/types.ts';
import type { Server } from '../../web/wire.ts';
import { usePage } from '../context.ts';
import { channelName } from '../model/names.ts';
import type { Settings } from '../model/settings.ts';
import { Avatar } from './avatar.tsx';
import { Icon, IconButton } from './icons.tsx';
import { Switches } from './switches.tsx';

/** Discord's channel types that show messages: text, direct messages, announcements, three kinds of thread. */
const READABLE: readonly number[] = [0, 1, 5, 10, 11, 12];
const DIRECT = 1;
/** A forum shows no messages of its own; its posts are threads. */
const FORUM = 15;

/** The server, its channels, and the switches below them. A drawer on phones. */
export function Sidebar({
  server,
  openId,
  unread,
  settings,
  onSettings,
  onClose,
}: {
  readonly server: Server | null;
  readonly openId: string | null;
  readonly unread: ReadonlySet<string>;
  readonly settings: Settings;
  readonly onSettings: (change: Partial<Settings>) => void;
  /** Null if the sidebar is not a drawer. */
  readonly onClose: () => void;
}) {
  const { say, channels } = usePage();
  const readable = channels.filter(({ type }) => READABLE.includes(type));
  const direct = readable.filter(({ type }) => type === DIRECT);
  const list = (some: readonly Channel[], label: string) =>
    some.length > 0 && (
      <nav aria-label={label}>
        <p class="group">{label}</p>
        <ul>
          {some.map((channel) => (
            <li key={channel.id} class={isThread(channel) ? 'thread' : ''}>
              {channel.type === FORUM ? (
                <p class="channel forum">
                  <Icon name="paper" />
                  <span>{channelName(channel)}</span>
                </p>
              ) : (
                <ChannelLink
                  channel={channel}
                  open={channel.id === openId}
                  unread={unread.has(channel.id)}
                  onOpen={onClose}
                />
              )}
            </li>
          ))}
        </ul>
      </nav>
    );
  return (
    <div class="sidebar">
      <header class="server">
        <strong>{server?.name}</strong>
        <span class="stamp" title={say('sandboxHint')}>
          SANDBOX
        </span>
        <IconButton icon="close" label={say('close')} look="drawer-only" onClick={onClose} />
      </header>
      <div class="channels">
        {list(
          nested(
            channels.filter(({ type }) => type === FORUM || (type !== DIRECT && READABLE.includes(type))),
          ),
          say('channels'),
        )}
        {list(direct, say('direct'))}
      </div>
      <Switches settings={settings} server={server} onChange={onSettings} />
    </div>
  );
}

const isThread = (channel: Channel) => 'thread_metadata' in channel;

/** Puts threads after their channels. */
function nested(channels: readonly Channel[]): readonly Channel[] {
  const threads = channels.filter(isThread);
  const of = (id: string) => threads.filter((one) => 'parent_id' in one && one.parent_id === id);
  return channels.filter((one) => !isThread(one)).flatMap((one) => [one, ...of(one.id)]);
}

function ChannelLink({
  channel,
  open,
  unread,
  onOpen,
}: {
  readonly channel: Channel;
  readonly open: boolean;
  readonly unread: boolean;
  readonly onOpen: () => void;
}) {
  const { say, actions } = usePage();
  const [other] = 'recipients' in channel ? channel.recipients : [];
  const look = `channel ${open ? 'open' : ''} ${unread ? 'unread' : ''}`;
  return (
    <button
      type="button"
      class={look}
      aria-current={open ? 'page' : undefined}
      onClick={() => {
        actions.openChannel(channel.id);
        onOpen();
      }}
    >
      {other ? <Avatar user={other} small /> : <Icon name="hash" />}
      <span>{channelName(channel)}</span>
      {unread && <span class="dot">{say('unread')}</span>}
    </button>
  );
}
