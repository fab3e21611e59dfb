import type { SearchResult } from 'minisearch';
import type { Pause, Shelf } from '../../sliced.ts';
import { editDistance, mistakesIn } from '../../text/distance.ts';
import { hashOf } from '../../text/hash.ts';
import { nameOf } from '../../text/names/model-name.ts';
import { byText } from '../../text/order.ts';
import { ownCopy } from '../../text/packed-strings.ts';
import { compounds, squash, words } from '../../text/tokens.ts';
import type { Paper, PaperId } from '../paper.ts';
import { byVotes } from '../ranking.ts';
import { type PackedIndex, type Sought, TitleIndex } from './title-index.ts';

/** Titles added at once: about 10 ms of work. */
const AT_ONCE = 100;

/** The most candidates from MiniSearch that are ranked. */
const CANDIDATES = 150;

/** Letters at a title's beginning that are searched. */
const BEGINNING = 16;
/** Fewer typed letters are searched only at the beginning of titles: too many words begin with them. */
const TYPED_MIN = 3;

/** The most words searched for, known and mistyped, if no title has all of them. A mistyped one costs about 1 ms. */
const KNOWN_MAX = 4;
const MISTYPED_MAX = 3;

/** The most letters in which a typed word may differ from a word of the title; with more it counts as missing. */
const MISTAKES_MAX = 2;
/** The largest share of typed words that a title may lack. */
const MISSING_MAX = 0.5;

type Candidate = Pick<SearchResult, 'id' | 'score'>;

/** An index of titles as it is kept from one start to the next. */
interface KeptTitles {
  readonly index: PackedIndex;
  /** A line each. */
  readonly beginnings: string;
}

/**
 * Finds titles, and names in them, while they are being typed and with typing mistakes. MiniSearch finds the candidates;
 * `matchOf` decides their order. Titles are indexed by `fillBy`, and at the latest when somebody looks for one.
 *
 * @see https://lucaong.github.io/minisearch/
 */
export class Titles {
  readonly #papers = new Map<PaperId, Paper>();
  readonly #shelf: Shelf | null;
  #index = new TitleIndex(titleTerms);
  readonly #beginnings = new Beginnings();
  /** Papers whose titles are not in the index yet, newest last; null before the first was added. */
  #waiting: Paper[] | null = null;
  #newest: readonly Paper[] | null = null;
  /** What the shelf has, as far as this process knows. */
  #kept = '';

  /** @param shelf keeps the index for the next start */
  constructor(papers: Iterable<Paper>, shelf: Shelf | null = null) {
    for (const paper of papers) this.#papers.set(paper.id, paper);
    this.#shelf = shelf;
  }

  /** Adds the titles in the background, about 10 ms of work between two pauses. @param first is waited for */
  async fillBy(pause: Pause, first: Promise<unknown>): Promise<void> {
    await first.catch(() => undefined);
    await pause();
    this.#takeKept();
    while (!this.#isFilled) {
      this.#take(AT_ONCE);
      await pause();
    }
  }

