import { type AuthorList, type Media, VOTES_MAX, type Votes } from '../../archive/paper.ts';
import { areSameAuthors, firstAuthors, readAuthors } from './authors-line.ts';
import type { Warn } from './chunks.ts';
import type { DetailsReader } from './details-lines.ts';
import { readMedia } from './media-line.ts';

const VOTE = /^votes?[ \t]*[:：](.*)$/is;
const NUMBER = /^(?:\d+|\d{1,3}(?:,\d{3})+)$/;

/** Reads the lines above a summary in any order: votes, authors, a picture or video. */
export class Facts {
  readonly #warn: Warn;
  readonly #details: DetailsReader | null;
  votes: Votes = 'missing';
  authors: AuthorList = { names: [], cut: false };
  media: Media | null = null;

  /** @param details takes the lines that only a fetched digest has */
  constructor(warn: Warn, details: DetailsReader | null = null) {
    this.#warn = warn;
    this.#details = details;
  }

  /** Reads a line. @returns false if it is none of these */
  take(source: string, at: number): boolean {
    const line = source.trim();
    if (this.#details?.take(line)) return true;
    switch (line[0]) {
      case 'V':
      case 'v':
        return this.#takeVotes(line, at);
      case 'A':
      case 'a':
        return this.#takeAuthors(line, at);
      case '!':
      case '[':
      case '<':
        return this.#takeMedia(line, at);
      default:
        return false;
    }
  }

  /** Whether a point holds text of the paper's own, which is kept as it is. */
  isOwnText(heading: string | null): boolean {
    return this.#details?.isPoint(heading) ?? false;
  }

  #takeVotes(line: string, at: number): boolean {
    const written = VOTE.exec(line)?.[1]?.trim();
    if (written === undefined) return false;
    const votes = readVotes(written);
    if (votes === null) this.#warn(at, 'odd-votes', line);
    else if (this.votes === 'missing') this.votes = votes;
    else if (this.votes !== votes) this.#warn(at, 'said-twice', line);
    return true;
  }

  #takeAuthors(line: string, at: number): boolean {
    const read = readAuthors(line);
    if (!read) return false;
    if (read.odd) this.#warn(at, 'odd-authors', line);
    const first = this.authors;
    if (first.names.length > 0 && !areSameAuthors(first, read.authors)) this.#warn(at, 'said-twice', line);
    this.authors = firstAuthors(first, read.authors);
    return true;
  }

  #takeMedia(line: string, at: number): boolean {
    const media = readMedia(line);
    if (!media) return false;
    if (media === 'frame') return true;
    if (media === 'no-address') this.#warn(at, 'odd-media', line);
    else if (!this.media) this.media = media;
    else if (this.media.url !== media.url) this.#warn(at, 'said-twice', line);
    return true;
  }
}

/** `53`, `1,234` or `-`; null for anything else. */
function readVotes(written: string): Votes | null {
  if (/^[-–—]$/.test(written)) return 'dash';
  const votes = NUMBER.test(written) ? Number(written.replaceAll(',', '')) : Number.NaN;
  return votes <= VOTES_MAX ? votes : null;
}
