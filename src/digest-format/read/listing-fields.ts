import { type AuthorList, type Media, VOTES_MAX, type Votes } from '../../archive/paper.ts';
import { areSameAuthors, firstAuthors, readAuthors } from './authors/authors-line.ts';
import type { Warn } from './chunks.ts';
import type { DetailsReader } from './details-lines.ts';
import { type LabelledLine, readLabelled, suspectedIn } from './labels.ts';
import { readMedia } from './media-line.ts';

const NUMBER = /^(?:\d+|\d{1,3}(?:,\d{3})+)$/;
/** A number with its unit. */
const UNIT = /^([\d,]+) ?(?:(?:up-?)?votes?|likes?|points?|표|개|회|명|추천)?\.?$/i;
/** A longer line is text that only begins like votes or authors. */
const TEXT = 120;

/** Reads the lines above a summary, in any order: votes, authors, a picture or video. */
export class Facts {
  readonly #warn: Warn;
  readonly #details: DetailsReader | null;
  votes: Votes = 'missing';
  authors: AuthorList = { names: [], cut: false };
  media: Media | null = null;
  #authorsAt = Number.NaN;
  /** A line that stays text is read twice but warned of once. */
  readonly #warned = new Set<string>();

  /** @param details only for fetched digests */
  constructor(warn: Warn, details: DetailsReader | null = null) {
    this.#warn = warn;
    this.#details = details;
  }

  /** @returns false if the line is text */
  take(source: string, at: number): boolean {
    const line = source.trim();
    if (this.#details?.take(line)) return true;
    return (/^[![<]/.test(line) && this.#takeMedia(line, at)) || this.takeLabelled(line, at);
  }

  /**
   * Reads votes or authors. In another form than the archive's they count only while they are unknown; a long unreadable line
   * is text.
   *
   * @returns false if the line is text
   */
  takeLabelled(source: string, at: number): boolean {
    const line = source.trim();
    const labelled = readLabelled(line);
    if (labelled === null) {
      this.#warnOfRest(line, at);
      return false;
    }
    return labelled.label === 'votes'
      ? this.#takeVotes(labelled, line, at)
      : this.#takeAuthors(labelled, line, at);
  }

  #warnOnce(at: number, rule: string, line: string): void {
    const place = `${at} ${rule}`;
    if (!this.#warned.has(place)) this.#warn(at, rule, line);
    this.#warned.add(place);
  }

  /** Whether a point is the paper's own text, such as its abstract, which stays as it is. */
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
    if (odd) this.#warnOnce(at, 'odd-authors', line);
    if (isKnown && !isSame) this.#warnOnce(at, 'said-twice', line);
    this.authors = firstAuthors(first, authors);
    this.#authorsAt = at;
    return true;
  }

  /** @returns whether the line still counts as a fact; if not, it stays text */
  #refuse(rule: string, isWarned: boolean, isPlain: boolean, line: string, at: number): boolean {
    if (isWarned) this.#warnOnce(at, rule, line);
    return isPlain || (rule === 'odd-votes' && isWarned && line.length <= TEXT);
  }

  /** Warns of text that seems to hold an unknown field; text right below the authors may be more names. */
  #warnOfRest(line: string, at: number): void {
    const suspected = suspectedIn(line);
    if (this.votes === 'missing' && suspected.includes('votes')) this.#warnOnce(at, 'odd-votes', line);
    const isUnknown = this.authors.names.length === 0;
    if (isUnknown && suspected.includes('authors')) this.#warnOnce(at, 'odd-authors', line);
    if (at === this.#authorsAt + 1 && /^[\p{L}"'“]/u.test(line)) this.#warnOnce(at, 'odd-authors', line);
  }

  #takeMedia(line: string, at: number): boolean {
    const media = readMedia(line);
    if (!media) return false;
    if (media === 'frame') return true;
    if (media === 'no-address') this.#warnOnce(at, 'odd-media', line);
    else if (!this.media) this.media = media;
    else if (this.media.url !== media.url) this.#warnOnce(at, 'said-twice', line);
    return true;
  }
}

/** `53`, `1,234`, `**53** votes`, `53표` or `-`. */
function readVotes(written: string): Votes | null {
  const plain = written.normalize('NFKC').replace(/[*_`]/g, '').trim();
  if (/^[-–—]$/.test(plain)) return 'dash';
  const number = UNIT.exec(plain)?.[1] ?? plain;
  const votes = NUMBER.test(number) ? Number(number.replaceAll(',', '')) : Number.NaN;
  return votes <= VOTES_MAX ? votes : null;
}
