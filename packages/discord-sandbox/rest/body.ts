import type { Context } from 'hono';
import { discordError, invalidForm } from './errors.ts';

/**
 * Reads a request's JSON, sent as such or as `payload_json` of a multipart form, as clients do with files. Throws 50109 for
 * anything that is not JSON and 50035 for another content type. Files are refused, since the sandbox keeps everything in
 * memory.
 */
export async function readBody(c: Context): Promise<unknown> {
  const type = c.req.header('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) return readMultipart(c);
  const text = await c.req.text();
  if (text === '' && type === '') return {};
  if (!type.startsWith('application/json')) {
    const message = `Expected "Content-Type" header to be one of {'application/json'}.`;
    throw invalidForm([{ path: [], code: 'CONTENT_TYPE_INVALID', message }]);
  }
  return parse(text);
}

async function readMultipart(c: Context): Promise<unknown> {
  const form = await c.req.parseBody({ all: true }).catch(() => {
    throw discordError('invalidJson');
  });
  for (const [name, value] of Object.entries(form)) {
    if (typeof value === 'string') continue;
    const message = 'The sandbox takes no files';
    throw invalidForm([{ path: [name], code: 'SANDBOX_FILES', message }]);
  }
  return typeof form.payload_json === 'string' ? parse(form.payload_json) : {};
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw discordError('invalidJson');
  }
}