  /** Keeps the index for the next start. */
  save(): void {
    const state = this.#state();
    if (this.#shelf === null || !this.#isFilled || state === this.#kept) return;
    const kept: KeptTitles = { index: this.#index.pack(), beginnings: this.#beginnings.lines };
    this.#shelf.save('titles', state, kept);
    this.#kept = state;
  }

  put(paper: Paper): void {
    const held = this.#papers.get(paper.id);
    this.#papers.set(paper.id, paper);
    this.#newest = null;
    if (held?.title === paper.title) return;
    this.#discard(paper.id);
    this.#add(paper);
  }

  remove(id: PaperId): void {
    if (this.#papers.delete(id)) this.#discard(id);
    this.#newest = null;
  }

  /** Papers whose title matches what was typed so far, best first; with nothing typed, the newest. */
  find(typed: string, limit: number): readonly PaperId[] {
    this.#fill();
    const all = words(typed);
    if (all.length === 0)
      return this.#byDay()
        .slice(0, limit)
        .map(({ id }) => id);
    const whole = this.#whole(all);
    const found = whole.length > 0 ? whole : this.#best(this.#index.find('OR', this.#loose(all)));
    return this.#ranked(found, all).slice(0, limit);
  }

  /** Papers whose title has all words (a single one may begin a longer one), or begins with their letters; best first. */
  having(text: string, limit: number): readonly PaperId[] {
    this.#fill();
    const all = words(text);
    return all.length === 0 ? [] : this.#ranked(this.#whole(all, all.length === 1), all).slice(0, limit);
  }

  /** @param isTyping whether the last word may be unfinished */
  #whole(typed: readonly string[], isTyping = true): readonly Candidate[] {
    const letters = typed.join('');
    const mayHave =
      letters.length >= TYPED_MIN && (isTyping || typed.every((word) => this.#index.knows(word)));
    const having = mayHave ? this.#index.find('AND', allOf(typed, isTyping)) : [];
    return this.#best(having, this.#beginnings.of(letters));
  }

  #ranked(found: readonly Candidate[], typed: readonly string[]): PaperId[] {
    return found
      .flatMap(({ id, score }) => {
        const paper = this.#papers.get(id);
        return paper === undefined ? [] : { paper, score, ...matchOf(paper.title, typed) };
      })
      .filter(({ missing }) => missing <= MISSING_MAX * typed.length)
      .sort(
        (a, b) => a.way - b.way || a.mistakes - b.mistakes || b.score - a.score || inOrder(a.paper, b.paper),
      )
      .map(({ paper }) => paper.id);
  }

  /**
   * The best candidates: those that begin as typed, then those with the best MiniSearch scores. Between equal scores more
   * votes win, so that the cut keeps those.
   */
  #best(found: readonly Candidate[], begun: ReadonlySet<PaperId> = new Set()): readonly Candidate[] {
    const scores = new Map<PaperId, number>(found.map(({ id, score }) => [id, score]));
    const all = Array.from(new Set([...begun, ...scores.keys()]), (id) => ({
      id,
      score: scores.get(id) ?? 0,
    }));
    if (all.length <= CANDIDATES) return all;
    const votes = ({ id }: Candidate) => this.#papers.get(id)?.votes ?? 'missing';
    const rank = ({ id }: Candidate) => (begun.has(id) ? 0 : 1);
    return all
      .sort((a, b) => rank(a) - rank(b) || b.score - a.score || byVotes(votes(a), votes(b)))
      .slice(0, CANDIDATES);
  }

  /** Searches words that no title has with typing mistakes. Of the known words it takes the longest: few titles have them. */
  #loose(typed: readonly string[]): readonly Sought[] {
    const longest = typed.toSorted((a, b) => b.length - a.length);
    const known = longest.filter((term) => this.#index.knows(term)).slice(0, KNOWN_MAX);
    const mistyped = longest.filter((term) => !this.#index.knows(term)).slice(0, MISTYPED_MAX);
    return [
      ...known.map((term) => ({ term })),
      ...mistyped.map((term) => ({ term, fuzzy: mistakesIn(term) })),
    ];
  }

  #byDay(): readonly Paper[] {
    this.#newest ??= [...this.#papers.values()].sort(inOrderOfDay);
    return this.#newest;
  }

  get #isFilled(): boolean {
    return this.#waiting?.length === 0;
  }

  #fill(): void {
    if (this.#isFilled) return;
    this.#takeKept();
    this.#take(this.#papers.size);
  }

  /** Takes what an earlier start has kept, if nothing was added yet. */
  #takeKept(): void {
    if (this.#waiting !== null || this.#index.documentCount > 0) return;
    const state = this.#state();
    const kept = this.#shelf?.load<KeptTitles>('titles', state) ?? null;
    if (kept === null) return;
    this.#index = new TitleIndex(titleTerms, kept.index);
    this.#beginnings.lines = kept.beginnings;
    this.#waiting = [];
    this.#kept = state;
  }

  /** Changes with the titles, in whatever order, and with how they are read. */
  #state(): string {
    let sum = 0;
    for (const { id, title } of this.#papers.values()) sum += hashOf(`${id} ${title}`);
    return `${this.#papers.size} ${sum} ${RULES}`;
  }

  #take(most: number): void {
    this.#waiting ??= this.#byDay().toReversed();
    for (const { id, title } of this.#waiting.splice(-most).reverse()) {
      // Skip a paper that was changed or removed while it was waiting.
      const paper = this.#papers.get(id);
      if (paper?.title === title) this.#add(paper);
    }
    if (this.#isFilled) this.#index.pack();
  }

  #add(paper: Paper): void {
    if (this.#index.has(paper.id)) return;
    this.#index.add(paper);
    this.#beginnings.add(paper);
  }

  #discard(id: PaperId): void {
    if (!this.#index.has(id)) return;
    this.#index.discard(id);
    this.#beginnings.remove(id);
  }
}

/** The first letters of titles and of the names in them, sorted. As terms of MiniSearch they would take 8 MB. */
class Beginnings {
  /** Letters, a space, and the paper's id. */
  #lines: string[] = [];
  #isSorted = true;

  get lines(): string {
    return this.#lines.join('\n');
  }

  set lines(lines: string) {
    this.#lines = lines.split('\n');
    this.#isSorted = false;
  }

  add({ id, title }: Paper): void {
    for (const letters of beginningsOf(title)) this.#lines.push(ownCopy(`${letters} ${id}`));
    this.#isSorted = false;
  }

  remove(id: PaperId): void {
    this.#lines = this.#lines.filter((line) => !line.endsWith(` ${id}`));
  }

