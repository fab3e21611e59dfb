import type { MessageJson } from '../message.ts';
import { columnsOf } from './text/truncate.ts';

/** Columns in a line of an embed, and lines on a desktop screen. A list of ten papers fits. */
const LINE_COLUMNS = 70;
const SCREEN_LINES = 45;

/** The address of a masked link, which Discord does not show. */
const ADDRESS = /\]\(https:[^)]*\)/g;

/** Whether an answer is longer than a screen. Only the asker sees such an answer, so that it does not flood the channel. */
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
