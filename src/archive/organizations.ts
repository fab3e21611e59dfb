import { dataLines } from '../text/data.ts';
import { editDistance } from '../text/distance.ts';
import { fold } from '../text/fold.ts';
import { byText } from '../text/order.ts';
import type { Paper } from './paper.ts';

/** An organization's name exactly as Hugging Face has it, and how many papers it submitted. */
export interface OrganizationCount {
  readonly name: string;
  readonly papers: number;
}

/** Organizations that a typed name may mean, those with most papers first. A name stands in the first list that it fits. */
export interface OrganizationMatches {
  /**
   * All that the name means: spelled so but for case, spaces and punctuation, else known under this other name (구글 for
   * Google, MIT).
   */
  readonly same: readonly OrganizationCount[];
  /** Has all the words typed: `Tencent Hunyuan` for `tencent`. */
  readonly partial: readonly OrganizationCount[];
  /** One or two typing mistakes away; nearest first. */
  readonly near: readonly OrganizationCount[];
}

/** A typing mistake of a short name spells another one: one may be made from here on, and two from there. */
const MISTYPED_FROM = [5, 9] as const;
/** A shorter word stands for itself alone: `ai` begins too many. */
const BEGINNING_MIN = 3;

interface Entry extends OrganizationCount {
  readonly letters: string;
  readonly words: readonly string[];
}

/** Which organization submitted which papers, and which are meant by a name typed otherwise. */
export class OrganizationIndex {
  /** Those with most papers first. */
  readonly all: readonly OrganizationCount[];
  readonly #papers = new Map<string, Paper[]>();
  readonly #entries: readonly Entry[];

  constructor(papers: Iterable<Paper>) {
    for (const paper of papers) {
      const name = paper.details?.organization ?? null;
      if (name === null) continue;
      const list = this.#papers.get(name);
      if (list === undefined) this.#papers.set(name, [paper]);
      else list.push(paper);
    }
    this.all = Array.from(this.#papers, ([name, { length }]) => ({ name, papers: length })).sort(
      (a, b) => b.papers - a.papers || byText(a.name, b.name),
    );
    this.#entries = this.all.map((one) => ({
      ...one,
      letters: lettersOf(one.name),
      words: wordsOf(one.name),
    }));
  }

  papersOf(name: string): readonly Paper[] {
    return this.#papers.get(name) ?? [];
  }

  find(typed: string): OrganizationMatches {
    const letters = lettersOf(typed);
    if (letters === '') return { same: [], partial: [], near: [] };
    const spelled = this.#entries.filter((entry) => entry.letters === letters);
    const others = OTHERS.get(letters) ?? [];
    const same =
      spelled.length > 0 ? spelled : this.#entries.filter((entry) => others.includes(entry.letters));
    const words = wordsOf(typed);
    const partial = this.#entries.filter((entry) => !same.includes(entry) && hasWords(entry.words, words));
    const mistakes = MISTYPED_FROM.filter((least) => letters.length >= least).length;
    const near =
      same.length + partial.length > 0 || mistakes === 0
        ? []
        : this.#entries
            .map((entry) => ({ entry, distance: editDistance(letters, entry.letters, mistakes) }))
            .filter(({ distance }) => distance <= mistakes)
            .sort((a, b) => a.distance - b.distance)
            .map(({ entry }) => entry);
    return { same: same.map(counted), partial: partial.map(counted), near: near.map(counted) };
  }

  /** Those that begin as typed first; with nothing typed those with most papers. */
  suggest(typed: string, limit: number): readonly OrganizationCount[] {
    const letters = lettersOf(typed);
    const words = wordsOf(typed);
    const others = new Set(OTHERS.get(letters));
    const fitting = [
      (entry: Entry) => entry.letters.startsWith(letters) || others.has(entry.letters),
      (entry: Entry) => words.every((word) => entry.words.some((one) => one.startsWith(word))),
    ].flatMap((fits) => this.#entries.filter(fits));
    return [...new Set(fitting)].slice(0, limit).map(counted);
  }
}

/** The names of one organization as papers have them, and what people type for it. */
interface OtherNames {
  readonly own: readonly string[];
  readonly typed: readonly string[];
}

export const OTHER_NAMES: readonly OtherNames[] = dataLines(
  new URL('./organization-names.txt', import.meta.url),
).map((line) => {
  const [own = [], typed = []] = line.split('=').map((names) => names.split(';').map((name) => name.trim()));
  return { own, typed };
});

/** What other names stand for, both as letters. */
const OTHERS: ReadonlyMap<string, readonly string[]> = othersOf();

function othersOf(): Map<string, string[]> {
  const others = new Map<string, string[]>();
  for (const { own, typed } of OTHER_NAMES) {
    for (const name of typed.map(lettersOf))
      others.set(name, [...(others.get(name) ?? []), ...own.map(lettersOf)]);
  }
  return others;
}

function counted({ name, papers }: Entry): OrganizationCount {
  return { name, papers };
}

function hasWords(words: readonly string[], typed: readonly string[]): boolean {
  return typed.every((one) =>
    words.some((word) => word === one || (one.length >= BEGINNING_MIN && word.startsWith(one))),
  );
}

function wordsOf(name: string): readonly string[] {
  return fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Without an article: `The University of Hong Kong` goes by both. */
function lettersOf(name: string): string {
  const [first = '', ...others] = wordsOf(name);
  return (first === 'the' ? '' : first) + others.join('');
}
