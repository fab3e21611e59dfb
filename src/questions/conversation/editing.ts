import type { Invocation, Options } from '../../answers/invocation.ts';
import { type Days, daysBefore } from '../../text/dates/parts.ts';
import { picked } from '../read/heads.ts';
import { contentOf, type Meaning } from '../read/meaning.ts';
import { has, numberIn } from '../read/span.ts';
import table from '../words/follow-ups.json' with { type: 'json' };
import {
  EDITS,
  hasTag,
  isLed,
  isOnly,
  optionsOf,
  type Resumed,
  runs,
  type TalkedOf,
  without,
} from './follow-up.ts';

/** A period in another year, or month. @param start how its days begin there */
export function moved({ from, to }: Days, start: string): Days {
  return { from: start + from.slice(start.length), to: start + to.slice(start.length) };
}

/** Options before that do not outlive a new one. */
const REPLACED: ReadonlyMap<string, string> = new Map(Object.entries(table.replaced));

/** Options of papers that no ranking or comparison has. */
const OF_PAPERS = ['title', 'code', 'min_votes', 'max_votes', 'min_authors', 'max_authors'];

const TOPIC_WORDS_MAX = 4;

/** Lays the options of a follow-up over those before: `only 2025`, `and in November?`, `제일 추천 많은 건?` */
export function edited(meaning: Meaning, known: TalkedOf): Resumed | null {
  const { before, search, alone } = known;
  if (before === null) return null;
  const { drops } = meaning;
  const own = alone.is === 'invocation' ? alone.invocation : null;
  if (own !== null && ['rank', 'compare'].includes(own.command) && drops.length === 0)
    return withLimits(own, (search ?? before).options, meaning);
  const changes = changesIn(meaning, known, before);
  if (before.command === 'rank' || before.command === 'compare') {
    const others = before.command === 'compare' ? [...OF_PAPERS, 'limit'] : OF_PAPERS;
    if (Object.keys(changes).some((name) => others.includes(name))) return null;
    const rest = { ...without(before.options, drops), ...without(changes, ['sort', 'place', 'show']) };
    return drops.length + Object.keys(changes).length > 0 ? runs(before.command, rest) : null;
  }
  // `change it to September: who is first?` after a fact of a paper of the list.
  const isOther = ['organization', 'author'].some(
    (name) => meaning.options[name] && known.list?.options[name],
  );
  const changed = search ?? (isOther || hasTag(meaning, 'swap') ? known.list : null);
  if (changed === null || drops.length + Object.keys(changes).length === 0) return null;
  const { sort, author, organization } = changed.options;
  const replaced = Object.keys(changes).flatMap((name) => REPLACED.get(name)?.split(' ') ?? []);
  // `오늘 1위`, `어제는?`: the same place of another day.
  const isOtherTime = Object.keys(changes).every((name) => name === 'from' || name === 'to');
  const whole = meaning.tags.has('archive') ? ['from', 'to'] : [];
  const kept = without(changed.options, [...(isOtherTime ? [] : ['place']), ...whole, ...replaced, ...drops]);
  if (sort === 'authors' && changes.sort === 'fewest') changes.sort = 'fewest-authors';
  const was =
    meaning.authors.length > 0 ? author : meaning.organizations.length > 0 ? organization : undefined;
  if (author !== undefined && was === author && hasTag(meaning, 'with') && !hasTag(meaning, 'swap'))
    changes.author = `${was};${changes.author}`;
  return runs('search', { ...kept, ...changes }, was === undefined ? undefined : String(was));
}

/** A ranking or comparison with the period and topic before, unless it is of the whole archive. */
function withLimits({ command, options }: Invocation, before: Options, { tags }: Meaning): Resumed {
  const { from, to, query } = before;
  // The best of the months is none of the one month talked of.
  const isOneMonth = options.what === 'months' && String(from).slice(0, 7) === String(to).slice(0, 7);
  const isWhole = tags.has('archive') || command === 'compare' || (isOneMonth && query === undefined);
  const kept = isWhole ? {} : picked(before, 'from', 'to', 'query', 'organization');
  return runs(command, { ...kept, ...options });
}

