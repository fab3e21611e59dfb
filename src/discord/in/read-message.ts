import type { APIEmbed, APIMessage, APIMessageSnapshotFields } from 'discord-api-types/v10';
import type { Control } from '../../bot/controls.ts';

/** Characters; longer than any message of a person with its embeds. */
const TEXT_MAX = 20_000;

/** From top to bottom. */
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

/** The text of a message, its embeds and forwarded messages, one piece per line. */
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
