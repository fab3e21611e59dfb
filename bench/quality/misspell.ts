import type { Random } from '../../test/support/random.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Puts typing mistakes into words of five letters and more: one left out, put in, replaced or swapped, one a word. */
export function misspell(text: string, mistakes: number, random: Random): string {
  const words = text.split(' ');
  const long = words.flatMap((word, at) => (word.length >= 5 ? at : []));
  for (let left = mistakes; left > 0 && long.length > 0; left--) {
    const [at = 0] = long.splice(random.below(long.length), 1);
    words[at] = mistype(words[at] ?? '', random);
  }
  return words.join(' ');
}

function mistype(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 2);
  const letter = random.pick([...LETTERS]) ?? '';
  switch (random.below(4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default:
      return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  }
}
