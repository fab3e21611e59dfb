import { createHash } from 'node:crypto';

/**
 * 32 bits of FNV-1a over a part of a text.
 *
 * @param seed separates hashes of different roles
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function hashOf(text: string, from = 0, to = text.length, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** 48 bits of SHA-1 over several texts, which a number represents exactly. */
export function hashOfAll(texts: readonly string[]): number {
  const hash = createHash('sha1');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest().readUIntBE(0, 6);
}
