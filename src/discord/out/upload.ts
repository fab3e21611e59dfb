import type { RawFile } from 'discord.js';
import type { MessageJson } from '../../messages/message.ts';

/** `attachments` is always there, so that a message that replaces another drops its files. */
export function uploadOf(message: MessageJson | undefined): { body: object; files: RawFile[] } {
  if (message === undefined) return { body: {}, files: [] };
  const { files = [], ...json } = message;
  const attachments = files.map(({ name, description }, id) => ({
    id,
    filename: name,
    ...(description !== undefined && { description }),
  }));
  const bytes = (content: string | Uint8Array) =>
    typeof content === 'string'
      ? Buffer.from(content)
      : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return {
    body: { ...json, attachments },
    files: files.map(({ name, type, content }) => ({ name, contentType: type, data: bytes(content) })),
  };
}