/** The options that a follow-up changes; none if it has words that fill none. */
function changesIn(meaning: Meaning, known: TalkedOf, before: Invocation): Options {
  const { tags, options, spans } = meaning;
  const query = contentOf(meaning);
  // `about robots`, `추론 관련만`: the topic of the list before; 그중 비디오만: one more.
  const isAmong = tags.has('them') || spans.some(({ text }) => text === '만' || text === 'only');
  const isOn = tags.has('about') && known.shown.length !== 1;
  if (query !== '' && !isLed(meaning) && !isAmong && !isOn) return {};
  // `make that 3`
  const [limit] = isOnly(meaning, 'num', 'lead', 'bar')
    ? meaning.spans.flatMap((span) => numberIn(span) || [])
    : [];
  const { not_organization, not_author, ...kept } = options;
  // `no, not Qwen: ByteDance`
  const isSwap =
    (not_organization !== undefined && not_organization === before.options.organization) ||
    (not_author !== undefined && not_author === before.options.author);
  const given = tags.has('swap') ? swappedIn(options, before) : isSwap ? kept : options;
  const changes = {
    ...atBar({ ...(limit && { limit }), ...given }, meaning, before),
    ...inTimeOf(meaning, known),
    ...(isTogether(meaning) ? {} : optionsOf(EDITS, meaning, before)),
    ...(tags.has('flip') && options.sort === undefined && turnedAround(known.search, before.command)),
  };
  if (query === '' || query.split(' ').length > TOPIC_WORDS_MAX) return changes;
  const topic = isAmong ? known.search?.options.query : undefined;
  return { ...changes, query: topic === undefined ? query : `${topic} ${query}` };
}

/** Orders and their opposites. */
const OPPOSITES: Readonly<Record<string, string>> = {
  votes: 'fewest',
  fewest: 'votes',
  newest: 'oldest',
  oldest: 'newest',
};

/** The order of lists that name none. */
const ORDERS: Readonly<Record<string, string>> = { author: 'newest', today: 'votes' };

/** `flip it`: the order of before, the other way around. */
function turnedAround(search: Invocation | null, command: string): Options {
  const opposite = OPPOSITES[search?.options.sort ?? ORDERS[command] ?? ''];
  return opposite === undefined ? {} : { sort: opposite };
}

/** `together with February?`, 2월이랑 합치면?: the period of before and one beside it. */
const isTogether = ({ tags, spans }: Meaning): boolean =>
  tags.has('DATE') &&
  (spans.some(({ text }) => text === 'together with') ||
    (tags.has('sum') && (tags.has('and') || tags.has('with'))));

/** `replace NVIDIA with Google`, `Yao Lu instead of Song Han`: without the names that were given before. */
function swappedIn(options: Options, before: Invocation): Options {
  const swapped = ['author', 'organization'].flatMap((name) => {
    const old = String(before.options[name]).split(';');
    const others = String(options[name] ?? '')
      .split(';')
      .filter((one) => !old.includes(one));
    return options[name] === undefined || others.length === 0 ? [] : [[name, others.join(';')]];
  });
  return { ...options, ...Object.fromEntries(swapped) };
}

const BARS = ['min_votes', 'max_votes', 'min_authors', 'max_authors'];

/** `lower the bar to 10`, `그럼 5개 이상은?`: a number that is no limit of a list, but of its votes or authors. */
function atBar({ limit, ...others }: Options, meaning: Meaning, before: Invocation): Options {
  const bar = BARS.find((name) => before.options[name] !== undefined);
  const isBar = bar !== undefined && hasTag(meaning, 'bar', 'atleast', 'atmost', 'more', 'less');
  return limit === undefined ? others : { ...others, [isBar ? bar : 'limit']: limit };
}

/** `And in November?`, `and on the 14th?`: a month without its year, or a day without its month, is that talked of. */
function inTimeOf(meaning: Meaning, { days }: TalkedOf): Partial<Days> {
  const {
    spans,
    periods: [own],
    calendar,
  } = meaning;
  if (days === null || own === undefined) return {};
  // `extend that through May` begins where the period before did.
  if (own.from === calendar.first && days.from <= own.to) return { from: days.from };
  const length = spans.some((span) => has(span, 'monthless')) ? 'yyyy-mm'.length : 'yyyy'.length;
  const isOpen = spans.some((span) => has(span, 'yearless')) && own.from.slice(0, 4) === own.to.slice(0, 4);
  const moving = isOpen ? moved(own, days.to.slice(0, length)) : own;
  if (!isTogether(meaning)) return isOpen ? moving : {};
  const [first, last] = days.from < moving.from ? [days, moving] : [moving, days];
  return daysBefore(last.from, 1) <= first.to ? { from: first.from, to: last.to } : moving;
}
