import fc from 'fast-check';
import {
  type Amount,
  type Answer,
  type Change,
  type Choice,
  type DailyPost,
  type Fact,
  PAPER_FIELDS,
  type Page,
  type Wanted,
} from '../../../src/answers/answer.ts';
import { FOLLOWED } from '../../../src/answers/follow.ts';
import type { Counted } from '../../../src/answers/vote-dates.ts';
import type { AuthorCount, Ranked } from '../../../src/archive/archive.ts';
import { ORDER_NAMES } from '../../../src/archive/orders.ts';
import type {
  AsOf,
  AuthorList,
  DatedListing,
  Day,
  Details,
  Origin,
  Paper,
  Section,
  Votes,
} from '../../../src/archive/paper.ts';
import {
  type Delivery,
  EVERY,
  type PaperFilter,
  type Subscription,
} from '../../../src/delivery/subscriptions/subscription.ts';
import type { Text } from '../../../src/errors.ts';

/** Everything that formats, links, mentions, hides, reorders or breaks, and ordinary words to stand between. */
const PIECES = [
  ...[
    '**',
    '*',
    '_',
    '__',
    '~~',
    '||',
    '`',
    '```',
    '\\',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '@',
    '#',
    ':',
    '-',
    '+',
    '|',
  ],
  ...[
    '@everyone',
    '@here',
    '<@123>',
    '<@!1>',
    '<@&9>',
    '<#42>',
    '</top:1234>',
    '<id:home>',
    '<t:1:R>',
    ':smile:',
  ],
  ...[
    '<:a:123>',
    '<a:b:1>',
    'https://evil.example/x',
    'http://a.b',
    '<https://a.b>',
    'discord.gg/abc',
    'Discord.com/invite/a',
  ],
  ...[
    '[a](https://evil.example)',
    '](https://evil.example)',
    '# ',
    '## ',
    '-# ',
    '- ',
    '* ',
    '> ',
    '>>> ',
    '1. ',
    '2) ',
  ],
  ...[
    'steam://run',
    '<mail@a.b>',
    '<mailto:a@b.c>',
    '{{count}}',
    '$t(help.title)',
    '$&',
    '$1',
    '%',
    '=',
    'x=*',
    '~',
    '.',
  ],
  ...[
    '\n',
    '\r\n',
    '\n\n\n',
    '\t',
    ' ',
    '  ',
    '\u2028',
    '\u0000',
    '\b',
    '\f',
    '\u200B',
    '\u200D',
    '\u202E',
    '\u2066',
    '\uFEFF',
  ],
  ...[
    '\u00AD',
    '\u034F',
    '\u3164',
    '\u2800',
    '\uD800',
    '\uDC00',
    '\u{E0041}',
    '\u0301',
    '\u0301\u0301\u0301',
    '\u2062',
    '\\u2062',
  ],
  ...[
    '👩‍👩‍👧‍👦',
    '👩🏽‍🚀',
    '🇰🇷',
    '❤️‍🔥',
    '1️⃣',
    '가',
    '한글 논문을 읽습니다. ',
    'مرحبا',
    'שלום',
    '冗',
    'ﷺ',
    'é',
    '𝒳',
    '🎉',
  ],
  ...[
    'attention',
    'Is All You Need',
    'a',
    'I',
    'et al.',
    'e.g.',
    '3.5',
    'GPT-[n]',
    '$\\times$',
    'A. ',
    'B! ',
    'x'.repeat(300),
  ],
];

/** Anything, from nothing to thousands of characters of Markdown soup. */
export const anyText = (most = 4000): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        ' ',
        '\u200B',
        '\uD83D',
        '*',
        '\\',
        '[',
        '가'.repeat(most),
        '*'.repeat(most),
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...PIECES), fc.integer({ min: 1, max: most }))
        .map(([piece, length]) =>
          `${piece}b`.repeat(Math.ceil(length / (piece.length + 1))).slice(0, length),
        ),
    },
  );

