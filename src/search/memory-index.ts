import type { PaperId } from '../archive/paper.ts';
import type { Document } from './document.ts';
import { impactsOf } from './impact.ts';
import { Postings } from './postings.ts';
import { isSign } from './senses.ts';
import type { Candidate, TermIndex } from './term-index.ts';
import { Vocabulary } from './vocabulary.ts';

/** A term looked up: one asked for, or a guess at it. */
interface LookUp {
  readonly asked: string;
  readonly term: string;
  readonly weight: number;
}

/** The index in memory: good to some 30,000 papers. */
export class MemoryIndex implements TermIndex {
  readonly #postings = new Postings();
  readonly #numbers = new Map<PaperId, number>();
  readonly #ids: (PaperId | null)[] = [];
  /** Made when a term is not known, dropped when a paper comes in. */
  #vocabulary: Vocabulary | null = null;
  #scores = new Float64Array(0);

  get size(): number {
    return this.#numbers.size;
  }

  add(document: Document): void {
    const number = this.#ids.length;
    this.#ids.push(document.id);
    this.#numbers.set(document.id, number);
    for (const [term, impact] of impactsOf(document)) this.#postings.add(term, number, impact);
    this.#vocabulary = null;
  }

  remove(document: Document): void {
    const number = this.#numbers.get(document.id);
    if (number === undefined) return;
    this.#numbers.delete(document.id);
    this.#ids[number] = null;
    for (const term of impactsOf(document).keys()) this.#postings.remove(term, number);
    this.#vocabulary = null;
  }

  papersWith(term: string): number {
    return this.#postings.papersWith(term);
  }

  prepare(): void {
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
      const has = lookUps.filter(({ term }) => this.#postings.impact(term, number) > 0);
      return {
        id: this.#ids[number] ?? '',
        score: scores[number] ?? 0,
        found: new Set(has.map(({ asked }) => asked)),
        written: has.map(({ term }) => term),
      };
    });
  }

  #lookUps(asked: string, weight: number): readonly LookUp[] {
    if (this.papersWith(asked) > 0) return [{ asked, term: asked, weight }];
    if (isSign(asked)) return [];
    return this.#guesses()
      .guess(asked)
      .map((guess) => ({ asked, term: guess.term, weight: weight * guess.weight }));
  }

  #guesses(): Vocabulary {
    this.#vocabulary ??= new Vocabulary(this.#postings.terms());
    return this.#vocabulary;
  }

  /** The score of every paper by its number; 0 for those that have no term. */
  #score(lookUps: readonly LookUp[]): Float64Array {
    if (this.#scores.length < this.#ids.length) this.#scores = new Float64Array(this.#ids.length * 2);
    const scores = this.#scores.fill(0);
    for (const { term, weight } of lookUps) {
      const papers = this.papersWith(term);
      const rarity = Math.log(1 + (this.size - papers + 0.5) / (papers + 0.5));
      this.#postings.addTo(scores, term, weight * rarity);
    }
    return scores;
  }

  /** The numbers of the papers with the highest scores, best first; equal ones as they came in. */
  #best(scores: Float64Array, isWanted: (id: PaperId) => boolean, limit: number): readonly number[] {
    const found: number[] = [];
    this.#ids.forEach((id, number) => {
      if (id !== null && (scores[number] ?? 0) > 0 && isWanted(id)) found.push(number);
    });
    const least =
      Float64Array.from(found, (number) => scores[number] ?? 0)
        .sort()
        .at(-limit) ?? 0;
    return found
      .filter((number) => (scores[number] ?? 0) >= least)
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
      .slice(0, limit);
  }
}
