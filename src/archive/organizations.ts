import { dataLines } from '../text/data.ts';
import { editDistance } from '../text/distance.ts';
import { byText } from '../text/order.ts';
import { plainWords } from '../text/tokens.ts';
import type { Paper } from './paper.ts';

/** An organization's name exactly as Hugging Face spells it, and how many papers it submitted. */
export interface OrganizationCount {
  readonly name: string;
  readonly papers: number;
}

/** Organizations that a typed name may mean, most papers first; each is only in the first list it fits. */
export interface OrganizationMatches {
  /**
   * Organizations with this name, ignoring case, spaces and punctuation. If there are none, those that people also call by
   * this name (구글 for Google, MIT).
   */
  readonly same: readonly OrganizationCount[];
  /** Names with all the typed words: `Tencent Hunyuan` for `tencent`. */
  readonly partial: readonly OrganizationCount[];
  /** Names one or two typing mistakes away, nearest first; empty if the other lists have any. */
  readonly near: readonly OrganizationCount[];
}

/** Tolerate one typing mistake in names of 5+ letters and two from 9: in a shorter name a typo may spell another one. */
const MISTYPED_FROM = [5, 9] as const;
/** Letters; a shorter word must match whole, since too many words begin with `ai`. */
const BEGINNING_MIN = 3;

interface Entry extends OrganizationCount {
  readonly letters: string;
  readonly words: readonly string[];
}

/** Papers by organization, and a search for organizations by typed names. */
export class OrganizationIndex {
  /** Most papers first. */
  readonly all: readonly OrganizationCount[];
  readonly #papers: Map<string | null, Paper[]>;
  readonly #entries: readonly Entry[];

  constructor(papers: Iterable<Paper>) {
    this.#papers = Map.groupBy(papers, ({ details }) => details?.organization ?? null);
    this.#papers.delete(null);
    this.all = Array.from(this.#papers, ([name, { length }]) => ({ name: name ?? '', papers: length })).sort(
      (a, b) => b.papers - a.papers || byText(a.name, b.name),
    );
    this.#entries = this.all.map((one) => ({
      ...one,
      letters: lettersOf(one.name),
      words: plainWords(one.name),
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
    const words = plainWords(typed);
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

  /** Organizations for a name that is still being typed: names that begin as typed come first, then most papers. */
  suggest(typed: string, limit: number): readonly OrganizationCount[] {
    const letters = lettersOf(typed);
    const words = plainWords(typed);
    const others = new Set(OTHERS.get(letters));
    const fitting = [
      (entry: Entry) => entry.letters.startsWith(letters) || others.has(entry.letters),
      (entry: Entry) => words.every((word) => entry.words.some((one) => one.startsWith(word))),
    ].flatMap((fits) => this.#entries.filter(fits));
    return [...new Set(fitting)].slice(0, limit).map(counted);
  }
}

/** Names of one organization: as papers spell it (`own`), and as people type it. */
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

/** For each name that people type, the names in papers; all as `lettersOf` gives them. */
const OTHERS = new Map<string, readonly string[]>();
for (const { own, typed } of OTHER_NAMES)
  for (const name of typed.map(lettersOf))
    OTHERS.set(name, (OTHERS.get(name) ?? []).concat(own.map(lettersOf)));

function counted({ name, papers }: Entry): OrganizationCount {
  return { name, papers };
}

function hasWords(words: readonly string[], typed: readonly string[]): boolean {
  return typed.every((one) =>
    words.some((word) => word === one || (one.length >= BEGINNING_MIN && word.startsWith(one))),
  );
}

/** A name's folded letters without a leading "the": `The University of Hong Kong` is written with and without it. */
function lettersOf(name: string): string {
  const [first = '', ...others] = plainWords(name);
  return (first === 'the' ? '' : first) + others.join('');
}
