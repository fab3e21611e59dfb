import type Sqlite from 'better-sqlite3';
import { editDistance, mistakesIn } from '../../text/distance.ts';
import { areClose, lettersIn } from '../../text/packed/packed-strings.ts';
import { pieceHashes, pieceHashesNear } from '../../text/pieces.ts';
import { isSpelled } from '../../text/tokens.ts';

/** A known term that an unknown one may mean, and its weight; a term spelled right weighs 1. */
type Guess = readonly [term: string, weight: number];

/** Factor per typing mistake, and weight of a term of which only the beginning was typed. */
const MISTAKE = 0.6;
const BEGUN = 0.4;
/** Most guesses at one term. */
const GUESSES_MAX = 12;
/** Sorts after every letter of Latin and Greek terms. */
const AFTER = '\uffff';

/** Finds the known terms that a misspelt or unfinished one may mean. */
export class Spelling {
  readonly #near: Sqlite.Statement<[number], string>;
  readonly #begun: Sqlite.Statement<[string, string, number], string>;
  readonly #put: Sqlite.Statement<[number, string], unknown>;

  constructor(database: Sqlite.Database) {
    this.#near = database.prepare<[number], string>('select term from pieces where hash = ?').pluck();
    this.#begun = database
      .prepare<[string, string, number], string>(
        'select distinct term from postings where term > ? and term < ? limit ?',
      )
      .pluck();
    this.#put = database.prepare('insert or ignore into pieces values (?, ?)');
  }

  /** Adds a term that no paper had before. */
  add(term: string): void {
    if (!isSpelled(term)) return;
    for (const hash of pieceHashes(term)) this.#put.run(hash, term);
  }

  /**
   * Terms that an unknown one may mean, nearest first.
   *
   * @param fresh spelled terms that are not in the file yet
   * @param isHeld whether a paper has a term; the file keeps terms of removed papers
   */
  guess(term: string, fresh: readonly string[], isHeld: (term: string) => boolean): readonly Guess[] {
    const found = new Map(this.#misspelt(term, fresh, isHeld));
    if (term.length > 2) {
      const begun = this.#begun.all(term, term + AFTER, GUESSES_MAX);
      for (const known of [...begun.filter(isSpelled), ...fresh.filter((one) => one.startsWith(term))])
        if (isHeld(known)) found.set(known, Math.max(found.get(known) ?? 0, BEGUN));
    }
    return [...found].sort(([, a], [, b]) => b - a).slice(0, GUESSES_MAX);
  }

  /** Terms with the fewest typing mistakes. */
  #misspelt(term: string, fresh: readonly string[], isHeld: (term: string) => boolean): readonly Guess[] {
    const mistakes = mistakesIn(term);
    if (mistakes === 0) return [];
    const near = [...pieceHashesNear(term, mistakes)].flatMap((hash) => this.#near.all(hash));
    const alike = fresh.filter((one) => Math.abs(one.length - term.length) <= mistakes);
    const letters = lettersIn(term);
    const close = [...near, ...alike].filter((known) => areClose(letters, lettersIn(known), mistakes));
    const found: [string, number][] = [];
    for (const known of new Set(close)) {
      const distance = editDistance(term, known, mistakes);
      if (distance <= mistakes && isSpelled(known) && isHeld(known)) found.push([known, distance]);
    }
    const least = Math.min(...found.map(([, distance]) => distance));
    return found.flatMap(([known, distance]) => (distance === least ? [[known, MISTAKE ** distance]] : []));
  }
}
