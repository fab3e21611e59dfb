/** Colours of the bar beside an embed. They only support what words and numbers already say. */
export const COLOURS = {
  paper: 0x3b6fd4,
  first: 0xe8b339,
  second: 0xa3adb8,
  third: 0xb97a45,
  author: 0x3f9a7a,
  info: 0x3b6fd4,
  error: 0xe0903a,
  bug: 0xd1495b,
  doubt: 0xe0903a,
} as const;

/** Gold, silver and bronze for the first three, as on a podium. */
export function colourOfRank(rank: number): number {
  return [COLOURS.first, COLOURS.second, COLOURS.third][rank - 1] ?? COLOURS.paper;
}
