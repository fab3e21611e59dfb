import { isContent } from '../read/meaning.ts';
import { has, isKorean, type Span } from '../read/span.ts';
import { tagList } from '../read/words.ts';

/** The words that a row of `words/dates.json` matches. */
interface Place {
  readonly spans: readonly Span[];
  readonly at: number;
  readonly length: number;
  /** The month or year that is talked of stands beside them, as it were. */
  readonly isWithin?: boolean;
}

const YEAR = /^(?:19|20)\d\d$/;
const OF_DATE = tagList(
  'month unit season half ago-year ago-month ago-week ago-quarter monthmark yearmark prev last this =this',
);
/** What one paper of a list has. */
const OF_ONE_PAPER = tagList('author first-author last-author vote title link code org summary');
/** Words between the parts of a date. */
const LINKS = /^(?:of|the|in|의|s)$/;
/** Words that stand before a part of a date. */
const LEADS = /^(?:in|of|during|for|from|to|until|since)$/;

/** Months that are ordinary words or names as well, and what stands before them as months. */
const WORDS = /^(?:may|march|mar|dec|sep|jun|jan)$/;
const BEFORE_MONTH = tagList('by start after before till between about third lead and or not');
const WORD_BEFORE_MONTH = /^(?:in|of|during|to|for|last|this|and)$/;
const WORD_BEHIND_MONTH = /^(?:too|also|then|instead)$/;

const isText = (span: Span | undefined, pattern: RegExp): boolean => pattern.test(span?.text ?? '');
const isDate = (span: Span | undefined): boolean => isText(span, YEAR) || has(span, ...OF_DATE);

const isOther = (span: Span | undefined): boolean =>
  span !== undefined && (isContent(span) || has(span, 'about'));

const first = ({ spans, at }: Place): Span | undefined => spans[at];
const next = ({ spans, at, length }: Place): Span | undefined => spans[at + length];
const isGlued = ({ spans, at, length }: Place): boolean => /^\s?$/.test(spans[at + length - 1]?.gap ?? '');

/** The span before or after a place, over words that link. */
function near({ spans, at }: Place, step: 1 | -1): Span | undefined {
  let place = at + step;
  while (isText(spans[place], LINKS)) place += step;
  return spans[place];
}

function beside(place: Place, fits: (span: Span | undefined) => boolean): boolean {
  return fits(near(place, -1)) || fits(near(place, 1));
}

