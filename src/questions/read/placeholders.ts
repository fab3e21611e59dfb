import { isFrame } from './function-words.ts';
import type { Library } from './query.ts';

/** Titles and ids that stand in a question word for word, taken out: a date or an `or` in them asks for nothing. */
export interface Masked {
  readonly text: string;
  /** What stood there, by the character that stands there now. */
  readonly masks: ReadonlyMap<string, string>;
}

const FIRST = 0xe000;
const HITS = 30;
const MASKS_MAX = 8;

/** arXiv ids as people type them, links too. */
const IDS =
  /(?:https?:\/\/\S+?|arxiv\s*:\s*)?(?<![\d.])\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d+)?(?:\.pdf)?(?![\d])|\b[a-z-]+(?:\.[A-Z]{2})?\/\d{7}\b/giu;

/** Words of the frame that are names as well. */
const ALSO_NAMES = /^(?:he|her|you|so|an|in|do|may|will|to|see|well)$/;

/** `kaiming he` is written as a name where somebody is called so: its words would else be taken for others. */
function withLargeNames(question: string, archive: Library['archive']): string {
  const words = question.split(' ');
  for (const [place, word] of words.entries()) {
    const before = words[place - 1] ?? '';
    if (!ALSO_NAMES.test(word) || !/^\p{L}{2,}$/u.test(before) || isFrame(before)) continue;
    const { exact, spellings } = archive.findAuthors(`${before} ${word}`);
    if (exact === null && spellings.length === 0) continue;
    words[place - 1] = large(before);
    words[place] = large(word);
  }
  return words.join(' ');
}

function large(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Takes out what only the code may write, so that nobody can type a mask. */
export function unmarked(text: string): string {
  return text.replace(/[\ue000-\uf8ff]/g, ' ');
}

export function mask(question: string, { archive, search }: Library): Masked {
  const masks = new Map<string, string>();
  let text = withLargeNames(question, archive);
  const hide = (pattern: RegExp) => {
    text = text.replace(pattern, (typed) => {
      if (masks.size >= MASKS_MAX) return typed;
      const mark = String.fromCharCode(FIRST + masks.size);
      masks.set(mark, typed);
      return ` ${mark}`;
    });
  };
  hide(IDS);
  const titles = search
    .search(question, {}, HITS)
    .flatMap(({ id }) => archive.paper(id)?.title ?? [])
    .sort((a, b) => b.length - a.length);
  for (const title of titles) hide(wordForWord(title, 'giu', 2));
  for (const title of titles) {
    const [, head] = /^([^:]+):\s/.exec(title) ?? [];
    // A name that is an ordinary word (`Lotus`) is one only where it is written like the name.
    if (head !== undefined) hide(wordForWord(head, /[\d-]|.\p{Lu}/u.test(head) ? 'giu' : 'gu', 1));
  }
  return { text, masks };
}

/** Puts back what was taken out. */
export function unmask(text: string, { masks }: Pick<Masked, 'masks'>): string {
  return text.replace(/[\ue000-\uf8ff]/g, (mark) => masks.get(mark) ?? '').trim();
}

/** Matches the words of a title with anything but letters between them; nothing where it has too few. */
function wordForWord(title: string, flags: string, fewest: number): RegExp {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < fewest || words.join('').length < 4) return /(?!)/g;
  const end = /[\p{L}\p{N}]$/u.test(title) ? '' : '[^\\p{L}\\p{N}\\s]?';
  return new RegExp(
    `(?<![\\p{L}\\p{N}\\ue000-\\uf8ff-])${words.join('[^\\p{L}\\p{N}\\ue000-\\uf8ff]+')}(?!-|[\\p{N}a-zA-Z])${end}`,
    flags,
  );
}
