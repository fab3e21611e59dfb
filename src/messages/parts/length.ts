import type { MessageJson } from '../message.ts';
import { columnsOf } from './text/truncate.ts';

/** Columns of a line of an embed, and lines of a screen, on a desktop. A list of ten papers fits. */
const LINE_COLUMNS = 70;
const SCREEN_LINES = 45;

/** The address of a masked link, which takes no room. */
const ADDRESS = /\]\(https:[^)]*\)/g;

/** Whether an answer is longer than a screen: a channel is not to be pushed away by one person's question. */
export function isLong(messages: readonly MessageJson[]): boolean {
  const texts = messages.flatMap(({ content, embeds }) => [
    content,
    ...embeds.flatMap(({ title = '', description = '', fields = [] }) => [
      title,
      description,
      ...fields.flatMap(({ name, value }) => [name, value]),
    ]),
  ]);
  const lines = texts.flatMap((text) => (text === '' ? [] : text.replace(ADDRESS, '').split('\n')));
  const height = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(columnsOf(line) / LINE_COLUMNS)), 0);
  return height > SCREEN_LINES;
}
