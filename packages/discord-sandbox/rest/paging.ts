import type { Message } from '../state/types.ts';
import { invalidForm } from './errors.ts';

/**
 * A page of messages, newest first. The query may have `limit` (1–100, default 50) and one of `before`, `after` or `around`
 * with a message id.
 * @see Discord docs, Message, Get Channel Messages
 */
export function pageOf(oldestFirst: readonly Message[], query: Record<string, string>): Message[] {
  const limit = Number(query.limit ?? 50);
  if (!Number.isInteger(limit)) {
    throw invalidForm([
      { path: ['limit'], code: 'NUMBER_TYPE_COERCE', message: `Value "${query.limit}" is not int.` },
    ]);
  }
  if (limit < 1 || limit > 100) {
    const [code, bound] =
      limit < 1
        ? ['NUMBER_TYPE_MIN', 'greater than or equal to 1']
        : ['NUMBER_TYPE_MAX', 'less than or equal to 100'];
    throw invalidForm([{ path: ['limit'], code, message: `int value should be ${bound}.` }]);
  }
  const { around, before, after } = query;
  if (around !== undefined) {
    const middle = idAt('around', around);
    const half = Math.floor(limit / 2);
    const older = oldestFirst.filter(({ id }) => BigInt(id) < middle).slice(-half || oldestFirst.length);
    const newer = oldestFirst.filter(({ id }) => BigInt(id) >= middle).slice(0, limit - half);
    return [...older, ...newer].reverse();
  }
  if (before !== undefined) {
    const end = idAt('before', before);
    return oldestFirst
      .filter(({ id }) => BigInt(id) < end)
      .slice(-limit)
      .reverse();
  }
  if (after !== undefined) {
    const start = idAt('after', after);
    return oldestFirst
      .filter(({ id }) => BigInt(id) > start)
      .slice(0, limit)
      .reverse();
  }
  return oldestFirst.slice(-limit).reverse();
}

function idAt(name: string, text: string): bigint {
  if (/^\d{1,20}$/.test(text)) return BigInt(text);
  throw invalidForm([
    { path: [name], code: 'NUMBER_TYPE_COERCE', message: `Value "${text}" is not snowflake.` },
  ]);
}
