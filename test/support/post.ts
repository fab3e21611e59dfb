import type { Sandbox } from 'discord-sandbox';
import { onTestFinished } from 'vitest';
import { buttonRow } from '../../packages/discord-sandbox/test/support/discord.ts';
import type { Post } from '../../src/delivery/post.ts';
import { DiscordPublisher, type PublisherOptions } from '../../src/discord/out/publisher.ts';
import type { MessageJson } from '../../src/messages/message.ts';

const MARK = 'today date=2024-12-06';

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
    tagId: null,
    key: 'subscription 2024-12-06',
    title: 'Papers of 6 December',
    messages: [marked('the digest')],
    posted: [],
    firstSentAt: null,
    dueAt: null,
    notBefore: 0,
    leased: () => true,
    attempts: 1,
    mark: MARK,
    ...instead,
  };
}

/** For tests in which an answer never comes. */
export const IMPATIENT: PublisherOptions = { timeout: 400 };

/** A process that posts; another one knows nothing of the first. It ends with the test. */
export function publisherFor(sandbox: Sandbox, options: PublisherOptions = {}): DiscordPublisher {
  const publisher = new DiscordPublisher(sandbox.apiUrl, sandbox.token, options);
  onTestFinished(() => publisher.close());
  return publisher;
}

/** Told of messages that stand, and does nothing about it. */
export const ignore = async (): Promise<void> => undefined;
