import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The path of a folder beside the checkout with material that is not part of the project (`corpus`, `hf`,
 * `queries`); null, and a line that says so, where it is missing. Tests that need it are skipped then.
 */
export function sharedFolder(name: string): string | null {
  const folder = new URL(`../../../shared/${name}/`, import.meta.url);
  if (existsSync(folder)) return fileURLToPath(folder);
  console.log(`skipped: there is no ../shared/${name} beside the project`);
  return null;
}

/** The real digests, oldest first; none where they are missing. */
export function corpus(): readonly { readonly day: string; readonly markdown: string }[] {
  const folder = sharedFolder('corpus');
  if (folder === null) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
  return files
    .sort()
    .map((file) => ({ day: file.slice(0, -3), markdown: readFileSync(folder + file, 'utf8') }));
}
