import { isEnglish } from '../text/lexicon/concepts.ts';
import { personMeant } from './read/lookups.ts';
import { isContent, isGlue, type Meaning } from './read/meaning.ts';
import type { Reading } from './read/reading.ts';
import { has, isNameLike, type Span } from './read/span.ts';
import { tagList } from './read/words.ts';

/** A subject of so many words describes a paper; cues among them are likelier a part of it. */
const WORDS_MIN = 4;
/** A search for a smaller share of these words has lost its subject. */
const SHARE_MIN = 0.7;
/** Options that one word may fill by chance: `수많은 모델` orders nothing by votes, `one-second clips` are no second place. */
const BY_CHANCE = ['query', 'sort', 'show', 'exclude', 'place', 'limit', 'from', 'to', 'author'];
/** Words of one chat that a subject may have. */
const CHATS = ['of-what', 'who-are-you', 'off-topic', 'opinion', 'task', 'unheld', 'future', 'change'];
/** Log-odds above which small talk stays small talk. */
const SMALL_TALK = 1;
/** What orders or counts papers. */
const ORDERS = tagList('newest oldest top most many few fewest order vote star count first last');
/** What an order or a number stands beside if it orders papers. */
const ORDERED = tagList('paper unit-paper vote star show recommend what which who');
/** What a question for papers of a period has. */
const LISTING = tagList('paper unit-paper vote star publish listed digest');
/** A time that something takes, not one of publishing: `over three weeks`, 21일 동안. */
const DURATION = /^(?:over|within|in|for) |(?:동안|간|이내|내|만에)$/;

/**
 * Whether a question describes a subject, although some of its words cue an order, small talk, a title or a name:
 * `처음과 끝 프레임 사이를 채우는 영상 생성`, `how should I cut long documents before indexing them?`
 *
 * @param odds of `offArchive`
 */
export function isDescribed(meaning: Meaning, reading: Reading, odds: number): boolean {
  const { spans, tags, papers, authors, organizations } = meaning;
  const words = spans.filter(isContent).flatMap(({ text }) => text.split(' '));
  if (words.length < WORDS_MIN) return false;
  if (reading.is === 'missing') return true;
  if (organizations.length > 0) return false;
  if (reading.is === 'about' && papers.length === 1) return isNamedByChance(meaning);
  if (papers.length > 0 || !authors.every((name) => isNobody(name, meaning))) return false;
  if (!spans.filter((span) => has(span, 'DATE')).every((span) => isDuration(span, meaning))) return false;
  if (reading.is === 'chat')
    return CHATS.includes(reading.about) && !tags.has('never-held') && odds <= SMALL_TALK;
  if (reading.is !== 'invocation' || reading.invocation.command !== 'search') return false;
  const { options } = reading.invocation;
  const { query, ...others } = options;
  if (!Object.keys(others).every((name) => BY_CHANCE.includes(name)) || isOrdering(spans)) return false;
  const kept = words.filter((word) => String(query ?? '').includes(word)).length;
  return Object.keys(others).length > 0 || kept < SHARE_MIN * words.length;
}

/** Whether a paper's name is a word of the question by chance, and another paper fits the question better: `text maps`. */
function isNamedByChance({ spans, papers, library, line }: Meaning): boolean {
  const named = spans.filter((span) => has(span, 'PAPER'));
  if (named.some((span) => isNameLike(span) && !isEnglish(span.text))) return false;
  const [best] = library.search.search(line, {}, 1);
  return best !== undefined && !papers.includes(best.id);
}

/** Whether words behind `by` are written as no name and are no author's: `by exploiting spatial locality`. */
function isNobody(name: string, { library }: Meaning): boolean {
  return !/\p{Lu}/u.test(name) && personMeant(name, library).is === 'none';
}

function isDuration({ start, end }: Span, { line, spans }: Meaning): boolean {
  return DURATION.test(line.slice(start, end)) && !spans.some((span) => has(span, ...LISTING));
}

/** Whether a word for an order or a count stands beside one for papers or votes, or at the end. */
function isOrdering(spans: readonly Span[]): boolean {
  const told = spans.filter((span) => !isGlue(span));
  return told.some((span, at) => {
    const isOrder = has(span, ...ORDERS);
    if (!isOrder && !has(span, 'num', 'ord')) return false;
    const beside = [told[at - 1], told[at + 1]];
    const isBeside = beside.some((one) => has(one, ...ORDERED) || (!isOrder && has(one, ...ORDERS)));
    return isBeside || (isOrder && at === told.length - 1);
  });
}
