import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import type { Format, Markdown, MarkdownNode } from '../markdown/ast.ts';
import { parseMarkdown, parseTitle } from '../markdown/parse.ts';
import { textOf } from '../markdown/text.ts';
import { Mention } from './mention.tsx';
import { Time } from './time.tsx';

/** Discord's Markdown as elements; it is never inserted as HTML. */
export function MarkdownText({
  source,
  title = false,
}: {
  readonly source: string;
  readonly title?: boolean;
}) {
  const nodes = useMemo(() => (title ? parseTitle(source) : parseMarkdown(source)), [source, title]);
  return <Nodes of={nodes} />;
}

function Nodes({ of }: { readonly of: Markdown }) {
  // Nodes have no identity besides their place, so the place is the key.
  return (
    <>
      {of.map((node, place) => (
        <One key={place} node={node} />
      ))}
    </>
  );
}

const TAGS = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' } as const satisfies Partial<
  Record<Format, string>
>;

function One({ node }: { readonly node: MarkdownNode }): ComponentChildren {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return <code>{node.text}</code>;
    case 'codeBlock':
      return (
        <pre>
          <code>{node.text}</code>
        </pre>
      );
    case 'heading':
      return (
        <h3 class={`size-${node.level}`}>
          <Nodes of={node.inside} />
        </h3>
      );
    case 'small':
      return (
        <small class="line">
          <Nodes of={node.inside} />
        </small>
      );
    case 'quote':
      return (
        <blockquote>
          <Nodes of={node.inside} />
        </blockquote>
      );
    case 'list':
      return <List start={node.start} items={node.items} />;
    case 'link':
      return (
        <Outside url={node.url}>
          <Nodes of={node.inside} />
        </Outside>
      );
    case 'time':
      return <Time unix={node.unix} style={node.style} />;
    case 'mention':
      return <Mention of={node.of} id={node.id} name={node.name} />;
    case 'emoji':
      return `:${node.name}:`;
    case 'spoiler':
      return <Spoiler inside={node.inside} />;
    default: {
      const Tag = TAGS[node.kind];
      return (
        <Tag>
          <Nodes of={node.inside} />
        </Tag>
      );
    }
  }
}

function List({ start, items }: { readonly start: number | null; readonly items: readonly Markdown[] }) {
  const children = items.map((item, place) => (
    <li key={place}>
      <Nodes of={item} />
    </li>
  ));
  return start === null ? <ul>{children}</ul> : <ol start={start}>{children}</ol>;
}

/** A link to another site, without a referrer. */
export function Outside({ url, children }: { readonly url: string; readonly children: ComponentChildren }) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

/** A spoiler, hidden from eyes and screen readers until it is pressed. */
function Spoiler({ inside }: { readonly inside: Markdown }) {
  const { say, locale } = usePage();
  const [shown, setShown] = useState(false);
  if (shown) {
    return (
      <span class="spoiler shown">
        <Nodes of={inside} />
      </span>
    );
  }
  return (
    <button type="button" class="spoiler" aria-label={say('spoiler')} onClick={() => setShown(true)}>
      <span aria-hidden="true">{textOf(inside, locale, Date.now())}</span>
    </button>
  );
}
