import type { Channel, User } from '../../state/types.ts';

export function nameOf({ global_name, username }: User): string {
  return global_name ?? username;
}

/** A channel's name; a conversation's is that of the other one in it. */
export function channelName(channel: Channel): string {
  if ('name' in channel) return channel.name;
  const [other] = channel.recipients;
  return other ? nameOf(other) : '';
}

/** A channel as it is called from outside: `#general`, or `@Paperboy` for a conversation. */
export function channelTitle(channel: Channel): string {
  return `${'name' in channel ? '#' : '@'}${channelName(channel)}`;
}

/** The last part of a picture's address without its ending, which for papers is their arXiv id. */
export function pictureName(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  return last.replace(/\.(?:png|jpe?g|gif|webp|svg|avif)$/i, '');
}