const anyDay: fc.Arbitrary<Day> = fc
  .date({ min: new Date('2007-04-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const anyVotes: fc.Arbitrary<Votes> = fc.oneof(
  fc.nat(2_000_000),
  fc.constantFrom<Votes>('dash', 'missing', 0),
);

const digits = (length: number): fc.Arbitrary<string> =>
  fc.nat(10 ** length - 1).map((number) => String(number).padStart(length, '0'));

const anyId: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(digits(4), digits(5)).map(([month, number]) => `${month}.${number}`) },
  { weight: 1, arbitrary: digits(7).map((number) => `cs/${number}`) },
  // Nothing lets such an id in; should it ever come, it must not make an address.
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '../../evil', '2412.04467)](https://evil.example', 'x'.repeat(300)),
  },
);

const anyNames = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.oneof(anyText(200), fc.constantFrom('Song Han', 'OpenAI')), { maxLength: 8 }),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 25, max: 663 })
      .map((length) => Array.from({ length }, (_, at) => `Name ${at}`)),
  },
);

const anySections: fc.Arbitrary<Section[]> = fc.array(
  fc.record({
    heading: fc.oneof(
      fc.constantFrom(
        null,
        "What's New",
        'What’s New',
        'Technical Details',
        'Performance Highlights',
        '고찰',
      ),
      anyText(300),
    ),
    text: anyText(5000),
  }),
  { maxLength: 30 },
);

const anyAsOf: fc.Arbitrary<AsOf> = fc.oneof(
  anyDay,
  fc.record({ day: anyDay }),
  fc.integer({ min: 0, max: 4_000_000_000_000 }),
);

const anyCounted: fc.Arbitrary<Counted | null> = fc.option(fc.record({ first: anyAsOf, last: anyAsOf }));

/** Addresses as sources check them, and such as none should let through. */
const anyAddress = fc.oneof(
  fc.webUrl(),
  fc.constantFrom(
    'https://github.com/owner/name',
    'https://github.com/owner/name)](https://evil.example)',
    'http://github.com/owner/name',
    'https://evil.example/github.com/owner/name',
    'https://a@b.example/',
    `https://a.example/${'x'.repeat(3000)}`,
    'javascript:alert(1)',
    '',
  ),
  anyText(300),
);

const anyDetails: fc.Arbitrary<Details> = fc.record({
  abstract: fc.option(anyText(12_000)),
  keywords: fc.array(anyText(200), { maxLength: 30 }),
  aiSummary: fc.option(anyText(4000)),
  organization: fc.option(anyText(300)),
  code: fc.option(anyAddress),
  project: fc.option(anyAddress),
  hiddenAuthors: fc.nat(663),
});

export const anyPaper: fc.Arbitrary<Paper> = fc
  .record({
    id: anyId,
    title: anyText(),
    votes: anyVotes,
    names: anyNames,
    cut: fc.boolean(),
    sections: anySections,
    days: fc.array(anyDay, { minLength: 1, maxLength: 6 }),
    doubtful: fc.boolean(),
    details: fc.option(anyDetails),
    votesAsOf: anyAsOf,
    written: fc.option(fc.record({ en: anySections, ko: anySections }, { requiredKeys: [] }), {
      nil: undefined,
    }),
  })
  .map(({ id, title, votes, names, cut, sections, days, doubtful, details, votesAsOf, written }) => {
    const authors: AuthorList = { names, cut, ...(details !== null && { ordered: true }) };
    const origins: readonly Origin[] = details === null ? ['markdown'] : ['markdown', 'huggingface'];
    const listingOf = (date: Day): DatedListing => ({
      date,
      paperId: id,
      title,
      votes,
      authors,
      media: { kind: 'image', url: 'javascript:alert(1)' },
      sections,
      origins,
      votesAsOf,
      ...(details !== null && { details }),
    });
    const [first = '2024-12-06', ...others] = days;
    const listings: Paper['listings'] = [listingOf(first), ...others.map(listingOf)];
    return {
      id,
      title,
      authors,
      listings,
      votes,
      votesAsOf,
      media: null,
      sections,
      details,
      origins,
      doubtful,
      written,
    };
  });

