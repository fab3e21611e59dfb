import { isContent, isGlue, type Meaning } from './read/meaning.ts';
import type { Reading } from './read/reading.ts';
import { has, type Span } from './read/span.ts';
import { tagList } from './read/words.ts';

/** A subject of so many words describes a paper; cues among them are likelier a part of it. */
const WORDS_MIN = 4;
/** Options that one word may fill by chance: `수많은 모델` orders nothing by votes. */
const BY_CHANCE = ['query', 'sort', 'show', 'exclude'];
/** Words of one chat that a subject may have. */
const CHATS = ['of-what', 'who-are-you', 'off-topic', 'opinion', 'task', 'unheld', 'future', 'change'];
/** What orders or counts papers. */
const ORDERS = tagList('newest oldest top most many few fewest order vote star count first last');
/** What an order stands beside if it orders papers. */
const ORDERED = tagList('paper unit-paper vote star show recommend what which who');

/**
 * Whether a question describes a subject, although some of its words cue an order, small talk or a title:
 * `처음과 끝 프레임 사이를 채우는 영상 생성`, `how should I cut long documents before indexing them?`
 */
export function isDescribed(
  { spans, papers, authors, organizations, periods }: Meaning,
  reading: Reading,
): boolean {
  const words = spans.filter(isContent).flatMap(({ text }) => text.split(' '));
  if (words.length < WORDS_MIN) return false;
  if (reading.is === 'missing') return true;
  if (papers.length + authors.length + organizations.length + periods.length > 0) return false;
  if (reading.is === 'chat') return CHATS.includes(reading.about);
  if (reading.is !== 'invocation' || reading.invocation.command !== 'search') return false;
  const names = Object.keys(reading.invocation.options);
  return names.length > 1 && names.every((name) => BY_CHANCE.includes(name)) && !isOrdering(spans);
}

/** Whether a word for an order or a count stands beside one for papers or votes, or at the end. */
function isOrdering(spans: readonly Span[]): boolean {
  const told = spans.filter((span) => !isGlue(span));
  return told.some((span, at) => {
    if (!has(span, ...ORDERS)) return false;
    const beside = [told[at - 1], told[at + 1]];
    return at === told.length - 1 || beside.some((one) => has(one, ...ORDERED));
  });
}
