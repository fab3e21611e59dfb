import {
  ApplicationCommandOptionType as Option,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server.ts';
import { call, loggedIn, places } from './support/discord.ts';
import { expectSpec } from './support/spec.ts';

let sandbox: Sandbox;
let path: string;
beforeEach(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  path = `/applications/${sandbox.applicationId}/commands`;
});
afterEach(() => sandbox.close());

const top: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  name: 'top',
  description: 'The most voted papers',
  name_localizations: { ko: '인기' },
  description_localizations: { ko: '가장 많은 표를 받은 논문' },
  options: [
    {
      type: Option.String,
      name: 'period',
      description: 'How long',
      name_localizations: { ko: '기간' },
      choices: [{ name: 'A day', name_localizations: { ko: '하루' }, value: 'day' }],
    },
    { type: Option.Integer, name: 'page', description: 'Which page', min_value: 1, max_value: 50 },
  ],
};

describe('registering commands', () => {
  test('discord.js registers and fetches them', async () => {
    const client = await loggedIn(sandbox);
    await client.application.commands.set([top]);
    const fetched = await client.application.commands.fetch({ withLocalizations: true });
    expect(fetched.map(({ name, nameLocalizations }) => [name, nameLocalizations])).toEqual([
      ['top', { ko: '인기' }],
    ]);
    expect(sandbox.commands().map(({ name }) => name)).toEqual(['top']);
    await client.destroy();
  });

  test('they are returned as Discord’s spec says', async () => {
    const { status, body } = await call(sandbox, 'PUT', path, [top, { name: 'today', description: 'x' }]);
    expect(status).toBe(200);
    if (!Array.isArray(body)) throw new Error('no list');
    for (const command of body) expectSpec('ApplicationCommandResponse', command);
  });

  test('translations are listed only if requested', async () => {
    await call(sandbox, 'PUT', path, [top]);
    const plain = JSON.stringify((await call(sandbox, 'GET', path)).body);
    expect(plain).not.toContain('인기');
    expect(plain).not.toContain('하루');
    const full = await call(sandbox, 'GET', `${path}?with_localizations=true`);
    expect(full.body).toMatchObject([{ name_localizations: { ko: '인기' } }]);
  });

  test('an overwrite drops missing commands and keeps the ids of the others', async () => {
    await call(sandbox, 'PUT', path, [top, { name: 'today', description: 'x' }]);
    const before = sandbox.commands();
    await call(sandbox, 'PUT', path, [{ ...top, description: 'Changed' }]);
    const after = sandbox.commands();
    expect(after.map(({ name, description }) => [name, description])).toEqual([['top', 'Changed']]);
    expect(after[0]?.id).toBe(before[0]?.id);
    expect(after[0]?.version).not.toBe(before[0]?.version);
  });

  test('a server has commands of its own besides the global ones', async () => {
    await call(sandbox, 'PUT', path, [top]);
    const own = `/applications/${sandbox.applicationId}/guilds/${sandbox.guildId}/commands`;
    await call(sandbox, 'PUT', own, [{ name: 'here', description: 'x' }]);
    expect((await call(sandbox, 'GET', own)).body).toMatchObject([
      { name: 'here', guild_id: sandbox.guildId },
    ]);
    expect(sandbox.commands().map(({ name }) => name)).toEqual(['here', 'top']);
  });

  test('one can be added, read, changed and removed', async () => {
    const added = await call(sandbox, 'POST', path, top);
    expect(added.status).toBe(201);
    expect((await call(sandbox, 'POST', path, top)).status).toBe(200);
    const [command] = sandbox.commands();
    const one = `${path}/${command?.id}`;
    expect((await call(sandbox, 'GET', one)).body).toMatchObject({ name: 'top' });
    expect((await call(sandbox, 'PATCH', one, { description: 'New' })).body).toMatchObject({
      description: 'New',
    });
    const gone = await call(sandbox, 'DELETE', one);
    expect(gone.status).toBe(204);
    expect(gone.headers.get('content-type')).toBeNull();
    expect((await call(sandbox, 'GET', one)).body).toMatchObject({ code: 10063 });
  });
});

const option = { type: Option.String, name: 'a', description: 'x' };
const many = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, i) => make(i));

