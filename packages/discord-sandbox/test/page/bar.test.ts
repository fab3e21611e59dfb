import { describe, expect, it, test } from 'vitest';
import { type Offers, offersFor, type Typing } from '../../page/bar/offers.ts';
import { choicesOf, findUsables, menusOf, usablesOf } from '../../page/model/commands.ts';
import { type Draft, draftOf, lineOf, missingOption, readLine, withFilled } from '../../page/model/draft.ts';
import { sentText, shownText, withMention } from '../../page/model/mentions.ts';
import { valuesOf } from '../../page/model/values.ts';
import english from '../../page/words/en.ts';
import { sayIn } from '../../page/words/words.ts';
import type { CommandOption } from '../../state/types.ts';
import { BOT, channelOf, commandOf, optionOf, userOf } from './samples.ts';

const COMMANDS = [
  commandOf(
    'top',
    [
      optionOf('period', {
        name_localizations: { ko: '기간' },
        choices: [
          { name: 'Week', name_localizations: { ko: '일주일' }, value: 'week' },
          { name: 'Month', name_localizations: { ko: '한 달' }, value: 'month' },
        ],
      }),
      optionOf('page', { type: 4, min_value: 1 }),
    ],
    { name_localizations: { ko: '인기' }, description_localizations: { ko: '인기 논문' } },
  ),
  commandOf('author', [optionOf('name', { required: true, autocomplete: true })]),
  commandOf('digest', [
    optionOf('subscribe', {
      type: 1,
      options: [optionOf('channel', { type: 7, required: true }), optionOf('quiet', { type: 5 })],
    }),
    optionOf('stop', { type: 1 }),
  ]),
  commandOf('for-users', [], { type: 2 }),
  commandOf('only-server', [], { contexts: [0] }),
];
const say = sayIn(english);
const place = {
  users: [userOf('1')],
  channels: [channelOf('c1', 'general')],
  roles: [{ id: 'r1', name: 'readers' }],
  say,
};
const choices = (option: CommandOption) => choicesOf(option, place);
const usables = usablesOf(COMMANDS, channelOf('c1'), 'en-US');
const korean = usablesOf(COMMANDS, channelOf('c1'), 'ko');

/** Reads a line and what would be sent for it. */
function sent(line: string, locale = 'en-US') {
  const draft = readLine(line, usablesOf(COMMANDS, channelOf('c1'), locale), locale);
  return draft && { name: draft.usable.name, ...valuesOf(draft, { say, locale, choices }) };
}

describe('commands', () => {
  it('are listed with their subcommands, in the chosen language, without those of other menus', () => {
    expect(usables.map(({ name }) => name)).toEqual([
      'top',
      'author',
      'digest subscribe',
      'digest stop',
      'only-server',
    ]);
    expect(korean[0]).toMatchObject({ name: 'top', shown: '인기', description: '인기 논문' });
  });

  it('are offered only where they can be used', () => {
    const direct = { id: 'd', type: 1 as const, flags: 0, last_message_id: null, recipients: [] };
    expect(usablesOf(COMMANDS, direct, 'en-US').map(({ name }) => name)).not.toContain('only-server');
  });

  it('are found by either name, those that begin with it first', () => {
    const found = (typed: string) => findUsables(korean, typed).map(({ name }) => name);
    expect(found('인')).toEqual(['top']);
    expect(found('TOP')).toEqual(['top', 'digest stop']);
    expect(found('s')).toEqual(['digest subscribe', 'digest stop', 'only-server']);
    expect(found('zz')).toEqual([]);
  });
});

describe('a line', () => {
  test.each([
    ['/top', { name: 'top', ok: true, options: {} }],
    ['/top period:month page:2', { name: 'top', ok: true, options: { period: 'month', page: 2 } }],
    ['/top month', { name: 'top', ok: true, options: { period: 'month' } }],
    ['/author Song Han', { name: 'author', ok: true, options: { name: 'Song Han' } }],
    ['/author name:"Han: Song"', { name: 'author', ok: true, options: { name: 'Han: Song' } }],
    [
      '/digest subscribe channel:general quiet:true',
      { name: 'digest subscribe', ok: true, options: { channel: 'c1', quiet: true } },
    ],
  ])('%s', (line, result) => {
    // A channel is called by its name with its sign, as the list shows it.
    expect(sent(line.replace('general', '#general'))).toEqual(result);
  });

  it('takes the names of the chosen language too', () => {
    expect(sent('/인기 기간:한 달', 'ko')).toEqual({ name: 'top', ok: true, options: { period: 'month' } });
    expect(sent('/top period:month', 'ko')).toEqual({ name: 'top', ok: true, options: { period: 'month' } });
  });

  test.each(['hello', '/unknown', '/topp', 'top', '/digest'])('%s is not a command', (line) => {
    expect(sent(line)).toBeNull();
  });

  it('without a required option, or with an invalid value, is not sent', () => {
    expect(sent('/author')).toMatchObject({
      ok: false,
      option: 'name',
      problem: 'This option is required: name',
    });
    expect(sent('/top period:century')).toMatchObject({ ok: false, option: 'period' });
    expect(sent('/top page:0')).toMatchObject({ ok: false, option: 'page' });
    expect(sent('/top page:1.5')).toMatchObject({ ok: false, option: 'page' });
    expect(sent('/digest subscribe channel:#nowhere')).toMatchObject({ ok: false, option: 'channel' });
  });

  it('reads as it was typed', () => {
    const draft = readLine('/top period:month', usables, 'en-US');
    expect(draft && lineOf(draft)).toBe('top period: month');
  });
});

