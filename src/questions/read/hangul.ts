import { isKoreanTerm } from '../../text/lexicon/concepts.ts';
import particles from '../words/particles.json' with { type: 'json' };
import { ENDINGS, STEMS, type Tag } from './words.ts';

/** A piece of a Korean word: a stem with its tags, or an ending. */
interface Piece {
  readonly text: string;
  readonly tags: readonly Tag[];
}

/** Particles that say how a word belongs to others, and the tag that they stand for. */
const PARTICLES: ReadonlyMap<string, Tag> = new Map(
  Object.entries(particles.cues).flatMap(([tag, all]) => all.split(' ').map((one) => [one, tag])),
);
/** What may stand behind a noun, the longest first. */
const BEHIND_NOUNS = particles.nouns.flatMap((line) => line.split(' '));
const ENDING_TAGS: readonly Tag[] = ['ending'];
const LONGEST = 10;
const STEM_COST = 1;
const ENDING_COST = 0.7;
/** Short stems stand in other words by chance; the longer reading is the likelier. */
const SYLLABLE_COST = 0.6;

/**
 * Takes a Korean word apart into stems that cue something and their endings: `인기논문은` is 인기 + 논문 + 은. The
 * cheapest way wins, which is the one of fewest and longest pieces.
 *
 * @param begins whether an ending may come first, as in `VisionZip이랑`
 * @returns null where some of the word is something else
 */
export function segment(run: string, begins: boolean): readonly Piece[] | null {
  const best: ({ cost: number; from: number; piece: Piece } | null)[] = new Array(run.length + 1).fill(null);
  for (let to = 1; to <= run.length; to++) {
    for (let from = Math.max(0, to - LONGEST); from < to; from++) {
      const before = from === 0 ? 0 : best[from]?.cost;
      if (before === undefined) continue;
      const text = run.slice(from, to);
      const stem = STEMS.get(text);
      const isEnding = (from > 0 || begins) && (ENDINGS.has(text) || PARTICLES.has(text));
      if (stem === undefined && !isEnding) continue;
      const cost = before + (isEnding ? ENDING_COST : STEM_COST + (to - from === 1 ? SYLLABLE_COST : 0));
      const held = best[to];
      if (held && held.cost <= cost) continue;
      const tags = isEnding ? endingTags(text, stem) : (stem ?? []);
      best[to] = { cost, from, piece: { text, tags } };
    }
  }
  const pieces: Piece[] = [];
  for (let at = run.length; at > 0; ) {
    const one = best[at];
    if (!one) return null;
    pieces.unshift(one.piece);
    at = one.from;
  }
  // `3일전`: behind a number stand single syllables.
  const isCounting = begins && pieces[0]?.tags.some((tag) => /mark$|^unit/.test(tag)) === true;
  // 제어 is a word, not 제 + 어, in 제어를 and 제어논문 as well; 3개인 counts.
  const head = pieces.findIndex(({ tags }, at) => at > 0 && tags.some((tag) => HEADS.includes(tag)));
  const front = pieces.slice(0, head < 0 ? undefined : head);
  const letters = front.map(({ text }) => text).join('');
  const isWord =
    !begins &&
    front.length > 1 &&
    [letters, splitNoun(letters)[0]?.text ?? ''].some((noun) => !STEMS.has(noun) && isKoreanTerm(noun));
  return !isCounting && (isWord || isByChance(pieces)) ? null : pieces;
}

/** Stems of one syllable that other stems follow: 몇 편, 이 논문, 총 몇. */
const OPENING = new Set(particles.opening);

/** Whether a word of single syllables only looks like cues: 순수 is not 순 + 수. */
function isByChance(pieces: readonly Piece[]): boolean {
  const [first] = pieces;
  const isStem = ({ tags }: Piece) => !tags.includes('ending');
  return (
    pieces.length > 1 &&
    first !== undefined &&
    !OPENING.has(first.text) &&
    !first.tags.some((tag) => tag.startsWith('num')) &&
    pieces.every(({ text }) => text.length === 1) &&
    pieces.filter(isStem).length > 1
  );
}

/** An ending may be a word as well: 순, 별, 있는. */
function endingTags(text: string, stem: readonly Tag[] = []): readonly Tag[] {
  const particle = PARTICLES.get(text);
  return particle === undefined ? [...ENDING_TAGS, ...stem] : [particle, ...ENDING_TAGS, ...stem];
}

/** A noun that only looks as if it had a particle has one syllable more. */
const NOUN_MIN = 2;

/** Splits a Korean word that is no cue into noun and particle: `강화학습의` is 강화학습 + 의. */
export function splitNoun(run: string): readonly Piece[] {
  const particle = BEHIND_NOUNS.find((one) => run.endsWith(one) && run.length - one.length >= NOUN_MIN);
  if (particle === undefined || isKoreanTerm(run)) return [{ text: run, tags: [] }];
  return [
    { text: run.slice(0, -particle.length), tags: [] },
    { text: particle, tags: endingTags(particle) },
  ];
}

/** What may be written right behind a subject without a space: 강화학습논문. */
const HEADS: readonly Tag[] = ['paper', 'author', 'vote'];

/** The most syllables of cues at the end of a word. */
const TAIL_MAX = 20;

/** Splits a cue off the end of a word that begins otherwise: `강화학습논문중에` is 강화학습 + 논문 + 중에. */
export function splitHead(run: string): readonly Piece[] | null {
  for (let at = Math.max(NOUN_MIN, run.length - TAIL_MAX); at <= run.length - 2; at++) {
    const pieces = segment(run.slice(at), false);
    const [first] = pieces ?? [];
    if (pieces && first && first.text.length > 1 && first.tags.some((tag) => HEADS.includes(tag)))
      return [...splitNoun(run.slice(0, at)), ...pieces];
  }
  return null;
}