/** What has to be true of words besides their tags, by name. */
export const CONDITIONS: Readonly<Record<string, (place: Place) => boolean>> = {
  'beside-date': (place) => beside(place, isDate),
  /** `Q4` before `quantization` is no date. */
  'in-date': (place) => isText(place.spans[place.at - 1], LEADS) || !isOther(next(place)),
  /** `last week of October`, `June, second week`, 10월 마지막 주. */
  'of-date': isOfDate,
  'behind-day': ({ spans, at }) => isText(spans[at - 1], /^(?:일|\d\d?(?:st|nd|rd|th)?)$/),
  /** Not `each week 5 papers`, `this week 5`. */
  numbered: ({ spans, at }) =>
    !isKorean(spans[at]) && !has(spans[at - 1], 'each', 'prev', 'last', 'this', 'num', 'ord', 'by'),
  /** `on Mondays`, `every Friday` are no date. */
  'one-weekday': (place) => !isText(first(place), /days$/) && !has(place.spans[place.at - 1], 'each'),
  season: (place) => beside(place, isDate) || isAmongOthers(place),
  weekend: (place) => isText(first(place), /^(?:주말|weekend)$/) && isAmongOthers(place),
  /** `recent` alone asks for the newest. `top new papers` has a date, `best papers about new materials` none. */
  ordered: ({ spans, at }) =>
    !has(spans[at - 1], 'most') &&
    !(isText(spans[at], /^(?:new|새로운)$/) && !has(spans[at + 1], 'top', 'paper')) &&
    spans.some((one) => has(one, 'top', 'busy', 'count', 'most', 'many', 'order')),
  /** `last night's game` is none of papers. */
  'of-papers': ({ spans, at }) =>
    !has(spans[at], 'off-topic') || spans.some((one) => has(one, 'paper', 'listed', 'digest', 'vote')),
  'month-name': isMonth,
  glued: isGlued,
  /** `3일치` counts days. */
  'marked-day': (place) => !has(next(place), 'ago') && !isText(next(place), /^(?:치|만에|차)$/),
  /** `on the 14th`, but not `of the 2nd paper`, `authors of the third`. */
  'on-the': (place) => {
    const [on, the] = place.spans.slice(Math.max(0, place.at - 2), place.at);
    const isOfOne = isText(on, /^of$/) && has(place.spans[place.at - 3], ...OF_ONE_PAPER);
    const isLed =
      isText(the, /^the$/) &&
      !isOfOne &&
      (has(on, 'not') || isText(on, /^(?:on|of|for|since|after|before|until|back to)$/));
    return (
      isLed && !has(next(place), 'paper', 'author', 'place', 'most', 'top', 'newest', 'oldest', 'fewest')
    );
  },
  /** `Oct '24`, `Oct-24`, `in oct 24`, `3rd Dec 24` */
  short: (place) => {
    const { gap = '' } = first(place) ?? {};
    const [lead, month] = place.spans.slice(Math.max(0, place.at - 2), place.at);
    const isOfMonth = has(month, 'month') && (gap === '-' || isText(lead, /^(?:in|\d\d?(?:st|nd|rd|th)?)$/));
    return (isOfMonth || /['’]$/.test(gap)) && isText(first(place), /^2[3-9]$/);
  },
  'four-digits': (place) => isText(first(place), /^\d{4}$/),
  'day-number': (place) =>
    isText(first(place), /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/) &&
    (beside(place, (span) => has(span, 'month')) || isBehindMark(place)) &&
    !has(next(place), 'place') &&
    // `what came 2nd in July?` asks for a place; `the 2nd of July` is a day.
    !(isText(first(place), /[a-z]$/) && isText(next(place), /^in$/)) &&
    !isCount(place),
};

function isOfDate(place: Place): boolean {
  const { spans, at, length, isWithin = false } = place;
  const isOf = isText(next(place), /^(?:of|in)$/);
  const after = near({ spans, at: at + length, length: 1 }, 1);
  const before = spans.slice(0, at).findLast((span) => !has(span, 'num', 'ending') && !isText(span, LINKS));
  const isBefore = has(next(place), 'month') && has(first(place), 'ord', 'first');
  return (
    isWithin ||
    isBefore ||
    (isOf && isDate(after)) ||
    has(before, 'month', 'monthmark', 'ago-month', 'unit:month')
  );
}

/** The 14 of 7월 14. */
function isBehindMark(place: Place): boolean {
  const isOther = has(next(place), 'num', 'unit-paper', 'vote', 'paper');
  return has(place.spans[place.at - 1], 'monthmark') && !isOther;
}

/** What a season or weekend alone stands behind in English, to be a time. */
const LEADS_ALONE = /^(?:in|over|over the|during|throughout|of|at|on|from|all|whole|entire)$/;

/** Whether a season or weekend alone is a time: `in summer`, 여름에, but not `in summer school`, 여름 관련. */
function isAmongOthers({ spans, at }: Place): boolean {
  const behind = spans.slice(at + 1).find((span) => !has(span, 'ending'));
  const lead = spans.slice(0, at).findLast(({ text }) => text !== 'the');
  if (isOther(behind)) return false;
  if (isKorean(spans[at])) return lead === undefined || !isContent(lead);
  return isText(lead, LEADS_ALONE) || has(lead, 'not', 'till', 'start', 'before', 'after');
}

/** Whether the name of a month is not another word or a person's name. */
function isMonth(place: Place): boolean {
  const { spans, at } = place;
  const [before, month, behind] = [spans[at - 1], spans[at], spans[at + 1]];
  // A bare month before a capitalised word, or between "by" and any other word, is a person ("April Chen"), not a date.
  const isBeforeName = behind !== undefined && behind.tags.length === 0 && behind.gap === ' ';
  if (isBeforeName && (behind.isLarge || before?.text === 'by')) return false;
  if (!isText(month, WORDS)) return true;
  const isLed = has(before, 'month', ...BEFORE_MONTH) || isText(before, WORD_BEFORE_MONTH);
  // `jun-dec`, `May or June`
  const isFirstOfTwo = has(behind, 'month') || has(spans[at + 2], 'month');
  const isBesideNumber = beside(place, (span) => isText(span, /^\d{1,4}(?:st|nd|rd|th)?$/));
  // `May this year`
  const isOfYear = has(behind, 'this', 'prev', 'last', '=this', '=last') && has(spans[at + 2], 'unit:year');
  // `march?`, `may too`
  const isAlone = before === undefined && (behind === undefined || isText(behind, WORD_BEHIND_MONTH));
  const isAtEnd = behind === undefined && !isText(month, /^(?:may|march)$/);
  return (
    isAlone ||
    isLed ||
    has(behind, 'onwards', 'left-out') ||
    isFirstOfTwo ||
    isBesideNumber ||
    isOfYear ||
    isAtEnd
  );
}

/** Whether a number counts papers: `top 5 of December`, `top 1, 2 and 3 of December`. */
function isCount({ spans, at }: Place): boolean {
  const before = spans.slice(0, at).findLast((one) => !has(one, 'num', 'and', 'till'));
  return has(before, 'top', 'fewest', 'newest', 'oldest', 'first', 'last', 'place', 'rank', 'most');
}
