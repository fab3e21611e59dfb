import { usePage } from '../context.ts';
import { pictureName } from '../model/names.ts';

/** A picture from another site if the visitor allows these, else a drawn sheet with its name. */
export function Picture({
  url,
  look,
}: {
  readonly url: string;
  readonly look: 'thumbnail' | 'image' | 'icon';
}) {
  const { images, say } = usePage();
  const name = pictureName(url);
  if (images && /^https:/.test(url)) {
    return <img class={look} src={url} alt={name} loading="lazy" referrerpolicy="no-referrer" />;
  }
  if (look === 'icon') return <span class="icon-stand-in" aria-hidden="true" />;
  return (
    <svg class={look} viewBox="0 0 80 80" role="img" aria-label={say('picture', { name })}>
      <rect class="desk" width="80" height="80" rx="6" />
      <path class="sheet" d="M21 10h29l9 9v39H21z" />
      <path class="fold" d="M50 10v9h9z" />
      <path class="print" d="M26 17h18M26 22h18M26 29h28M26 33h28" />
      <path class="figure" d="M26 53V44l7-5 6 4 7-6 8 8v8z" />
      <text
        x="40"
        y="72"
        text-anchor="middle"
        textLength={name.length > 12 ? 72 : undefined}
        lengthAdjust="spacingAndGlyphs"
      >
        {name}
      </text>
    </svg>
  );
}
