/** The parts of a name in bibliographies. */
export interface CitedName {
  /** With its particle: `van der Berg`. The whole name if it is one word. */
  readonly family: string;
  /** Empty for a name of one word. */
  readonly given: string;
  /** `Jr.`, `III`; empty for most. */
  readonly suffix: string;
}

/** Particles that belong to the family name behind them, in lower case. */
const PARTICLES = new Set(
  'af al ap av bin da dal de del della der des di do dos du el la le lo ten ter van vande vander von zu zum zur'.split(
    ' ',
  ),
);
const SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv)$/i;

/** Splits a printed name: given names first, or `Family, Given`. */
export function citedNameOf(printed: string): CitedName {
  const [before = '', ...behind] = printed.split(/\s*,\s*/).filter((part) => part !== '');
  const suffixes = behind.filter((part) => SUFFIX.test(part));
  const given = behind.filter((part) => !SUFFIX.test(part)).join(' ');
  if (given !== '') return { family: before, given, suffix: suffixes.join(' ') };
  const words = before.split(' ');
  const last = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? words.pop() : undefined;
  const suffix = suffixes[0] ?? last ?? '';
  let start = words.length - 1;
  // A lower-case particle belongs to the family name; `Van Nguyen` has a given name instead.
  while (start > 1 && PARTICLES.has(words[start - 1] ?? '')) start -= 1;
  return { family: words.slice(start).join(' '), given: words.slice(0, start).join(' '), suffix };
}
