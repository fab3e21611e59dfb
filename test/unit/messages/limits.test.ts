import { describe, expect, it } from 'vitest';
import type { MessageJson } from '../../../src/messages/message.ts';
import { checkMessage } from '../../support/check-message.ts';

const message = (parts: Partial<MessageJson>): MessageJson => ({
  content: '',
  embeds: [],
  components: [],
  allowed_mentions: { parse: [] },
  ...parts,
});

const button = (custom_id: string) => ({ type: 2, style: 1, label: 'x', custom_id }) as const;
const menu = (options: { label: string; value: string }[]) => ({ type: 3 as const, custom_id: 'm', options });
const row = (...components: MessageJson['components'][number]['components']) =>
  ({ type: 1, components }) as const;

describe('the check of a message', () => {
  it('finds nothing in a good one', () => {
    expect(checkMessage(message({ content: 'Hello', components: [row(button('a'), button('b'))] }))).toEqual(
      [],
    );
  });

  it.each<[string, Partial<MessageJson>, string]>([
    ['an empty message', {}, 'message: empty'],
    ['a long content', { content: 'x'.repeat(2001) }, 'content: 2001 of 2000 characters'],
    ['mentions', { content: 'a', allowed_mentions: {} }, 'allowed_mentions: text can mention people'],
    ['an empty embed', { embeds: [{ color: 1 }] }, 'embeds[0]: empty'],
    ['a blank title', { embeds: [{ title: ' ' }] }, 'embeds[0].title: empty'],
    ['a long title', { embeds: [{ title: 'x'.repeat(257) }] }, 'embeds[0].title: 257 of 256 characters'],
    [
      'an empty field',
      { embeds: [{ fields: [{ name: 'a', value: '' }] }] },
      'embeds[0].fields[0].value: empty',
    ],
    [
      'embeds too long together',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
      'embeds: 6001 of 6000 characters in all',
    ],
    [
      'embeds that Discord merges',
      { embeds: ['a', 'b'].map((title) => ({ title, url: 'https://arxiv.org' })) },
      'embeds: shown as one, same url: https://arxiv.org',
    ],
    [
      'an address without https',
      { embeds: [{ title: 'a', url: 'http://a.b' }] },
      'embeds[0]: no https address',
    ],
    ['half a character', { content: '\uD83D' }, 'content: half a surrogate pair'],
    [
      'six rows',
      { content: 'a', components: Array.from({ length: 6 }, (_, index) => row(button(`${index}`))) },
      'components: 6 of 5',
    ],
    ['an empty row', { content: 'a', components: [row()] }, 'components[0]: empty'],
    [
      'one custom_id twice',
      { content: 'a', components: [row(button('a')), row(button('a'))] },
      'components: custom_id twice: a',
    ],
    [
      'a long custom_id',
      { content: 'a', components: [row(button('x'.repeat(101)))] },
      'components[0].components[0].custom_id: 101 of 100 characters',
    ],
    [
      'a link without address',
      { content: 'a', components: [row({ type: 2, style: 5, label: 'x', url: '' })] },
      'components[0].components[0].url: empty',
    ],
    [
      'a menu without options',
      { content: 'a', components: [row(menu([]))] },
      'components[0].components[0]: no options',
    ],
    [
      'a menu that shares its row',
      { content: 'a', components: [row(menu([{ label: 'a', value: 'a' }]), button('b'))] },
      'components[0]: a menu shares its row',
    ],
    [
      'a value twice',
      {
        content: 'a',
        components: [
          row(
            menu([
              { label: 'a', value: 'v' },
              { label: 'b', value: 'v' },
            ]),
          ),
        ],
      },
      'components[0].components[0]: value twice: v',
    ],
  ])('finds %s', (_what, parts, problem) => {
    expect(checkMessage(message(parts))).toContain(problem);
  });
});
