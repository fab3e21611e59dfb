import { expect } from 'vitest';
import { expectSpec } from '../../../packages/discord-sandbox/test/support/spec.ts';
import type { MessageJson, Rendered } from '../../../src/messages/message.ts';
import { checkMessage } from '../../support/check-message.ts';
import { type Reading, readDiscord } from './discord-markdown.ts';

/** Every text of a message that Discord reads as Markdown. */
function markdownOf({ content, embeds }: MessageJson): string[] {
  const texts = embeds.flatMap(({ title = '', description = '', fields = [] }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  return [content, ...texts].filter((text) => text !== '');
}

function readingOf(message: MessageJson): Reading {
  const readings = markdownOf(message).map(readDiscord);
  return { text: readings.map(({ text }) => text).join('\n'), marks: readings.flatMap(({ marks }) => marks) };
}

/** Marks that only our own code makes: mentions of a channel or role are ids of a subscription, never of a text. */
const OURS =
  /^(?:heading|small|list|bold|block|code `[^`]+`|time <t:\d+:[fR]>|mention <(?:#|@&)\d{17,20}>|masked https:\/\/arxiv\.org\/abs\/(?:\d{4}\.\d{4,5}|[a-z.-]+\/\d{7})|masked https:\/\/discord\.com\/channels\/\d+\/\d+\/\d+|masked https:\/\/github\.com\/[\w-]+\/[\w.-]+)$/;

/** Fails unless Discord takes every message, keeps it to itself whom it mentions, and shows only our own links. */
export function expectValid({ messages, keep }: Rendered): void {
  expect(messages.length).toBeGreaterThan(0);
  for (const message of messages) {
    expect(checkMessage(message)).toEqual([]);
    expectSpec('MessageCreateRequest', message);
    expect(readingOf(message).marks.filter((mark) => !OURS.test(mark))).toEqual([]);
    const ids = message.components.flatMap((row) =>
      row.components.flatMap((one) => ('custom_id' in one ? one.custom_id : [])),
    );
    for (const id of ids) if (id.startsWith('~')) expect(keep.has(id)).toBe(true);
    expect(JSON.stringify(message)).not.toMatch(/\b(?:undefined|NaN)\b|\[object/);
  }
}
