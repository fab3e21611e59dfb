import type { Day, PaperId } from '../../archive/paper.ts';
import { SourceError } from '../failure.ts';
import type { ListedDay, PaperAnswer, Source } from '../source.ts';
import {
  ENTRIES_MAX,
  keyOf,
  otherDayOf,
  readDailyPapers,
  readPaperAnswer,
  shown,
  unreadableAs,
} from './daily-papers.ts';
import { type HttpOptions, JsonHttp, type Outside, outside } from './http.ts';

/** The maximum of the API. */
const PAGE = 100;
/** Of one day; the busiest recorded day had one. */
const PAGES_MAX = 30;
/** A day is read again if its list changes meanwhile. */
const READINGS = 2;

/** @see https://huggingface.co/docs/hub/api `GET /api/daily_papers` */
export class HuggingFace implements Source {
  readonly origin = 'huggingface';
  readonly #url: string;
  readonly #http: JsonHttp;

  /** @param url without a slash at its end */
  constructor(url: string, around: Outside = outside, options: HttpOptions = {}) {
    this.#url = url;
    this.#http = new JsonHttp(around, options);
  }

  /**
   * Reads a day's list as it is now. If the answer is another day's list, this returns an empty one with a warning.
   *
   * @throws SourceError without an answer, or if most of it is unreadable
   */
  async day(date: Day, signal?: AbortSignal): Promise<ListedDay> {
    const entries = new Map<string, unknown>();
    for (let reading = 0; reading < READINGS; reading += 1) {
      const moved = await this.#readPages(date, entries, signal);
      if (!moved) break;
    }
    const list = [...entries.values()];
    const other = otherDayOf(list, date);
    const day = readDailyPapers(other === null ? list : []);
    if (other !== null) return { ...day, warnings: [{ line: 1, rule: 'other-day', text: other }] };
    const unreadable = unreadableAs(day);
    if (unreadable === null) return day;
    const { unread, line, text } = unreadable;
    const reason = `${unread} of ${unreadable.entries} entries cannot be read, the first in place ${line}: ${text}`;
    throw new SourceError('odd', { url: this.#urlOf(date), reason });
  }

  async paper(id: PaperId, signal?: AbortSignal): Promise<PaperAnswer | null> {
    const url = `${this.#url}/api/papers/${id}`;
    try {
      const answer = readPaperAnswer(id, await this.#http.get(url, signal));
      if (typeof answer !== 'string') return answer;
      throw new SourceError('odd', { url, reason: `not this paper: ${answer}` });
    } catch (error) {
      if (error instanceof SourceError && error.kind === 'refused' && error.values.reason === '404')
        return null;
      throw error;
    }
  }

  /**
   * Reads pages until one brings nothing new. Asks for as many papers as the first page had, so that a server with smaller
   * pages numbers them alike; a server without paging repeats the first page.
   *
   * @returns whether the list changed meanwhile, so that a paper may have moved to a page that was already read
   */
  async #readPages(date: Day, entries: Map<string, unknown>, signal?: AbortSignal): Promise<boolean> {
    const seen = new Set<string>();
    let moved = false;
    let size = PAGE;
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const list = await this.#readPage(date, size, page, signal);
      if (page === 0) size = Math.min(PAGE, list.length);
      const keys = distinct(list.map(keyOf));
      const known = keys.filter((key) => seen.has(key)).length;
      if (known === list.length) return moved;
      moved ||= known > 0;
      for (const [place, key] of keys.entries()) {
        seen.add(key);
        entries.set(key, list[place]);
      }
    }
    return moved;
  }

  async #readPage(date: Day, size: number, page: number, signal?: AbortSignal): Promise<readonly unknown[]> {
    const url = `${this.#urlOf(date)}&limit=${size}&p=${page}`;
    const list = await this.#http.get(url, signal);
    if (!Array.isArray(list)) throw new SourceError('odd', { url, reason: `no list: ${shown(list)}` });
    if (list.length <= ENTRIES_MAX) return list;
    const reason = `${list.length} entries, at most ${ENTRIES_MAX} are read`;
    throw new SourceError('large', { url, reason });
  }

  #urlOf(date: Day): string {
    return `${this.#url}/api/daily_papers?date=${date}`;
  }
}

/** Makes keys unique by place: an entry that is twice on a page does not mean that the list changed. */
function distinct(keys: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return keys.map((key, place) => {
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew ? key : `${place} ${key}`;
  });
}
