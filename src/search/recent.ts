/**
 * Keeps what was made of the last keys, since one question looks at the same papers up to four times.
 *
 * @param most how many are kept; the oldest goes first
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
