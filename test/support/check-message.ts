import type { APIEmbed } from 'discord-api-types/v10';
import * as limits from '../../src/messages/limits.ts';
import type { MessageFile, MessageJson } from '../../src/messages/message.ts';

/**
 * Checks the rules for messages that Discord's OpenAPI description leaves out, and all lengths.
 *
 * @returns a line for each broken rule, such as `embeds[2].title: 300 of 256 characters`; empty if Discord will accept it
 */
export function checkMessage(message: MessageJson): string[] {
  return [...messageProblems(message)];
}

type Problems = Generator<string, void, undefined>;
type RowJson = MessageJson['components'][number];

function* messageProblems({
  content,
  embeds,
  components,
  allowed_mentions: mentions,
  files = [],
}: MessageJson): Problems {
  yield* textProblems('content', content, 0, limits.CONTENT_MAX);
  if (content.trim() === '' && embeds.length + components.length + files.length === 0) yield 'message: empty';
  if (mentions.parse?.length !== 0) yield 'allowed_mentions: text can mention people';

  yield* countProblems('files', files.length, limits.FILES_MAX);
  yield* fileProblems(files);
  yield* countProblems('embeds', embeds.length, limits.EMBEDS_MAX);
  const total = embeds.reduce((sum, embed) => sum + limits.embedLength(embed), 0);
  if (total > limits.EMBEDS_TOTAL_MAX)
    yield `embeds: ${total} of ${limits.EMBEDS_TOTAL_MAX} characters in all`;
  yield* repeated(
    'embeds: shown as one, same url',
    embeds.flatMap(({ url }) => url ?? []),
  );
  for (const [index, embed] of embeds.entries()) yield* embedProblems(`embeds[${index}]`, embed);

  yield* countProblems('components', components.length, limits.ROWS_MAX);
  const ids = components.flatMap((row) =>
    row.components.flatMap((one) => ('custom_id' in one ? one.custom_id : [])),
  );
  yield* repeated('components: custom_id twice', ids);
  for (const [index, row] of components.entries()) yield* rowProblems(`components[${index}]`, row);
}

function* fileProblems(files: readonly MessageFile[]): Problems {
  const bytes = files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  yield* countProblems('files: bytes', bytes, limits.FILES_BYTES_MAX);
  for (const [index, { name, description }] of files.entries()) {
    if (!/^[\w.-]+$/.test(name)) yield `files[${index}].name: not plain`;
    yield* textProblems(`files[${index}].description`, description, 0, limits.FILE_DESCRIPTION_MAX);
  }
}

function* embedProblems(place: string, embed: APIEmbed): Problems {
  const { title, description, fields = [], footer, author, url, thumbnail, image } = embed;
  const parts = [title, description, footer, author, thumbnail, image, ...fields];
  if (parts.every((part) => part === undefined || part === '')) yield `${place}: empty`;
  yield* textProblems(`${place}.title`, title, 1, limits.EMBED_TITLE_MAX);
  yield* textProblems(`${place}.description`, description, 1, limits.EMBED_DESCRIPTION_MAX);
  yield* textProblems(`${place}.footer`, footer?.text, 1, limits.EMBED_FOOTER_MAX);
  yield* textProblems(`${place}.author`, author?.name, 1, limits.EMBED_AUTHOR_MAX);
  yield* countProblems(`${place}.fields`, fields.length, limits.EMBED_FIELDS_MAX);
  for (const [index, { name, value }] of fields.entries()) {
    yield* textProblems(`${place}.fields[${index}].name`, name, 1, limits.FIELD_NAME_MAX);
    yield* textProblems(`${place}.fields[${index}].value`, value, 1, limits.FIELD_VALUE_MAX);
  }
  for (const address of [url, thumbnail?.url, image?.url]) yield* urlProblems(place, address);
}

function* rowProblems(place: string, { components }: RowJson): Problems {
  if (components.length === 0) yield `${place}: empty`;
  yield* countProblems(place, components.length, limits.ROW_BUTTONS_MAX);
  if (components.length > 1 && components.some(({ type }) => type !== 2))
    yield `${place}: a menu shares its row`;
  for (const [index, component] of components.entries()) {
    yield* componentProblems(`${place}.components[${index}]`, component);
  }
}

function* componentProblems(place: string, component: RowJson['components'][number]): Problems {
  if ('custom_id' in component)
    yield* textProblems(`${place}.custom_id`, component.custom_id, 1, limits.CUSTOM_ID_MAX);
  if (component.type === 2) {
    const label = 'label' in component ? component.label : undefined;
    if (label === undefined && !('emoji' in component)) yield `${place}: neither label nor emoji`;
    yield* textProblems(`${place}.label`, label, 1, limits.BUTTON_LABEL_MAX);
    if (component.style === 5) {
      yield* textProblems(`${place}.url`, component.url, 1, limits.BUTTON_URL_MAX);
      yield* urlProblems(place, component.url);
    }
  } else if (component.type === 3) {
    const { options, placeholder } = component;
    yield* textProblems(`${place}.placeholder`, placeholder, 0, limits.MENU_PLACEHOLDER_MAX);
    if (options.length === 0) yield `${place}: no options`;
    yield* countProblems(`${place}.options`, options.length, limits.MENU_OPTIONS_MAX);
    yield* repeated(
      `${place}: value twice`,
      options.map(({ value }) => value),
    );
    for (const [index, { label, value, description }] of options.entries()) {
      for (const text of [label, value, description]) {
        yield* textProblems(`${place}.options[${index}]`, text, 1, limits.MENU_TEXT_MAX);
      }
    }
  }
}

/** Discord trims a text before it checks whether it is empty. */
function* textProblems(place: string, text: string | undefined, min: number, max: number): Problems {
  if (text === undefined) return;
  if (text.trim().length < min) yield `${place}: empty`;
  if (text.length > max) yield `${place}: ${text.length} of ${max} characters`;
  if (!text.isWellFormed()) yield `${place}: half a surrogate pair`;
}

function* countProblems(place: string, count: number, max: number): Problems {
  if (count > max) yield `${place}: ${count} of ${max}`;
}

function* urlProblems(place: string, url: string | undefined): Problems {
  if (url !== undefined && !(URL.canParse(url) && url.startsWith('https://')))
    yield `${place}: no https address`;
}

function* repeated(problem: string, values: readonly string[]): Problems {
  for (const [index, value] of values.entries()) {
    if (values.indexOf(value) !== index) yield `${problem}: ${value}`;
  }
}
