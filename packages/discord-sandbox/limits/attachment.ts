import { z } from 'zod';
import { list, maybe, text } from './form.ts';

/** A file that came with a request, as a part of its form. */
export class Upload {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;

  constructor(name: string, type: string, bytes: Uint8Array<ArrayBuffer>) {
    this.name = name;
    this.type = type;
    this.bytes = bytes;
  }
}

/** @see Discord docs, Message, Create Message: attachments of one message, and the length of their alternative text */
const ATTACHMENTS_MAX = 10;
const DESCRIPTION_MAX = 1024;

/** What a message says of its files: of new ones by the number of their part, of those that stay by their id. */
export const attachments = list(
  z.object({
    id: z.union([z.string(), z.int().min(0)]),
    filename: maybe(text(1, 260)),
    description: maybe(text(0, DESCRIPTION_MAX)),
    /** Put in from the form's part; absent on a file that stays. */
    upload: z.instanceof(Upload).optional(),
  }),
  0,
  ATTACHMENTS_MAX,
);

/** What a message says of one file. */
export type AttachmentForm = z.output<typeof attachments>[number];
