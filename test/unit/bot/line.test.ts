import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '../../../src/bot/command.ts';
import { readLine } from '../../../src/bot/line.ts';
import { loadCommands } from '../../../src/library.ts';

let commands: ReadonlyMap<string, Command>;
beforeAll(async () => {
  commands = await loadCommands();
});

describe('a line typed as in Discord', () => {
  test.each([
    ['/author name:Song Han', 'author', { name: 'Song Han' }],
    ['/author Song Han', 'author', { name: 'Song Han' }],
    ['author   name:Song Han  page:2', 'author', { name: 'Song Han', page: '2' }],
    ['/top period:month page:2', 'top', { period: 'month', page: '2' }],
    ['/top month', 'top', { period: 'month' }],
    ['/paper 2412.04467', 'paper', { paper: '2412.04467' }],
    ['/paper arxiv:2412.04467v2', 'paper', { paper: 'arxiv:2412.04467v2' }],
    ['/paper https://arxiv.org/abs/2412.04467', 'paper', { paper: 'https://arxiv.org/abs/2412.04467' }],
    ['/paper Mamba: Linear-Time Sequence', 'paper', { paper: 'Mamba: Linear-Time Sequence' }],
    ['/paper paper:"a page: of it" authors:2', 'paper', { paper: 'a page: of it', authors: '2' }],
    ['/author name:"Rob \\"Bob\\" Roy"', 'author', { name: 'Rob "Bob" Roy' }],
    ['/paper "arxiv_like:x"', 'paper', { paper: 'arxiv_like:x' }],
    ['/저자 이름:Song Han', 'author', { name: 'Song Han' }],
    ['/오늘', 'today', {}],
    ['/today', 'today', {}],
    ['/today date:', 'today', { date: '' }],
    ['/top period:Month', 'top', { period: 'month' }],
    ['/top ALL TIME', 'top', { period: 'all' }],
    ['/인기 기간:한 달 페이지:2', 'top', { period: 'month', page: '2' }],
    ['/author name:month', 'author', { name: 'month' }],
    ['/top periode:month', 'top', { periode: 'month' }],
    ['/help me', 'help', { text: 'me' }],
    ['/nothing at all', 'nothing', {}],
    ['', '', {}],
  ])('%s', (line, command, options) => {
    expect(readLine(line, commands)).toEqual({ command, options });
  });

  test('is read in linear time, however long it is', () => {
    const began = performance.now();
    readLine(`/paper ${'가 '.repeat(200_000)}`, commands);
    readLine(`/paper ${' '.repeat(200_000)}x`, commands);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('may be any text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('/author ', '/paper paper:', ''),
        fc.string({ unit: 'binary' }),
        (start, text) => {
          expect(readLine(start + text, commands).command).toBeTypeOf('string');
        },
      ),
    );
  });

  test('keeps a value in quotes as it is', () => {
    const plain = fc
      .string({ minLength: 1 })
      .filter((text) => text.trim() === text && !/["\\]/.test(text) && text !== '');
    fc.assert(
      fc.property(plain, (value) => {
        expect(readLine(`/author name:"${value}" page:3`, commands).options).toEqual({
          name: value,
          page: '3',
        });
      }),
    );
  });
});
