/**
 * Caches values of recent keys: one question reads the same papers up to four times.
 *
 * @param most size of the cache; the half that was not used for longest goes at once, which takes no time per value
 * @param sizeOf size of a value
 */
export function keepRecent<Key, Value>(
  most: number,
  make: (key: Key) => Value,
  sizeOf: (value: Value) => number = () => 1,
): (key: Key) => Value {
  let newer = new Map<Key, Value>();
  let older = newer;
  let size = 0;
  return (key) => {
    const held = newer.get(key);
    if (held !== undefined) return held;
    if (size >= most / 2) {
      older = newer;
      newer = new Map();
      size = 0;
    }
    const value = older.get(key) ?? make(key);
    newer.set(key, value);
    size += sizeOf(value);
    return value;
  };
}

/** Computes a value when it is first asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