describe('Discord’s rules for commands', () => {
  test.each<[rule: string, change: object, place: string]>([
    ['an upper-case name', { name: 'Top' }, 'name.APPLICATION_COMMAND_INVALID_NAME'],
    ['a name with a blank', { name: 'top papers' }, 'name.STRING_TYPE_REGEX'],
    ['a name of 33 characters', { name: 'x'.repeat(33) }, 'name.STRING_TYPE_REGEX'],
    ['no description', { description: undefined }, 'description.BASE_TYPE_REQUIRED'],
    ['an empty description', { description: '' }, 'description.BASE_TYPE_BAD_LENGTH'],
    ['a description of 101 characters', { description: 'x'.repeat(101) }, 'description.BASE_TYPE_BAD_LENGTH'],
    [
      'a locale Discord does not have',
      { name_localizations: { kr: 'x' } },
      'name_localizations.kr.BASE_TYPE_CHOICES',
    ],
    [
      '26 options',
      { options: many(26, (i) => ({ ...option, name: `o${i}` })) },
      'options.BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a required option after an optional one',
      { options: [option, { ...option, name: 'b', required: true }] },
      'options.1.APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'two options of one name',
      { options: [option, option] },
      'options.1.name.APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED',
    ],
    [
      'an upper-case option name',
      { options: [{ ...option, name: 'A' }] },
      'options.0.name.APPLICATION_COMMAND_INVALID_NAME',
    ],
    [
      '26 choices',
      { options: [{ ...option, choices: many(26, (i) => ({ name: `c${i}`, value: `${i}` })) }] },
      'options.0.choices.BASE_TYPE_MAX_LENGTH',
    ],
    [
      'choices together with autocomplete',
      { options: [{ ...option, autocomplete: true, choices: [{ name: 'c', value: 'c' }] }] },
      'options.0.autocomplete.APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
    ],
    [
      'a choice of the wrong type',
      { options: [{ ...option, choices: [{ name: 'c', value: 3 }] }] },
      'options.0.choices.0.value.APPLICATION_COMMAND_OPTIONS_CHOICE_TYPE',
    ],
    [
      'a subcommand beside a plain option',
      { options: [{ ...option, type: Option.Subcommand, name: 's' }, option] },
      'options.APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ],
    [
      'more than 8,000 characters in all',
      {
        options: many(25, (i) => ({
          ...option,
          name: `o${i}`,
          description: 'x'.repeat(100),
          choices: many(3, (j) => ({ name: `${j}${'n'.repeat(90)}`, value: `${j}` })),
        })),
      },
      'APPLICATION_COMMAND_TOO_LARGE',
    ],
    [
      'more than 8,000 characters in the longest translations',
      {
        options: many(25, (i) => ({
          ...option,
          name: `o${i}`,
          choices: many(4, (j) => ({
            name: `${j}`,
            value: `${j}`,
            name_localizations: { ko: `${j}${'가'.repeat(90)}` },
          })),
        })),
      },
      'APPLICATION_COMMAND_TOO_LARGE',
    ],
    [
      'a type of option that is none',
      { options: [{ ...option, type: 99 }] },
      'options.0.type.UNION_TYPE_CHOICES',
    ],
  ])('%s is refused', async (_, change, place) => {
    const { status, body } = await call(sandbox, 'PUT', path, [
      { name: 'fine', description: 'x' },
      { ...top, ...change },
    ]);
    expect(status).toBe(400);
    expect(places(body)).toContain(`1.${place}`);
    expect(sandbox.commands()).toEqual([]);
  });

  test('two commands of one name are refused', async () => {
    const { body } = await call(sandbox, 'PUT', path, [top, top]);
    expect(places(body)).toEqual(['1.APPLICATION_COMMANDS_DUPLICATE_NAME']);
  });

  test('more than a hundred commands are refused', async () => {
    const commands = many(101, (i) => ({ name: `c${i}`, description: 'x' }));
    expect((await call(sandbox, 'PUT', path, commands)).body).toMatchObject({ code: 30032 });
  });

  test('a body that is not a list is refused', async () => {
    expect((await call(sandbox, 'PUT', path, { name: 'top' })).status).toBe(400);
  });
});
