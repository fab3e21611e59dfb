import type { PaperId } from '../../archive/paper.ts';
import { isSign } from '../../text/lexicon/concepts.ts';
import type { Document } from '../document.ts';
import { impactsOf } from './bm25.ts';
import { PackedPostings } from './packed-postings.ts';
import type { PostingLists, TermPostings } from './posting.ts';
import { Postings } from './postings.ts';
import type { Candidate, TermIndex } from './term-index.ts';
import { Vocabulary } from './vocabulary.ts';

/** A term looked up: one asked for, or a guess at it. */
interface LookUp {
  readonly asked: string;
  readonly term: string;
  readonly weight: number;
  readonly postings: readonly TermPostings[];
}

/** So many papers are packed at a time, some 30 ms of work. */
const PACKED = 600;
/** Fewer than this are not worth packing. */
const PACKED_MIN = 100;

/** The index in memory: good to some 30,000 papers. */
export class MemoryIndex implements TermIndex {
  readonly #packed: PackedPostings[] = [];
  /** Of the papers that came in last. */
  #fresh = new Postings();
  /** The number of the first of them. */
  #freshFrom = 0;
  readonly #packedAt: number;
  readonly #numbers = new Map<PaperId, number>();
  readonly #ids: (PaperId | null)[] = [];
  /** Made when a term is not known, dropped when a paper comes in. */
  #vocabulary: Vocabulary | null = null;
  #scores = new Float64Array(0);

  /** @param packedAt how many papers are packed at a time */
  constructor(packedAt = PACKED) {
    this.#packedAt = packedAt;
  }

  get size(): number {
    return this.#numbers.size;
  }

  add(document: Document): void {
    const number = this.#ids.length;
    this.#ids.push(document.id);
    this.#numbers.set(document.id, number);
    for (const [term, impact] of impactsOf(document)) this.#fresh.add(term, number, impact);
    this.#vocabulary = null;
    if (this.#ids.length - this.#freshFrom >= this.#packedAt) this.#pack();
  }

  remove(document: Document): void {
    const number = this.#numbers.get(document.id);
    if (number === undefined) return;
    this.#numbers.delete(document.id);
    this.#ids[number] = null;
    for (const term of impactsOf(document).keys())
      for (const lists of this.#lists()) lists.remove(term, number);
    this.#vocabulary = null;
  }

  papersWith(term: string): number {
    let papers = this.#fresh.papersWith(term);
    for (const packed of this.#packed) papers += packed.papersWith(term);
    return papers;
  }

  prepare(): void {
    if (this.#ids.length - this.#freshFrom >= PACKED_MIN) this.#pack();
    this.#guesses();
  }

  find(
    weights: ReadonlyMap<string, number>,
    isWanted: (id: PaperId) => boolean,
    limit: number,
  ): readonly Candidate[] {
    const lookUps = [...weights].flatMap(([asked, weight]) => this.#lookUps(asked, weight));
    const scores = this.#score(lookUps);
    const best = this.#best(scores, isWanted, limit);
    return best.map((number) => {
      const has = lookUps.filter(({ postings }) => postings.some((some) => some.has(number)));
      return {
        id: this.#ids[number] ?? '',
        score: scores[number] ?? 0,
        found: new Set(has.map(({ asked }) => asked)),
        written: has.map(({ term }) => term),
      };
    });
  }

  #lookUps(asked: string, weight: number): readonly LookUp[] {
    const known = this.papersWith(asked) > 0;
    if (!known && isSign(asked)) return [];
    const terms = known ? [{ term: asked, weight: 1 }] : this.#guesses().guess(asked);
    return terms.map((one) => ({
      asked,
      term: one.term,
      weight: weight * one.weight,
      postings: this.#lists().flatMap((lists) => lists.of(one.term) ?? []),
    }));
  }

  #guesses(): Vocabulary {
    this.#vocabulary ??= new Vocabulary(new Set(this.#lists().flatMap((lists) => [...lists.terms()])));
    return this.#vocabulary;
  }

  #lists(): readonly PostingLists[] {
    return [...this.#packed, this.#fresh];
  }

  #pack(): void {
    this.#packed.push(new PackedPostings(this.#fresh.lists));
    this.#fresh = new Postings();
    this.#freshFrom = this.#ids.length;
  }

  /** The score of every paper by its number; 0 for those that have no term. */
  #score(lookUps: readonly LookUp[]): Float64Array {
    if (this.#scores.length < this.#ids.length) this.#scores = new Float64Array(this.#ids.length * 2);
    const scores = this.#scores.fill(0);
    for (const { term, weight, postings } of lookUps) {
      const papers = this.papersWith(term);
      const rarity = Math.log(1 + (this.size - papers + 0.5) / (papers + 0.5));
      for (const some of postings) some.addTo(scores, weight * rarity);
    }
    return scores;
  }

  /** The numbers of the papers with the highest scores, best first; equal ones as they came in. */
  #best(scores: Float64Array, isWanted: (id: PaperId) => boolean, limit: number): readonly number[] {
    const inOrder = (a: number, b: number) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b;
    const best: number[] = [];
    let least = 0;
    for (let number = 0; number < this.#ids.length; number++) {
      const score = scores[number] ?? 0;
      if (score <= least) continue;
      const id = this.#ids[number] ?? null;
      if (id === null || !isWanted(id)) continue;
      best.push(number);
      if (best.length < limit * 2) continue;
      best.sort(inOrder).length = limit;
      least = scores[best.at(-1) ?? 0] ?? 0;
    }
    return best.sort(inOrder).slice(0, limit);
  }
}
