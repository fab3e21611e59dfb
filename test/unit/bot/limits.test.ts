import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { type OpenLibrary, openLibrary } from '../../../src/library.ts';
import { render } from '../../../src/messages/render.ts';
import { NOW, SEEDS } from '../../support/app.ts';
import { shown } from '../messages/samples.ts';

let app: OpenLibrary;
beforeAll(async () => {
  app = await openLibrary(readConfig({ DATABASE_URL: 'sqlite::memory:', SEEDS_DIR: SEEDS }), ({ error }) => {
    throw error;
  });
  return () => app.close();
});

const COMMANDS = [
  ['search', { query: 'agents' }],
  ['paper', { paper: '2412.04467' }],
  ['author', { name: 'Song Han' }],
  ['today', {}],
  ['find-these-papers', { text: '2412.04467' }],
] as const;

describe('a person may use a command ten times in a row, then once a second', () => {
  test.each(COMMANDS)('/%s', async (command, options) => {
    const asking = (asker: string, seconds: number) =>
      app.dispatch({ command, options, now: NOW.add({ seconds }), asker });
    const person = `first-${command}`;
    for (let times = 0; times < 10; times += 1) expect((await asking(person, 0)).kind).not.toBe('notice');
    const refused = await asking(person, 0);
    expect(refused).toMatchObject({ text: { key: 'errors.command.often', values: { count: 1 } } });
    expect(shown(render(refused, 'en'))).toContain('Try again in 1 second');
    expect(shown(render(refused, 'ko'))).toContain('1초 뒤에');
    expect((await asking(`second-${command}`, 0)).kind).not.toBe('notice');
    expect((await asking(person, 1)).kind).not.toBe('notice');
    expect((await asking(person, 1)).kind).toBe('notice');
  });

  test('and all commands count together', async () => {
    const asking = (command: string, options: Record<string, unknown>) =>
      app.dispatch({ command, options, now: NOW, asker: 'mixed' });
    for (let times = 0; times < 5; times += 1)
      for (const [command, options] of COMMANDS.slice(0, 2)) await asking(command, options);
    expect(await asking('author', { name: 'Song Han' })).toMatchObject({ kind: 'notice' });
  });

  test('the terminal is not limited', async () => {
    for (let times = 0; times < 30; times += 1)
      expect((await app.dispatch({ command: 'help', options: {}, now: NOW })).kind).toBe('help');
  });
});

describe('suggestions', () => {
  const typing = (asker: string, milliseconds: number, typed = 'song') =>
    app.suggest({
      command: 'author',
      option: 'name',
      options: {},
      typed,
      locale: 'en',
      now: NOW.add({ milliseconds }),
      asker,
    });

  test('come for thirty letters in a row, then for five a second, and not faster', async () => {
    for (let times = 0; times < 30; times += 1) expect(await typing('1', 0)).not.toEqual([]);
    expect(await typing('1', 0)).toEqual([]);
    expect(await typing('2', 0)).not.toEqual([]);
    expect(await typing('1', 200)).not.toEqual([]);
    expect(await typing('1', 200)).toEqual([]);
  });
});
