import { GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';
import { z } from 'zod';
import { messageOf } from '../errors.ts';
import { INTENTS } from './client.ts';

export type LoginOutcome =
  | { readonly is: 'taken' }
  | { readonly is: 'refused'; readonly code: number }
  | { readonly is: 'unreachable'; readonly reason: string };

const placeSchema = z.object({ url: z.string(), shards: z.int() });
const frameSchema = z.object({ op: z.int(), t: z.string().nullish() });

/** Logs in to the gateway once, with the bot's intents; a running bot keeps its session. @param patience milliseconds */
export async function tryLogin(api: string, token: string, patience: number): Promise<LoginOutcome> {
  const signal = AbortSignal.timeout(patience);
  try {
    const headers = { authorization: `Bot ${token}` };
    const answer = await fetch(`${api}/v10/gateway/bot`, { headers, signal });
    const { url, shards } = placeSchema.parse(await answer.json());
    return await login(`${url}?v=10&encoding=json`, identity(token, shards), signal);
  } catch (error) {
    return { is: 'unreachable', reason: messageOf(error) };
  }
}

function identity(token: string, shards: number) {
  const properties = { os: 'linux', browser: 'paperboy', device: 'paperboy' };
  const intents = INTENTS.reduce((all: number, intent) => all | intent, 0);
  return { op: GatewayOpcodes.Identify, d: { token, intents, properties, shard: [0, shards] } };
}

function login(url: string, identify: object, signal: AbortSignal): Promise<LoginOutcome> {
  const { promise, resolve } = Promise.withResolvers<LoginOutcome>();
  const socket = new WebSocket(url);
  const onAbort = () => resolve({ is: 'unreachable', reason: 'timeout' });
  signal.addEventListener('abort', onAbort, { once: true });
  socket.addEventListener('message', ({ data }) => {
    const { op, t } = frameSchema.parse(JSON.parse(String(data)));
    if (op === GatewayOpcodes.Hello) socket.send(JSON.stringify(identify));
    if (op === GatewayOpcodes.Dispatch && t === GatewayDispatchEvents.Ready) resolve({ is: 'taken' });
  });
  socket.addEventListener('error', () => resolve({ is: 'unreachable', reason: url }));
  socket.addEventListener('close', ({ code }) => resolve({ is: 'refused', code }));
  return promise.finally(() => {
    signal.removeEventListener('abort', onAbort);
    socket.close();
  });
}