const anyRanked = (maxLength: number): fc.Arbitrary<Ranked[]> =>
  fc
    .array(fc.record({ paper: anyPaper, votes: anyVotes, votesAsOf: anyAsOf, date: anyDay }), { maxLength })
    .map((papers) => papers.map((ranked, index) => ({ ...ranked, rank: index + 1 })));

const pageOf = <Item>(items: fc.Arbitrary<Item[]>): fc.Arbitrary<Page<Item>> =>
  fc.record({
    items,
    page: fc.integer({ min: 1, max: 30 }),
    pages: fc.integer({ min: 1, max: 30 }),
    total: fc.nat(10_000),
  });

const anyCount: fc.Arbitrary<AuthorCount> = fc.record({ name: anyText(200), papers: fc.nat(500) });

const anyCommand = fc.constantFrom('today', 'top', 'paper', 'author');

const anyChoice = (command: string, option: string): fc.Arbitrary<Choice> =>
  fc.record({
    label: anyText(400),
    remark: fc.constantFrom<Text>(
      { key: 'remarks.otherOrder' },
      { key: 'remarks.papers', values: { count: 3 } },
    ),
    invocation: anyText(300).map((value) => ({ command, options: { [option]: value } })),
  });

const anyChoices: fc.Arbitrary<Choice[]> = fc.oneof(
  fc.array(anyChoice('paper', 'paper'), { maxLength: 40 }),
  fc.array(fc.oneof(anyChoice('author', 'name'), anyChoice('paper', 'paper')), { maxLength: 40 }),
  fc.array(
    anyChoice('top', 'period').map(({ label, invocation }) => ({ label, invocation })),
    { maxLength: 7 },
  ),
);

const again = fc.record({
  command: anyCommand,
  options: fc.dictionary(fc.constantFrom('name', 'date', 'period'), anyText(300), { maxKeys: 2 }),
});

const anyChanges: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    text: fc.oneof(
      fc.constantFrom<Text>(
        { key: 'found.change.votes' },
        { key: 'ask.change.day', values: { date: '2024-12-06' } },
      ),
      anyText(300).map((title): Text => ({ key: 'ask.change.paper', values: { title } })),
    ),
    invocation: anyText(300).map((question) => ({ command: 'ask', options: { question } })),
  }),
  { maxLength: 7 },
);

const anyTexts = fc.array(anyText(300), { maxLength: 5 });

const anyPeriod = fc.record({ from: fc.option(anyDay), to: fc.option(anyDay) });

const anyWanted: fc.Arbitrary<Wanted> = fc.record({
  exclude: anyTexts,
  query: fc.option(anyText(300)),
  without: fc.option(anyText(300)),
  filter: fc.record({
    from: fc.option(anyDay),
    to: fc.option(anyDay),
    except: fc.option(anyPeriod),
    authors: anyTexts,
    anyAuthor: anyTexts,
    notAuthors: anyTexts,
    firstAuthor: fc.option(anyText(300)),
    lastAuthor: fc.option(anyText(300)),
    organizations: anyTexts,
    notOrganizations: anyTexts,
    minVotes: fc.option(fc.nat()),
    maxVotes: fc.option(fc.nat()),
    minAuthors: fc.option(fc.nat()),
    maxAuthors: fc.option(fc.nat()),
    title: fc.option(anyText(300)),
    code: fc.option(fc.boolean()),
  }),
  sameDay: fc.option(anyPaper),
});

const anyAmount: fc.Arbitrary<Amount> = fc.oneof(
  fc.record({ as: fc.constantFrom('list', 'count', 'months') }),
  fc.record({ as: fc.constant('sum'), votes: fc.nat(), unknown: fc.nat(9) }),
  fc.record({
    as: fc.constant('average'),
    average: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })),
    known: fc.nat(),
    unknown: fc.nat(9),
  }),
);

