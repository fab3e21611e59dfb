/**
 * Caches values of recent keys: one question reads the same papers up to four times.
 *
 * @param most size of the cache; the half that was not used for longest goes at once, which takes no time per value
 */
export function keepRecent<Key, Value>(most: number, make: (key: Key) => Value): (key: Key) => Value {
  let newer = new Map<Key, Value>();
  let older = newer;
  return (key) => {
    const held = newer.get(key);
    if (held !== undefined) return held;
    if (newer.size >= most / 2) {
      older = newer;
      newer = new Map();
    }
    const value = older.get(key) ?? make(key);
    newer.set(key, value);
    return value;
  };
}
