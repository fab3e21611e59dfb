import { isContent, type Meaning } from '../read/meaning.ts';
import { has, isKorean, type Span } from '../read/span.ts';
import { type Tag, tagList } from '../read/words.ts';

/** Words that say a time by themselves. */
const TIMES = tagList(
  'season weekday unit:weekend recent length days half year-third month-third vague step ago-day ago-week ago-month ago-quarter ago-year',
);
/** Words that say one behind `last`, a number and the like: `last week`, `3 days`. */
const UNITS: readonly Tag[] = ['unit', 'daymark', 'monthmark', 'yearmark'];
const TELLING = tagList('prev last this next =this =next');
const COUNTING = tagList('num ord one first =few =several');

/** The words of time in a question that no option holds, as typed; null if there are none. */
export function unreadTime({ spans, used, line }: Meaning): string | null {
  const isUnread = (at: number): boolean => {
    const [before, span, behind] = [spans[at - 1], spans[at], spans[at + 1]];
    // `which weekend` asks for one.
    if (span === undefined || used.has(span) || has(before, 'which', 'what')) return false;
    // 6월 한달 says again what the date says.
    if (has(span, 'length') && has(before, 'DATE')) return false;
    // `3-day forecasts` are what papers are about, 한 달에 and `every 3 months` ask for each, 한 달치 says it again, `more than one day` counts days.
    const isOther =
      (/^[에치]$/.test(behind?.text ?? '') && has(span, 'length', 'days', ...UNITS)) ||
      (behind !== undefined && isContent(behind));
    const isCounted =
      has(before, ...COUNTING) && !has(spans[at - 2], 'each', 'than', 'more', 'less', 'atleast', 'atmost');
    const isShow = has(span, 'show') && span.gap !== '' && has(before, 'num');
    return !isOther && (has(span, ...TIMES) || (has(span, ...UNITS) && isCounted && !isShow));
  };
  const all = spans.flatMap((_, at) => (isUnread(at) ? [at] : []));
  const [first] = all;
  if (first === undefined) return null;
  const start =
    spans.slice(0, first).findLastIndex((span) => !has(span, ...TELLING, ...COUNTING, ...UNITS)) + 1;
  const last = all.filter((at, place) => at === first + place).at(-1) ?? first;
  return line.slice(spans[start]?.start, spans[last]?.end);
}

/** What is no date after all belongs to what papers are about: `late interaction`, `summer school`, `about summer`. */
export function withTopics(spans: readonly Span[]): readonly Span[] {
  return spans.map((span, at) => {
    const [before, behind] = [spans[at - 1], spans[at + 1]];
    const isJoined = behind !== undefined && isContent(behind) && /^[ -]$/.test(behind.gap);
    const isPart = isJoined && !isKorean(span) && has(span, 'third', 'unit:half');
    const isSubject = isJoined || has(isKorean(span) ? behind : before, 'about');
    return isPart || (isSubject && has(span, 'season')) ? { ...span, tags: [] } : span;
  });
}
