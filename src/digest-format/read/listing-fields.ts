import { type AuthorList, type Media, VOTES_MAX, type Votes } from '../../archive/paper.ts';
import { areSameAuthors, firstAuthors, readAuthors } from './authors/authors-line.ts';
import type { Warn } from './chunks.ts';
import type { DetailsReader } from './details-lines.ts';
import { type LabelledLine, readLabelled, suspectedIn } from './labels.ts';
import { readMedia } from './media-line.ts';

const NUMBER = /^(?:\d+|\d{1,3}(?:,\d{3})+)$/;

/** A number with its unit. */
const UNIT = /^([\d,]+) ?(?:(?:up-?)?votes?|likes?|points?|표|개|회|명|추천)?\.?$/i;

/** Characters; a longer line is text that only begins like a line of votes or authors. */
const TEXT = 120;

/** Reads the lines above a summary in any order: votes, authors, a picture or video. */
export class Facts {
  readonly #warn: Warn;
  readonly #details: DetailsReader | null;
  votes: Votes = 'missing';
  authors: AuthorList = { names: [], cut: false };
  media: Media | null = null;
  #authorsAt = Number.NaN;
  /** Warnings given so far: a line that stays as text is read twice but warned of once. */
  readonly #told = new Set<string>();

  /** @param details reads the lines that only a fetched digest has */
  constructor(warn: Warn, details: DetailsReader | null = null) {
    this.#warn = warn;
    this.#details = details;
  }

  /** Reads a line. @returns false if it is text */
  take(source: string, at: number): boolean {
    const line = source.trim();
    if (this.#details?.take(line)) return true;
    return (/^[![<]/.test(line) && this.#takeMedia(line, at)) || this.takeLabelled(line, at);
  }

  /**
   * Reads a line of votes or authors. In a form other than the archive's it counts only while the field is unknown; a long
   * line that cannot be read is text.
   *
   * @returns false if the line is text
   */
  takeLabelled(source: string, at: number): boolean {
    const line = source.trim();
    const told = readLabelled(line);
    if (told === null) {
      this.#warnOfRest(line, at);
      return false;
    }
    return told.label === 'votes' ? this.#takeVotes(told, line, at) : this.#takeAuthors(told, line, at);
  }

  #tell(at: number, rule: string, line: string): void {
    const place = `${at} ${rule}`;
    if (!this.#told.has(place)) this.#warn(at, rule, line);
    this.#told.add(place);
  }

  /** Whether a point holds the paper's own text, such as its abstract, which is kept as it is. */
  isOwnText(heading: string | null): boolean {
    return this.#details?.isPoint(heading) ?? false;
  }

  #takeVotes({ value, isPlain }: LabelledLine, line: string, at: number): boolean {
    const votes = readVotes(value);
    const isKnown = this.votes !== 'missing';
    if (votes === null) return this.#refuse('odd-votes', isPlain || !isKnown, isPlain, line, at);
    if (!isKnown) this.votes = votes;
    else if (this.votes !== votes) return this.#refuse('said-twice', true, isPlain, line, at);
    return true;
  }

  #takeAuthors({ value, isPlain }: LabelledLine, line: string, at: number): boolean {
    const { authors, odd } = readAuthors(value);
    const first = this.authors;
    const isKnown = first.names.length > 0;
    const isSame = areSameAuthors(first, authors);
    if (isKnown && !isPlain) return isSame || this.#refuse('said-twice', !odd, false, line, at);
    if (odd && !isPlain && line.length > TEXT) return this.#refuse('odd-authors', true, false, line, at);
    if (odd) this.#tell(at, 'odd-authors', line);
    if (isKnown && !isSame) this.#tell(at, 'said-twice', line);
    this.authors = firstAuthors(first, authors);
    this.#authorsAt = at;
    return true;
  }

  /** Warns of a line if `isWarned`. @returns whether the line still counts as a fact; if not, it stays text */
  #refuse(rule: string, isWarned: boolean, isPlain: boolean, line: string, at: number): boolean {
    if (isWarned) this.#tell(at, rule, line);
    return isPlain || (rule === 'odd-votes' && isWarned && line.length <= TEXT);
  }

  /** Warns of text that seems to hold a field still unknown; text right below the author line may be more names. */
  #warnOfRest(line: string, at: number): void {
    const suspected = suspectedIn(line);
    if (this.votes === 'missing' && suspected.includes('votes')) this.#tell(at, 'odd-votes', line);
    const isUnknown = this.authors.names.length === 0;
    if (isUnknown && suspected.includes('authors')) this.#tell(at, 'odd-authors', line);
    if (at === this.#authorsAt + 1 && /^[\p{L}"'“]/u.test(line)) this.#tell(at, 'odd-authors', line);
  }

  #takeMedia(line: string, at: number): boolean {
    const media = readMedia(line);
    if (!media) return false;
    if (media === 'frame') return true;
    if (media === 'no-address') this.#tell(at, 'odd-media', line);
    else if (!this.media) this.media = media;
    else if (this.media.url !== media.url) this.#tell(at, 'said-twice', line);
    return true;
  }
}

/** `53`, `1,234`, `**53** votes`, `53표` or `-`; null for anything else. */
function readVotes(written: string): Votes | null {
  const plain = written.normalize('NFKC').replace(/[*_`]/g, '').trim();
  if (/^[-–—]$/.test(plain)) return 'dash';
  const number = UNIT.exec(plain)?.[1] ?? plain;
  const votes = NUMBER.test(number) ? Number(number.replaceAll(',', '')) : Number.NaN;
  return votes <= VOTES_MAX ? votes : null;
}
