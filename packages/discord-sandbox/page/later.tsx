import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Parts = typeof import('./parts.ts');

let loaded: Parts | null = null;

/** Loads the parts that the page does not need at first. */
export async function loadParts(): Promise<Parts> {
  loaded = await import('./parts.ts');
  return loaded;
}

/** Renders children that need these parts once they are loaded; at once if they were loaded before. */
export function Later({ children }: { readonly children: (parts: Parts) => ComponentChildren }) {
  const [parts, setParts] = useState(loaded);
  useEffect(() => {
    // A restarted sandbox with a newer page no longer has these parts, so load the new page.
    if (!parts) loadParts().then(setParts, () => location.reload());
  }, []);
  return parts && children(parts);
}