  /** Papers whose titles begin with some letters, or the names in them. */
  of(letters: string): ReadonlySet<PaperId> {
    if (!this.#isSorted) this.#lines.sort(byText);
    this.#isSorted = true;
    const wanted = letters.slice(0, BEGINNING);
    const found = new Set<PaperId>();
    for (let at = this.#from(wanted); this.#lines[at]?.startsWith(wanted); at++)
      found.add(this.#lines[at]?.split(' ')[1] ?? '');
    return found;
  }

  /** The place of the first line that does not come before the letters. */
  #from(letters: string): number {
    let [low, high] = [0, this.#lines.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#lines[middle] ?? '') < letters) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Finds titles with all typed words; the last word may be unfinished while it is being typed. */
function allOf(typed: readonly string[], isTyping: boolean): readonly Sought[] {
  // Search the longest words, because few titles have them, and the last one, which may be unfinished.
  const last = typed.at(-1);
  const longest = typed.slice(0, -1).sort((a, b) => b.length - a.length);
  return [...longest.slice(0, KNOWN_MAX), ...(last ? [last] : [])].map((term) => ({
    term,
    prefix: isTyping && term === last,
  }));
}

/** How a title matches the typed words. Smaller values are better. */
interface Match {
  /** 0: equals its name; 1: begins it, by words; 2: begins it or its name, by letters; 3: one piece; 4: in order; 5: else. */
  readonly way: number;
  /** The number of letters that differ; a missing word counts as `MISTAKES_MAX + 1`. */
  readonly mistakes: number;
  /** Typed words that the title lacks. */
  readonly missing: number;
}

function matchOf(title: string, typed: readonly string[]): Match {
  const all = words(title);
  const way = wayOf(` ${all.join(' ')}`, nameLetters(title), typed);
  if (way < OTHERWISE) return { way, mistakes: 0, missing: 0 };
  const apart = typed.map((word) => distanceTo(word, all));
  const missing = apart.filter((one) => one > MISTAKES_MAX).length;
  return { way, mistakes: apart.reduce((sum, one) => sum + one, 0), missing };
}

const OTHERWISE = 5;

function wayOf(line: string, name: string, typed: readonly string[]): number {
  const piece = ` ${typed.join(' ')}`;
  const letters = typed.join('');
  if (name === letters) return 0;
  if (line.startsWith(piece)) return 1;
  if (name.startsWith(letters) || line.replaceAll(' ', '').startsWith(letters)) return 2;
  if (line.includes(piece)) return 3;
  return isInOrder(line, typed) ? 4 : OTHERWISE;
}

/** The edit distance to the nearest of `others`, 0 if one begins with the word; `MISTAKES_MAX + 1` if all are too far. */
function distanceTo(word: string, others: readonly string[]): number {
  const most = Math.min(MISTAKES_MAX, mistakesIn(word));
  let least = MISTAKES_MAX + 1;
  for (const other of others) {
    if (other.startsWith(word)) return 0;
    const apart = editDistance(word, other, most);
    if (apart <= most) least = Math.min(least, apart);
  }
  return least;
}

function isInOrder(line: string, typed: readonly string[]): boolean {
  let from = 0;
  return typed.every((word) => {
    const at = line.indexOf(` ${word}`, from);
    from = at + word.length;
    return at >= 0;
  });
}

/** The letters of the name in a title; empty if it has none. */
function nameLetters(title: string): string {
  return squash(nameOf(title) ?? '');
}

/** A title's words, and each hyphenated compound also as one term. */
function titleTerms(text: string): string[] {
  return [...new Set(compounds(text).flatMap((compound) => [...words(compound), squash(compound)]))];
}

function beginningsOf(title: string): readonly string[] {
  const whole = squash(title).slice(0, BEGINNING);
  const name = nameLetters(title).slice(0, BEGINNING);
  return whole.startsWith(name) ? [whole] : [whole, name];
}

const SAMPLE = [
  'VisionZip: Longer is Better but Not Necessary in Vision-Language Models',
  'Qwen2.5-VL Technical Report',
  'Łukasz’s 3D 장면 생성을 위한 U-Nets (α=0.5)',
];

/** How a sample of titles is read. */
const RULES = JSON.stringify([packedOf(SAMPLE), SAMPLE.map(beginningsOf)]);

function packedOf(titles: readonly string[]): PackedIndex {
  const index = new TitleIndex(titleTerms);
  for (const title of titles) index.add({ id: title, title });
  return index.pack();
}

function inOrder(a: Paper, b: Paper): number {
  return byVotes(a.votes, b.votes) || byText(b.listings[0].date, a.listings[0].date) || byText(b.id, a.id);
}

function inOrderOfDay(a: Paper, b: Paper): number {
  return byText(b.listings[0].date, a.listings[0].date) || byVotes(a.votes, b.votes);
}
