import type { Post } from '../../src/discord/post.ts';
import type { MessageJson } from '../../src/message/message.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { buttonRow } from './discord.ts';

export const MARK = 'today date=2024-12-06';

/** A message with a button that has the mark. */
export function marked(content: string, mark = MARK): MessageJson {
  return { content, embeds: [], components: [buttonRow(mark)], allowed_mentions: { parse: [] } };
}

/** A post of one message to #daily-papers, never tried before, or what is said instead. */
export function postTo(sandbox: Sandbox, instead: Partial<Post> = {}): Post {
  return {
    guildId: sandbox.guildId,
    channelId: sandbox.channelId,
    channelKind: 'text',
    thread: false,
    key: 'subscription 2024-12-06',
    title: 'Papers of 6 December',
    messages: [marked('the digest')],
    posted: [],
    firstSentAt: null,
    attempts: 1,
    mark: MARK,
    ...instead,
  };
}