const anyBy = fc.constantFrom('papers', 'votes');

const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    is: fc.constant('fields'),
    of: fc.uniqueArray(fc.constantFrom(...PAPER_FIELDS), { minLength: 1, maxLength: 3 }),
    papers: fc.array(
      fc.record({
        paper: anyPaper,
        author: fc.option(anyText(300)),
        places: fc.array(
          fc.record({
            from: anyDay,
            to: anyDay,
            place: fc.option(fc.nat()),
            isListed: fc.boolean(),
            among: fc.nat(),
          }),
          { maxLength: 4 },
        ),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    asked: fc.option(anyText(300)),
  }),
  fc.record({
    is: fc.constant('ranking'),
    what: fc.constantFrom('authors', 'organizations', 'days', 'months', 'co-authors'),
    by: anyBy,
    order: fc.constantFrom('most', 'fewest'),
    min: fc.option(fc.nat()),
    author: fc.option(anyText(300)),
    total: fc.option(fc.nat()),
    wanted: anyWanted,
    rows: pageOf(
      fc.array(
        fc.record({
          name: fc.oneof(anyText(300), anyDay, fc.constant('2024-12')),
          papers: fc.nat(),
          votes: fc.nat(),
          place: fc.nat(),
        }),
        { maxLength: 10 },
      ),
    ),
  }),
  fc.record({
    is: fc.constant('per-day'),
    by: anyBy,
    amount: fc.nat(),
    days: fc.nat(3),
    wanted: anyWanted,
  }),
  fc.record({
    is: fc.constant('comparison'),
    what: fc.constantFrom('papers', 'authors', 'organizations', 'periods'),
    by: anyBy,
    rows: fc.array(
      fc.record({
        name: fc.oneof(anyText(300), fc.constant('2024-01-01..2024-12-31')),
        paper: fc.option(anyPaper),
        papers: fc.nat(),
        votes: fc.option(fc.nat()),
      }),
      { maxLength: 10 },
    ),
    wanted: anyWanted,
  }),
  fc.record({
    is: fc.constant('holdings'),
    of: fc.constantFrom('all', 'from', 'to', 'days', 'latest', 'papers'),
    first: anyDay,
    last: anyDay,
    days: fc.nat(),
    papers: fc.nat(),
    latest: fc.nat(),
  }),
);

const period = fc.constantFrom('day', 'week', 'month', 'year', 'all');

const anySnowflake = fc.bigInt({ min: 10n ** 17n, max: 10n ** 19n }).map(String);

const anyMoment = fc.integer({ min: 1_700_000_000_000, max: 2_000_000_000_000 });

const anyPost: fc.Arbitrary<DailyPost> = fc.record({
  kind: fc.constant('post'),
  date: anyDay,
  votes: fc.nat(),
  counted: anyCounted,
  total: fc.nat(60),
  top: anyRanked(14),
  papers: anyRanked(30),
  roleId: fc.option(anySnowflake),
  style: fc.constantFrom('cards', 'compact', 'titles'),
});

const anyFilter: fc.Arbitrary<PaperFilter> = fc.record(
  {
    query: anyText(300),
    author: anyText(300),
    organization: anyText(300),
    exclude: anyText(300),
    min_votes: fc.nat(),
  },
  { requiredKeys: [] },
);

const anyKey = fc.oneof(anyDay, fc.constantFrom('2026-W34', '2026-W53', '2026-08'));

