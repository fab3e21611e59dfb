/**
 * Caches values of recent keys: one question reads the same papers up to four times.
 *
 * @param most size of the cache; the oldest entry goes first
 */
export function keepRecent<Key, Value>(most: number, make: (key: Key) => Value): (key: Key) => Value {
  const kept = new Map<Key, Value>();
  return (key) => {
    const held = kept.get(key);
    if (held !== undefined) return held;
    const [oldest] = kept.size < most ? [] : kept.keys();
    if (oldest !== undefined) kept.delete(oldest);
    const made = make(key);
    kept.set(key, made);
    return made;
  };
}
