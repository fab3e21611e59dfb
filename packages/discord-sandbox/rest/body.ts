import type { Context } from 'hono';
import { z } from 'zod';
import { Upload } from '../limits/attachment.ts';
import { discordError, invalidForm } from './errors.ts';

/**
 * Reads a request's JSON, sent as such or as `payload_json` of a multipart form, as clients do with files. Each file becomes
 * the `upload` of its entry in `attachments`. Throws 50109 for anything that is not JSON and 50035 for another content type.
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
  const uploads = new Map<string, Upload>();
  for (const [name, value] of Object.entries(form)) {
    const number = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (value instanceof File && number !== undefined)
      uploads.set(number, new Upload(value.name, value.type, new Uint8Array(await value.arrayBuffer())));
  }
  const body = typeof form.payload_json === 'string' ? parse(form.payload_json) : {};
  return uploads.size === 0 ? body : withUploads(body, uploads);
}

const attachedSchema = z.looseObject({
  attachments: z.array(z.looseObject({ id: z.unknown() })).default([]),
});
const answerSchema = z.looseObject({ data: attachedSchema });

/** An interaction's answer has its message under `data`. */
function withUploads(body: unknown, uploads: ReadonlyMap<string, Upload>): unknown {
  const answer = answerSchema.safeParse(body);
  if (answer.success) return { ...answer.data, data: uploaded(answer.data.data, uploads) };
  const message = attachedSchema.safeParse(body);
  return message.success ? uploaded(message.data, uploads) : body;
}

/** A file that the message says nothing of is attached all the same. */
function uploaded(message: z.output<typeof attachedSchema>, uploads: ReadonlyMap<string, Upload>): object {
  const rest = new Map(uploads);
  const named = message.attachments.map((one) => {
    const upload = rest.get(String(one.id));
    rest.delete(String(one.id));
    return upload === undefined ? one : { ...one, upload };
  });
  const others = [...rest].map(([id, upload]) => ({ id, upload }));
  return { ...message, attachments: [...named, ...others] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw discordError('invalidJson');
  }
}