const anySubscription: fc.Arbitrary<Subscription> = fc.record({
  name: anyText(32),
  every: fc.constantFrom(...EVERY),
  monthDay: fc.integer({ min: 1, max: 31 }),
  filters: fc.array(anyFilter, { maxLength: 1 }),
  minPapers: fc.integer({ min: 1, max: 1000 }),
  tagId: fc.option(anySnowflake),
  title: fc.option(anyText(60)),
  id: fc.uuid(),
  guildId: anySnowflake,
  userId: anySnowflake,
  channelId: anySnowflake,
  channelKind: fc.constantFrom('text', 'announcement', 'forum', 'thread'),
  time: fc.constantFrom('00:00', '09:30', '23:59'),
  zone: fc.constantFrom('Asia/Seoul', 'America/Argentina/ComodRivadavia', 'UTC'),
  days: fc.constantFrom<Subscription['days']>([1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5], [6], [1, 3, 5]),
  top: fc.integer({ min: 1, max: 10 }),
  locale: fc.constantFrom('en', 'ko'),
  roleId: fc.option(anySnowflake),
  style: fc.constantFrom('cards', 'compact', 'titles'),
  thread: fc.boolean(),
  state: fc.constantFrom('active', 'paused', 'suspended'),
  suspendedFor: fc.option(
    fc.constantFrom(
      'unknown-channel',
      'unknown-guild',
      'missing-access',
      'missing-permissions',
      'wrong-channel',
      'invalid-form',
      'thread-closed',
      'needs-tag',
      'blocked-content',
      'refused',
    ),
  ),
  activeSince: anyMoment,
});

const anyDelivery: fc.Arbitrary<Delivery> = fc.record({
  id: fc.uuid(),
  subscriptionId: fc.uuid(),
  edition: anyKey,
  firing: fc.option(anyDay),
  state: fc.constantFrom('sending', 'delivered', 'retry', 'suspended'),
  attempts: fc.nat(9),
  firstSentAt: fc.option(anyMoment),
  messageIds: fc.array(anySnowflake, { maxLength: 3 }),
  reason: fc.option(fc.constant('HTTP 502')),
});

