import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Parts = typeof import('./parts.ts');

let loaded: Parts | null = null;

/** Loads the parts that the page begins without. */
export async function loadParts(): Promise<Parts> {
  loaded = await import('./parts.ts');
  return loaded;
}

/** Something made of these parts, as soon as they are there: at once when they were needed before. */
export function Later({ children }: { readonly children: (parts: Parts) => ComponentChildren }) {
  const [parts, setParts] = useState(loaded);
  useEffect(() => {
    // A sandbox that was started anew with another page has these no more: the new page has.
    if (!parts) loadParts().then(setParts, () => location.reload());
  }, []);
  return parts && children(parts);
}
