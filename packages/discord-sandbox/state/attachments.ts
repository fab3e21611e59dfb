import type { AttachmentForm } from '../limits/attachment.ts';
import type { State } from './state.ts';
import type { Attachment, Message } from './types.ts';

/** Width and height stand at fixed places of a PNG. @see PNG specification, IHDR */
const PNG = '89504e470d0a1a0a';
const PNG_WIDTH = 16;
const PNG_HEIGHT = 20;

/**
 * The files of a message after it was written or edited: new ones are kept, and of those that it had the ones that are
 * named stay.
 */
export function attach(
  state: State,
  channelId: string,
  forms: readonly AttachmentForm[],
  held: readonly Attachment[] = [],
): Attachment[] {
  const all = forms.flatMap((form): Attachment[] => {
    if (form.upload === undefined) return held.filter(({ id }) => id === String(form.id));
    const { name, type, bytes } = form.upload;
    const id = state.nextId();
    const filename = (form.filename ?? name).replace(/[^\w.-]+/g, '_');
    const url = `${state.origin}/attachments/${channelId}/${id}/${filename}`;
    state.files.set(id, form.upload);
    return [
      {
        id,
        filename,
        ...(form.description === undefined ? {} : { description: form.description }),
        content_type: type,
        size: bytes.length,
        url,
        proxy_url: url,
        ...sizeOf(bytes),
      },
    ];
  });
  forget(
    state,
    held.filter(({ id }) => !all.some((one) => one.id === id)),
  );
  return all;
}

/** Lets go of the files of a message that is gone. */
export function forget(state: State, gone: Message['attachments']): void {
  for (const { id } of gone) state.files.delete(id);
}

/** Discord tells how large a picture is; the sandbox knows PNG. */
function sizeOf(bytes: Uint8Array): { width?: number; height?: number } {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < PNG_HEIGHT + 4 || data.subarray(0, 8).toString('hex') !== PNG) return {};
  return { width: data.readUInt32BE(PNG_WIDTH), height: data.readUInt32BE(PNG_HEIGHT) };
}