/** Any answer of each kind, whatever an archive may hold. */
export const anyAnswer: { readonly [Kind in Answer['kind']]: fc.Arbitrary<Extract<Answer, { kind: Kind }>> } =
  {
    digest: fc.record({
      kind: fc.constant('digest'),
      date: anyDay,
      asked: anyDay,
      today: anyDay,
      votes: fc.nat(),
      counted: anyCounted,
      isFinal: fc.boolean(),
      page: pageOf(anyRanked(30)),
      again,
      earlier: fc.option(anyDay),
      later: fc.option(anyDay),
    }),
    post: anyPost,
    preview: fc.record({ kind: fc.constant('preview'), subscription: anySubscription, post: anyPost }),
    subscription: fc.record({
      kind: fc.constant('subscription'),
      event: fc.constantFrom('created', 'changed', 'paused', 'resumed', 'removed', 'confirm-removal'),
      subscription: anySubscription,
      next: fc.option(anyMoment),
    }),
    subscriptions: fc.record({
      kind: fc.constant('subscriptions'),
      page: pageOf(
        fc.array(
          fc.record({
            subscription: anySubscription,
            last: fc.option(anyDelivery),
            next: fc.option(anyMoment),
            role: fc.constantFrom('notified', 'silent', 'gone', null),
          }),
          { maxLength: 5 },
        ),
      ),
      again: fc.constant({ command: 'digest status', options: {} }),
    }),
    posted: fc.record({
      kind: fc.constant('posted'),
      subscription: anySubscription,
      result: fc.oneof(
        fc.record({
          kind: fc.constantFrom('delivered', 'already'),
          edition: anyKey,
          messageId: fc.option(anySnowflake),
        }),
        fc.record({ kind: fc.constantFrom('waiting', 'skipped'), edition: anyKey }),
        fc.record({ kind: fc.constant('suspended'), edition: anyKey, subscription: anySubscription }),
      ),
    }),
    citations: fc.record({
      kind: fc.constant('citations'),
      papers: fc.array(anyPaper, { minLength: 1, maxLength: 5 }),
      format: fc.constantFrom('bibtex', 'ris', 'markdown'),
      as: fc.constantFrom('text', 'file'),
    }),
    save: fc.record({
      kind: fc.constant('save'),
      paper: anyPaper,
      isSaved: fc.boolean(),
      total: fc.nat(1000),
    }),
    saved: fc.record({
      kind: fc.constant('saved'),
      query: fc.option(anyText(300)),
      total: fc.nat(1000),
      page: pageOf(anyRanked(10)),
      again: fc.constant({ command: 'saved', options: {} }),
    }),
    personal: fc.record({
      kind: fc.constant('personal'),
      event: fc.constantFrom('shown', 'confirm', 'erased'),
      held: fc.array(
        fc.record({
          key: fc.constantFrom('privacy.saved', 'privacy.setUp'),
          values: fc.record({ count: fc.nat(1000) }),
        }),
        { maxLength: 4 },
      ),
    }),
    trends: fc.integer({ min: 1, max: 40 }).chain((months) =>
      fc.record({
        kind: fc.constant('trends'),
        period: fc.constantFrom('half', 'year', 'all'),
        table: fc.record({
          by: fc.constantFrom('keywords', 'titles'),
          months: fc.constant(
            Array.from(
              { length: months },
              (_, at) => `20${20 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
            ),
          ),
          totals: fc.array(fc.nat(500), { minLength: months, maxLength: months }),
          lines: fc.array(
            fc.record({
              name: anyText(300),
              counts: fc.array(fc.nat(500), { minLength: months, maxLength: months }),
            }),
            { minLength: 1, maxLength: 5 },
          ),
        }),
        picture: fc.constant(new Uint8Array([1, 2, 3])),
        again: fc.constant({ command: 'trends', options: { period: 'year' } }),
      }),
    ),
    'personal-export': fc.record({
      kind: fc.constant('personal-export'),
      data: fc.constant({ person: '1', saved_papers: [] }),
    }),
    following: fc.record({
      kind: fc.constant('following'),
      event: fc.constantFrom('list', 'followed', 'already', 'unfollowed'),
      filter: fc.option(anyFilter),
      subscription: fc.option(anySubscription),
      next: fc.option(anyMoment),
      page: pageOf(fc.array(anyFilter, { maxLength: 5 })),
    }),
    'follow-choices': fc.record({
      kind: fc.constant('follow-choices'),
      paper: anyPaper,
      choices: fc.array(fc.record({ what: fc.constantFrom(...FOLLOWED), value: anyText(100) }), {
        maxLength: 30,
      }),
    }),
    news: fc.record({
      kind: fc.constant('news'),
      date: anyDay,
      total: fc.nat(60),
      of: fc.nat(60),
      groups: fc.array(fc.record({ filter: anyFilter, papers: anyRanked(14) }), { maxLength: 50 }),
      papers: anyRanked(30),
      mark: fc.constant({ command: 'following', options: { post: '2026-08-20' } }),
    }),
    permissions: fc.record({
      kind: fc.constant('permissions'),
      channelId: anySnowflake,
      missing: fc.subarray(['ViewChannel', 'SendMessages', 'EmbedLinks', 'ReadMessageHistory'], {
        minLength: 1,
      }),
    }),
    top: fc.record({
      kind: fc.constant('top'),
      period,
      from: anyDay,
      to: anyDay,
      shifted: fc.boolean(),
      page: pageOf(anyRanked(30)),
      again,
    }),
    paper: fc.record(
      {
        kind: fc.constant('paper'),
        paper: anyPaper,
        allAuthors: fc.option(pageOf(anyNames)),
        show: fc.constantFrom('abstract', 'summary'),
      },
      { requiredKeys: ['kind', 'paper', 'allAuthors'] },
    ),
    author: fc.record({
      kind: fc.constant('author'),
      name: anyText(300),
      spellings: fc.array(anyCount, { maxLength: 12 }),
      swapped: fc.array(anyCount, { maxLength: 12 }),
      first: anyDay,
      last: anyDay,
      votes: fc.nat(),
      coAuthors: fc.array(anyCount, { maxLength: 12 }),
      page: pageOf(anyRanked(30)),
      again,
    }),
    choice: fc.record({
      kind: fc.constant('choice'),
      of: fc.constantFrom('paper', 'author', 'organization'),
      query: anyText(300),
      choices: anyChoices,
    }),
    facts: fc.record({
      kind: fc.constant('facts'),
      fact: anyFact,
      again,
      changes: anyChanges,
    }),
    passages: fc
      .record({
        kind: fc.constant('passages' as const),
        question: anyText(300),
        passages: fc.array(
          fc.record({
            paper: anyPaper,
            date: anyDay,
            sentences: fc.array(anyText(2000), { minLength: 1, maxLength: 5 }),
          }),
          { minLength: 1, maxLength: 5 },
        ),
      })
      .chain((answer) =>
        fc
          .array(
            fc.record({
              text: anyText(400),
              papers: fc.subarray(answer.passages.map(({ paper }) => paper.id)),
            }),
            { maxLength: 6 },
          )
          .map((rephrased) => ({ ...answer, rephrased })),
      ),
    refusal: fc.record({
      kind: fc.constant('refusal'),
      reason: fc.constantFrom('paper', 'period', 'answer', 'doubtful', 'unsummarized'),
      query: anyText(400),
      period: fc.option(fc.record({ from: anyDay, to: anyDay })),
      first: anyDay,
      last: anyDay,
      of: fc.constantFrom('paper', 'author'),
      choices: anyChoices,
      changes: anyChanges,
    }),
    named: fc.record({
      kind: fc.constant('named'),
      papers: anyRanked(40),
      more: fc.nat(9),
      missing: fc.array(fc.oneof(anyText(40), fc.constantFrom('2412.04467', 'cs/0112017')), {
        maxLength: 40,
      }),
    }),
    found: fc.record({
      kind: fc.constant('found'),
      wanted: anyWanted,
      like: fc.option(anyPaper),
      sort: fc.constantFrom('relevance', ...ORDER_NAMES),
      part: fc.record({
        limit: fc.option(fc.nat()),
        place: fc.option(fc.nat()),
        placeTo: fc.option(fc.nat()),
      }),
      amount: anyAmount,
      total: fc.nat(),
      isLimited: fc.boolean(),
      first: anyDay,
      last: anyDay,
      words: fc.array(anyText(20), { maxLength: 8 }),
      page: pageOf(
        anyRanked(30).chain((all) =>
          fc.tuple(
            ...all.map((ranked) =>
              fc.record({ ranked: fc.constant(ranked), quote: fc.option(anyText(2000)) }),
            ),
          ),
        ),
      ),
      again,
      changes: anyChanges,
    }),
    help: fc.record({
      kind: fc.constant('help'),
      totals: fc.record({
        digests: fc.nat(),
        papers: fc.nat(),
        listings: fc.nat(),
        authors: fc.nat(),
        votes: fc.nat(),
        first: fc.option(anyDay),
        last: fc.option(anyDay),
      }),
      commands: fc.array(
        fc.record({
          name: fc.constantFrom('today', 'top', 'paper', 'author', 'help', 'unheard'),
          options: fc.array(fc.constantFrom('date', 'page', 'period', 'name', 'unheard'), { maxLength: 6 }),
          subcommands: fc.array(fc.constantFrom('subscribe', 'unheard'), { maxLength: 7 }),
        }),
        { maxLength: 80 },
      ),
    }),
    notice: fc.record({
      kind: fc.constant('notice'),
      tone: fc.constantFrom('info', 'error', 'bug'),
      text: fc.oneof(
        anyText().map((query): Text => ({ key: 'errors.paper.none', values: { query } })),
        anyText().map((value): Text => ({ key: 'errors.date.unreadable', values: { value } })),
        fc.constant<Text>({ key: 'errors.bug', values: { id: 'ab12cd34' } }),
      ),
      choices: anyChoices,
    }),
  };
