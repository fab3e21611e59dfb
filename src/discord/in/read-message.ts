import type { APIEmbed, APIMessage, APIMessageSnapshotFields } from 'discord-api-types/v10';
import type { Control } from '../../bot/controls.ts';

/** Characters; longer than any message that a person writes, embeds included. */
const TEXT_MAX = 20_000;

/** The buttons and menus of a message, from top to bottom. */
export function controlsOf({ components = [] }: Pick<APIMessage, 'components'>): readonly Control[] {
  return components.flatMap((row) => {
    if (!('components' in row)) return [];
    return row.components.flatMap((one): Control[] => {
      if (!('custom_id' in one) || typeof one.custom_id !== 'string') return [];
      const values = 'options' in one ? (one.options ?? []).map(({ value }) => value) : [];
      return [{ customId: one.custom_id, values }];
    });
  });
}

/** The whole text of a message, of its embeds and of forwarded messages, one piece on each line. */
export function textOf({
  content,
  embeds,
  ...others
}: Pick<APIMessageSnapshotFields, 'content' | 'embeds'> & Pick<APIMessage, 'message_snapshots'>): string {
  const forwarded = (others.message_snapshots ?? []).map(({ message }) => textOf(message));
  const pieces = [content, ...(embeds ?? []).flatMap(embedTexts), ...forwarded];
  return pieces
    .filter((piece) => piece !== undefined && piece !== '')
    .join('\n')
    .slice(0, TEXT_MAX);
}

function embedTexts({ url, title, description, fields = [] }: APIEmbed): (string | undefined)[] {
  return [title, url, description, ...fields.flatMap(({ name, value }) => [name, value])];
}
