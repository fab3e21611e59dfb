import { GatewayCloseCodes as Close } from 'discord-api-types/v10';
import { z } from 'zod';

/** Discord closes a connection that sends a larger frame. @see Discord docs, Gateway, Sending Events */
const FRAME_LIMIT = 4096;

const frame = z.object({ op: z.int(), d: z.unknown().optional() });
const identify = z.object({
  token: z.string(),
  intents: z.int().min(0),
  shard: z.tuple([z.int().min(0), z.int().min(1)]).default([0, 1]),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int().nullable() });
const membersRequest = z.object({
  nonce: z.string().optional(),
  user_ids: z.union([z.string(), z.array(z.string())]).optional(),
});

export type Frame = z.output<typeof frame>;
export type Identify = z.output<typeof identify>;
export type Resume = z.output<typeof resume>;

/** Thrown to close a connection with one of Discord's close codes and its reason. */
export class Closing extends Error {
  readonly code: number;

  constructor(code: number, reason: string) {
    super(reason);
    this.code = code;
  }
}

/** Reads a client's frame or throws 4002. Binary frames come as null: ETF and compression are not supported. */
export function readFrame(text: string | null): Frame {
  return parse(frame, text !== null && text.length <= FRAME_LIMIT ? parseJson(text) : undefined);
}

export const readIdentify = (d: unknown): Identify => parse(identify, d);
export const readResume = (d: unknown): Resume => parse(resume, d);
export const readMembersRequest = (d: unknown) => parse(membersRequest, d);

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw new Closing(Close.DecodeError, 'Error while decoding payload.');
  return result.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
