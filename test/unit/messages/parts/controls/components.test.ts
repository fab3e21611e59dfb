import { describe, expect, it } from 'vitest';
import { layOut, type Row } from '../../../../../src/messages/parts/controls/components.ts';

const open = (page: number) => ({ command: 'top', options: { page } });

describe('rows of buttons and menus', () => {
  it('drop repeated controls, surplus ones and those without a name', () => {
    const buttons = Array.from({ length: 8 }, (_, index) => ({ label: `${index}`, invocation: open(index) }));
    const rows: Row[] = [
      [{ label: '\u200B', invocation: open(100) }, ...buttons],
      buttons,
      [{ label: 'again', invocation: open(0) }],
      ...Array.from({ length: 6 }, (_, index): Row => [{ label: 'x', invocation: open(20 + index) }]),
    ];
    const { components } = layOut(rows);
    const labels = components.map((row) =>
      row.components.map((one) => ('label' in one ? one.label : '')).join(''),
    );
    expect(labels).toEqual(['01234', '567', 'x', 'x', 'x']);
  });

  it('cut names between characters and keep values as they are', () => {
    const label = '👩‍👩‍👧‍👦'.repeat(20);
    const value = ' spaced ';
    const menu = {
      placeholder: 'p',
      invocation: { command: 'author', options: {}, pick: 'name' },
      options: [
        { label, value: '  Song  Han'.trim() },
        { label: 'not given back as it is', value },
        { label: 'too long', value: 'x'.repeat(101) },
        { label: 'again', value: 'Song  Han' },
      ],
    };
    const [row] = layOut([menu]).components;
    expect(row?.components[0]).toMatchObject({
      custom_id: 'author name=*',
      options: [{ label: `${'👩‍👩‍👧‍👦'.repeat(9)}…`, value: 'Song  Han' }],
    });
  });

  it('are left out if they are empty', () => {
    expect(layOut([[], { placeholder: 'p', invocation: open(1), options: [] }]).components).toEqual([]);
  });
});
