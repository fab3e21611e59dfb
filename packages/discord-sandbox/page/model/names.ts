import type { Channel, User } from '../../state/types.ts';

export function nameOf({ global_name, username }: User): string {
  return global_name ?? username;
}

/** A channel's name; for direct messages, the name of the other person. */
export function channelName(channel: Channel): string {
  if ('name' in channel) return channel.name;
  const [other] = channel.recipients;
  return other ? nameOf(other) : '';
}

/** A channel's name with its sign: `#general`, or `@Paperboy` for direct messages. */
export function channelTitle(channel: Channel): string {
  return `${'name' in channel ? '#' : '@'}${channelName(channel)}`;
}

/** A picture's file name without its ending; for papers this is their arXiv id. */
export function pictureName(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  return last.replace(/\.(?:png|jpe?g|gif|webp|svg|avif)$/i, '');
}
