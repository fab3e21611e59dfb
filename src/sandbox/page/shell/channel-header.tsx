import type { Channel } from '../../types.ts';
import { usePage } from '../context.ts';
import { channelName } from '../model/names.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icons.tsx';

/** Which channel is open, and the ways to the drawer and the inspector. */
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
  const { texts } = usePage();
  const [other] = channel && 'recipients' in channel ? channel.recipients : [];
  return (
    <header class="channel-header">
      <button type="button" class="plain drawer-only" aria-label={texts.openChannels} onClick={onMenu}>
        <Icon name="menu" />
      </button>
      {other ? <Avatar user={other} small /> : <Icon name="hash" />}
      <h1>{channel ? channelName(channel) : ''}</h1>
      {channel && 'topic' in channel && channel.topic && <p class="topic">{channel.topic}</p>}
      <span class="stamp" title={texts.sandboxHint}>
        {texts.sandbox}
      </span>
      <button
        type="button"
        class="plain"
        aria-pressed={inspecting}
        aria-label={texts.inspector}
        title={texts.inspector}
        onClick={onInspect}
      >
        <Icon name="braces" />
      </button>
    </header>
  );
}
