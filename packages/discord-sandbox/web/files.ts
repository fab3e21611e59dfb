import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** A file of the built page, ready to send. */
export interface PageFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Files by the path of their address; `/` is the page itself. */
type PageFiles = ReadonlyMap<string, PageFile>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Reads the built page into memory. It is small, a rebuild of the folder cannot break it, and a path that is not in the map
 * cannot reach other files.
 */
export async function readPage(folder: string): Promise<PageFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const read = files.map(async (file): Promise<[string, PageFile]> => {
    const path = `/${file
      .slice(folder.length + 1)
      .split(sep)
      .join('/')}`;
    return [path === '/index.html' ? '/' : path, await pageFile(path, file)];
  });
  const page = new Map(await Promise.all(read));
  if (!page.has('/')) throw new Error(`${folder} holds no index.html`);
  return page;
}

async function pageFile(path: string, file: string): Promise<PageFile> {
  const body = new Uint8Array(await readFile(file));
  return {
    body,
    headers: {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      // Names in assets/ contain a hash of the content, so these files never change; others must be revalidated.
      'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    },
  };
}