/** What the list above the bar says while somebody types. */
function offered(draft: Draft, field: string | null = null, parts: Partial<Typing> = {}): Offers | null {
  return offersFor({
    draft,
    field,
    usables,
    users: [BOT, userOf('1'), userOf('2')],
    suggestions: { kind: 'none' },
    choices,
    say,
    locale: 'en-US',
    ...parts,
  });
}
const names = (offers: Offers | null) => offers?.offers.map(({ name }) => name);
const use = (name: string) => {
  const usable = usables.find((one) => one.name === name);
  if (!usable) throw new Error(name);
  return draftOf(usable);
};

describe('a mention', () => {
  const users = [BOT, userOf('1', { global_name: 'Mina' }), userOf('2', { global_name: 'Mina Kim' })];

  it('is completed at its place', () => {
    expect(withMention('hi @bo', BOT)).toBe('hi @Bot ');
    expect(withMention('@', BOT)).toBe('@Bot ');
  });

  test.each([
    ['@Bot hello', '<@9> hello'],
    ['hello @bot', 'hello <@9>'],
    ['@Bot야, @Mina에게', '<@9>야, <@1>에게'],
    ['@Mina Kim and @Mina', '<@2> and <@1>'],
    ['@user1', '<@1>'],
    ['me@bot.example, @Bots, @nobody', 'me@bot.example, @Bots, @nobody'],
    ['<@9> already', '<@9> already'],
  ])('%j is sent as %j', (typed, sent) => {
    expect(sentText(typed, users)).toBe(sent);
  });

  it('is shown as a name in plain text', () => {
    expect(shownText('<@9> and <@!1>, not <@77>', users)).toBe('@Bot and @Mina, not <@77>');
  });
});

describe('the menu of a message', () => {
  it('offers the message commands of the channel, in the chosen language', () => {
    const commands = [
      ...COMMANDS,
      commandOf('Find', [], { type: 3, name_localizations: { ko: '찾기' } }),
      commandOf('Here', [], { type: 3, contexts: [0] }),
    ];
    expect(menusOf(commands, channelOf('c1'), 'ko')).toEqual([
      { name: 'Find', shown: '찾기' },
      { name: 'Here', shown: 'Here' },
    ]);
    const direct = { id: 'd', type: 1, flags: 0, last_message_id: null, recipients: [BOT] } as const;
    expect(menusOf(commands, { ...direct, recipients: [BOT] }, 'en-US')).toEqual([
      { name: 'Find', shown: 'Find' },
    ]);
  });
});

describe('the list above the bar', () => {
  it('is not shown for an ordinary message', () => {
    expect(offered({ kind: 'text', text: 'hello /top' })).toBeNull();
  });

  it('offers users to mention by the typed letters, the bot first', () => {
    const typed = (text: string) => names(offered({ kind: 'text', text }));
    expect(typed('hi @')).toEqual(['@Bot', '@User 1', '@User 2']);
    expect(typed('@uSer')).toEqual(['@User 1', '@User 2']);
    expect(typed('@bo')).toEqual(['@Bot']);
    for (const text of ['a@bo', '@nobody', '@Bot ', '@Bot what']) expect(typed(text)).toBeUndefined();
  });

  it('offers commands from the first slash on, with the first one preselected', () => {
    expect(names(offered({ kind: 'text', text: '/au' }))).toEqual(['/author']);
    expect(offered({ kind: 'text', text: '/au' })?.first).toBe(0);
    expect(offered({ kind: 'text', text: '/zz' })).toMatchObject({
      offers: [],
      status: 'No matching command',
      first: null,
    });
  });

  it('offers further options, and leaves Enter to send', () => {
    expect(names(offered(use('top')))).toEqual(['period', 'page']);
    expect(offered(use('top'))?.first).toBeNull();
    expect(names(offered({ ...use('top'), rest: 'pa' }))).toEqual(['page']);
    expect(offered({ ...use('digest stop') })).toBeNull();
  });

  it('offers choices by the typed text, and all again once one is picked', () => {
    const draft = use('top');
    const typed = withFilled(draft, { name: 'period', text: 'mo', value: null });
    expect(names(offered(typed, 'period'))).toEqual(['Month']);
    const picked = withFilled(draft, { name: 'period', text: 'Month', value: 'month' });
    expect(names(offered(picked, 'period'))).toEqual(['Week', 'Month']);
    expect(offered(picked, 'period')?.first).toBeNull();
    expect(offered(withFilled(draft, { name: 'period', text: 'x', value: null }), 'period')?.status).toBe(
      'No matches',
    );
  });

  it('shows the state of the bot’s suggestions; the typed text may be sent as it is', () => {
    const at = (suggestions: Typing['suggestions']) => offered(use('author'), 'name', { suggestions });
    expect(at({ kind: 'loading' })?.status).toBe('Loading…');
    expect(at({ kind: 'failed' })?.status).toBe('The application did not respond');
    expect(at({ kind: 'choices', choices: [] })?.status).toBe('No matches');
    expect(at({ kind: 'choices', choices: [{ name: 'A', value: 'a' }] })).toMatchObject({
      first: null,
      status: '',
    });
  });

  it('asks for required options first', () => {
    expect(missingOption(use('author'))?.name).toBe('name');
    expect(missingOption(use('top'))).toBeUndefined();
  });
});
