import type { Calendar } from '../text/dates/calendar.ts';
import { sensesIn } from '../text/lexicon/concepts.ts';
import type { Resumed } from './conversation/follow-up.ts';
import { describedIn, type Meaning } from './read/meaning.ts';
import type { Chat, Reading } from './read/reading.ts';
import { has, numberIn, type Span } from './read/span.ts';
import type { Tag } from './read/words.ts';
import learned from './words/off-archive.json' with { type: 'json' };

interface Learned {
  readonly bias: number;
  readonly weights: readonly { readonly tenths: number; readonly clues: readonly string[] }[];
}

const { bias, weights }: Learned = learned;
const WEIGHTS: ReadonlyMap<string, number> = new Map(
  weights.flatMap(({ tenths, clues }) => clues.map((clue) => [clue, tenths / 10] as const)),
);

/**
 * Log-odds above which a question is refused: one that was read into a command, one that is looked for in texts or was found
 * there, and one that goes on from another.
 */
const LINE = { command: 0, texts: 2, found: 3, goesOn: 3 };
/** Share of a question that a paper must have. */
const FOUND = 0.85;
/** Log-odds below which a subject is looked for, although words of it are those of small talk: `cheapest way to train LLMs`. */
const SUBJECT = -0.5;
/** Small talk that shares words with subjects. */
const MAYBE: readonly Chat[] = ['off-topic', 'opinion'];
/** What the words of a refused question tell about it, most telling first. */
const CHATS: readonly Chat[] = [
  'inject',
  'thanks',
  'bye',
  'insult',
  'praise',
  'hello',
  'unheld',
  'task',
  'change',
  'opinion',
  'future',
];

/**
 * Corrects what a question was read as by all of its words: one that no archive of papers can answer becomes small talk, and
 * a subject with a word of small talk becomes a question to the texts.
 *
 * @param odds of `offArchive`
 */
export function corrected({ reading, goesOn }: Resumed, meaning: Meaning, odds: number): Reading {
  if (reading.is === 'unreadable' || isOfName(reading, meaning)) return reading;
  if (reading.is === 'chat') {
    const isMaybe = MAYBE.includes(reading.about) && isSubject(odds);
    return isMaybe ? { is: 'quotes', query: describedIn(meaning) } : reading;
  }
  if (!isOff(reading, odds, goesOn === true, meaning)) return reading;
  const about = CHATS.find((chat) => meaning.tags.has(chat));
  return { is: 'chat', about: about ?? 'off-topic' };
}

/** Whether a question names a subject, by its log-odds. */
export const isSubject = (odds: number): boolean => odds < SUBJECT;

/** Shares of the papers that have a word, in steps. */
const FEW = 0.002;
const SOME = 0.013;
/** More words of a kind do not count. */
const COUNT_MAX = 6;

/** Whether no archive can answer a question, by what it was read as. */
function isOff(reading: Reading, odds: number, goesOn: boolean, { library, tags }: Meaning): boolean {
  const { search } = library;
  if (reading.is === 'about') return odds > LINE.texts;
  // `which papers are about quantum chemistry of whales` asks for papers, be there none.
  if (tags.has('paper') && tags.has('about')) return odds > LINE.found;
  if (reading.is !== 'quotes') return odds > (goesOn ? LINE.goesOn : LINE.command);
  if (odds <= LINE.texts || odds > LINE.found) return odds > LINE.found;
  const [best] = search.search(reading.query, {}, 1);
  return best === undefined || best.coverage < FOUND;
}

/**
 * Whether a question is about a name that no word of it certainly is, of a paper (`who wrote Vinoground`) or a person, or about
 * the paper talked of before.
 */
export function isOfName(reading: Reading, { spans }: Meaning): boolean {
  const isTold = (tag: Tag) => spans.some((span) => has(span, tag));
  if (reading.is === 'missing' || reading.is === 'which') return true;
  if (reading.is === 'about') return !isTold('PAPER');
  if (reading.is !== 'invocation') return false;
  const { paper, author, name } = reading.invocation.options;
  return (paper !== undefined && !isTold('PAPER')) || ((author ?? name) !== undefined && !isTold('AUTHOR'));
}

/**
 * How much a question looks like one that no archive of papers can answer: small talk, orders, other subjects, facts that it
 * does not hold. A logistic regression over the questions of `bench/quality/questions` (`npm run learn`).
 *
 * @returns log-odds: 0 is as likely as not, as long as the index cannot tell how many papers have a word
 */
export function offArchive(meaning: Meaning): number {
  if (!meaning.library.search.isReady) return 0;
  const known = cluesOf(meaning).flatMap((clue) => WEIGHTS.get(clue) ?? []);
  return bias / 10 + known.reduce((sum, weight) => sum + weight, 0) / Math.sqrt(Math.max(1, known.length));
}

/** What a question is judged by: its words with names replaced by their kind, pairs of words, tags, and how well the archive knows them. */
export function cluesOf({ line, spans, library, calendar }: Meaning): readonly string[] {
  const symbols = ['^', ...spans.map((span) => symbolOf(span, calendar)), '$'];
  const kinds = ['^', ...spans.map(({ tags }) => kindOf(tags[0] ?? 'none')), '$'];
  const { papers } = library.archive.totals();
  const content = spans.filter((span) => span.tags.length === 0 || has(span, 'TOPIC'));
  const isTerm = ({ text }: Span) => sensesIn([text]).length > 0;
  const known = content.map((span) => {
    const share = library.search.papersWith(span.text) / papers;
    const step = share === 0 ? 'no' : share < FEW ? 'few' : share < SOME ? 'some' : 'many';
    return `papers:${step}${isTerm(span) ? ' term' : ''}`;
  });
  const [terms, words] = [content.filter(isTerm).length, content.length];
  return [
    ...new Set([
      ...symbols.slice(1, -1).map((symbol) => `word:${symbol}`),
      ...spans.flatMap(({ tags }) => tags.map((tag) => `tag:${kindOf(tag)}`)),
      ...pairs(symbols).map((pair) => `words:${pair}`),
      ...pairs(kinds).map((pair) => `tags:${pair}`),
      ...known,
      `terms:${Math.min(COUNT_MAX, terms)} of ${Math.min(COUNT_MAX, words)}`,
      `cues:${Math.min(COUNT_MAX, spans.length - words)}`,
      ...(line.includes('?') ? ['?'] : []),
    ]),
  ];
}

/** A word, or what the name of something is the name of. */
function symbolOf(span: Span, { today }: Calendar): string {
  const [from = ''] = span.values;
  if (has(span, 'DATE') && from > today) return 'FUTURE';
  const name = span.tags.find((tag) => /^[A-Z]+$/.test(tag));
  return name ?? (numberIn(span) === null ? span.text : 'NUMBER');
}

const kindOf = (tag: string): string => tag.split(':')[0] ?? '';

function pairs(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, at) => `${words[at]} ${word}`);
}
