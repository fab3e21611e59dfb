/** Discord's epoch, the first second of 2015. @see Discord docs, Reference, Snowflakes */
const EPOCH = 1_420_070_400_000;

/**
 * Makes ids like Discord's: milliseconds since 2015 in the upper 42 bits and a counter in the lower 22, so that ids sort by
 * time and shards can be derived from them. Never returns the same id twice, even within one millisecond.
 */
export function createSnowflakes(now: () => number = Date.now): () => string {
  let last = 0n;
  return () => {
    const earliest = BigInt(now() - EPOCH) << 22n;
    last = earliest > last ? earliest : last + 1n;
    return String(last);
  };
}

/** The gateway shard of a guild. @see Discord docs, Gateway, Sharding */
export function shardOf(guildId: string, shards: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shards));
}

/** Whether a text has the form of an id: digits that fit into 64 bits. */
export function isSnowflake(text: string): boolean {
  return /^\d{1,20}$/.test(text) && BigInt(text) < 1n << 64n;
}
