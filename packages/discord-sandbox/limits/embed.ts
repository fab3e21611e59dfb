import { z } from 'zod';
import { lengthOf, list, maybe, refuse, required, trimmed, webAddress } from './form.ts';

/** @see Discord docs, Message, Embed Limits */
const EMBED_LIMITS = {
  count: 10,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  total: 6000,
} as const;

const picture = z.object({ url: webAddress('attachment') });

const embed = z
  .object({
    title: trimmed(EMBED_LIMITS.title),
    description: trimmed(EMBED_LIMITS.description),
    url: maybe(webAddress()),
    color: maybe(z.int().min(0).max(0xffffff)),
    timestamp: maybe(
      z.string().check((ctx) => {
        if (Number.isNaN(Date.parse(ctx.value))) {
          refuse(ctx, 'DATE_TIME_TYPE_PARSE', `Could not parse ${ctx.value}. Should be ISO8601.`);
        }
      }),
    ),
    footer: maybe(
      z.object({ text: required(EMBED_LIMITS.footer), icon_url: maybe(webAddress('attachment')) }),
    ),
    author: maybe(
      z.object({
        name: required(EMBED_LIMITS.author),
        url: maybe(webAddress()),
        icon_url: maybe(webAddress('attachment')),
      }),
    ),
    image: maybe(picture),
    thumbnail: maybe(picture),
    fields: maybe(
      list(
        z.object({
          name: required(EMBED_LIMITS.fieldName),
          value: required(EMBED_LIMITS.fieldValue),
          inline: maybe(z.boolean()).transform((value) => value ?? false),
        }),
        0,
        EMBED_LIMITS.fields,
      ),
    ),
  })
  .check((ctx) => {
    const { title, description, footer, author, image, thumbnail, fields } = ctx.value;
    // Discord refuses an embed that would show nothing with "description missing".
    if (!(title || description || footer || author || image || thumbnail || fields?.length)) {
      refuse(ctx, 'BASE_TYPE_REQUIRED', 'This field is required', ['description']);
    }
  })
  .transform((value) => ({ type: 'rich' as const, ...value }));

/** An embed in the form in which Discord stores and returns it. */
export type Embed = z.output<typeof embed>;

/** Up to ten embeds with at most 6,000 characters together. */
export const embeds = list(embed, 0, EMBED_LIMITS.count).check((ctx) => {
  if (ctx.value.reduce((sum, one) => sum + charactersOf(one), 0) > EMBED_LIMITS.total) {
    refuse(ctx, 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
  }
});

function charactersOf({ title, description, footer, author, fields = [] }: Embed): number {
  const texts = [
    title,
    description,
    footer?.text,
    author?.name,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ];
  return texts.reduce((sum, value) => sum + lengthOf(value ?? ''), 0);
}
