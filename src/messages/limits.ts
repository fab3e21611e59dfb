import type { APIEmbed } from 'discord-api-types/v10';

/**
 * Discord's limits for a message. We count UTF-16 code units, which are never fewer than the characters that Discord
 * counts.
 *
 * @see https://discord.com/developers/docs/resources/message#create-message
 */
export const CONTENT_MAX = 2000;
export const EMBEDS_MAX = 10;

/** @see https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
export const EMBED_TITLE_MAX = 256;
export const EMBED_DESCRIPTION_MAX = 4096;
export const EMBED_FIELDS_MAX = 25;
export const FIELD_NAME_MAX = 256;
export const FIELD_VALUE_MAX = 1024;
export const EMBED_FOOTER_MAX = 2048;
export const EMBED_AUTHOR_MAX = 256;
/** For titles, descriptions, fields, footers and authors of all embeds in a message together. */
export const EMBEDS_TOTAL_MAX = 6000;

/** @see https://discord.com/developers/docs/components/reference */
export const ROWS_MAX = 5;
export const ROW_BUTTONS_MAX = 5;
export const BUTTON_LABEL_MAX = 80;
export const BUTTON_URL_MAX = 512;
export const CUSTOM_ID_MAX = 100;
export const MENU_OPTIONS_MAX = 25;
export const MENU_TEXT_MAX = 100;
export const MENU_PLACEHOLDER_MAX = 150;

/** @see https://discord.com/developers/docs/reference#uploading-files */
export const FILES_MAX = 10;
export const FILES_BYTES_MAX = 10 * 1024 * 1024;
export const FILE_DESCRIPTION_MAX = 1024;

/** The characters of an embed that count towards `EMBEDS_TOTAL_MAX`. */
export function embedLength({ title, description, fields = [], footer, author }: APIEmbed): number {
  const texts = [
    title,
    description,
    footer?.text,
    author?.name,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ];
  return texts.reduce((sum, text = '') => sum + text.length, 0);
}
