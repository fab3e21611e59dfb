import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Embed as EmbedJson } from '../../limits/embed.ts';
import { MarkdownText, Outside } from './markdown.tsx';
import { Picture } from './picture.tsx';
import { WrittenAt } from './time.tsx';

type Field = NonNullable<EmbedJson['fields']>[number];

/** An embed, laid out as in Discord. */
export function Embed({ embed }: { readonly embed: EmbedJson }) {
  const { author, title, url, description, fields = [], thumbnail, image, footer, timestamp, color } = embed;
  const rows = useMemo(() => fieldRows(fields), [fields]);
  return (
    <div class="embed" style={{ '--bar': colourOf(color) }}>
      <div class="embed-text">
        {author && (
          <p class="embed-author">
            {author.icon_url && <Picture url={author.icon_url} look="icon" />}
            <Linked url={author.url}>{author.name}</Linked>
          </p>
        )}
        {title && (
          <h3 class="embed-title">
            <Linked url={url}>
              <MarkdownText source={title} title />
            </Linked>
          </h3>
        )}
        {description && (
          <div class="markdown">
            <MarkdownText source={description} />
          </div>
        )}
        {rows.map((row, place) => (
          <div key={place} class={`fields of-${row.length}`}>
            {row.map((field, column) => (
              <div key={column}>
                <p class="field-name">
                  <MarkdownText source={field.name} title />
                </p>
                <div class="markdown">
                  <MarkdownText source={field.value} />
                </div>
              </div>
            ))}
          </div>
        ))}
      </div>
      {thumbnail && <Picture url={thumbnail.url} look="thumbnail" />}
      {image && <Picture url={image.url} look="image" />}
      {(footer || timestamp) && (
        <p class="embed-footer">
          {footer?.icon_url && <Picture url={footer.icon_url} look="icon" />}
          {footer && <span>{footer.text}</span>}
          {footer && timestamp && <span aria-hidden="true"> • </span>}
          {timestamp && <WrittenAt iso={timestamp} />}
        </p>
      )}
    </div>
  );
}

function Linked({
  url,
  children,
}: {
  readonly url: string | undefined;
  readonly children: ComponentChildren;
}) {
  return url ? <Outside url={url}>{children}</Outside> : children;
}

function colourOf(color: number | undefined): string | undefined {
  return color === undefined ? undefined : `#${color.toString(16).padStart(6, '0')}`;
}

/** Groups fields into rows: three inline fields in a row, others alone. */
function fieldRows(fields: readonly Field[]): Field[][] {
  const rows: Field[][] = [];
  for (const field of fields) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first?.inline && field.inline && row.length < 3) row.push(field);
    else rows.push([field]);
  }
  return rows;
}
