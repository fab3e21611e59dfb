import type { Channel } from '../../state/types.ts';
import { usePage } from '../context.ts';
import { channelName } from '../model/names.ts';
import { Avatar } from './avatar.tsx';
import { Icon, IconButton } from './icons.tsx';

/** The open channel's name, and buttons for the drawer and the inspector. */
export function ChannelHeader({
  channel,
  inspecting,
  onMenu,
  onInspect,
}: {
  readonly channel: Channel | undefined;
  readonly inspecting: boolean;
  readonly onMenu: () => void;
  readonly onInspect: () => void;
}) {
  const { say } = usePage();
  const [other] = channel && 'recipients' in channel ? channel.recipients : [];
  return (
    <header class="channel-header">
      <IconButton icon="menu" label={say('channels')} look="drawer-only" onClick={onMenu} />
      {other ? <Avatar user={other} small /> : <Icon name="hash" />}
      <h1>{channel ? channelName(channel) : ''}</h1>
      {channel && 'topic' in channel && channel.topic && <p class="topic">{channel.topic}</p>}
      <span class="stamp" title={say('sandboxHint')}>
        SANDBOX
      </span>
      <IconButton icon="braces" label={say('inspector')} aria-pressed={inspecting} onClick={onInspect} />
    </header>
  );
}
